import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { hazardStateNames } from '@zerentian/shared/hazards/hazard.vocabulary';
import { serverNow } from '../../platform/clock';
import { useSession } from '../../platform/session';
import { CallInRow } from '../../ui/person-line';
import { Box, Span } from '../../ui/primitives/box';
import { PageLink } from '../../ui/primitives/pressable';
import { StateTag } from '../../ui/tag';
import { sinceWords } from '../../ui/time/time-words';
import { DueText, TimeText } from '../../ui/time-text';
import { placeOf, titleOf, toneOf } from '../hazard-words';

/** One hazard: on a phone a card, at a desk a row of the table; it opens the hazard, or calls whoever holds it. */
export function HazardRow({ hazard }: { hazard: HazardView }) {
  const me = useSession((state) => state.person?.id);
  const { holder } = hazard;
  const phone = holder?.personId === me ? null : holder?.phone;
  return (
    <Box as="li" className="list__row list-item--link table-row hazard-row">
      <PageLink page="hazard" params={{ id: hazard.id }} className="hazard-row__title text-clip row-link">
        {titleOf(hazard)}
      </PageLink>
      <Box className="hazard-row__place text-note">{placeOf(hazard)}</Box>
      <Box className="hazard-row__state row">
        <StateTag text={hazardStateNames[hazard.state]} tone={toneOf(hazard.state)} />
        {hazard.level === 'suspected-major' && <StateTag text="疑似重大" tone="alert" />}
      </Box>
      <Box className={phone ? 'hazard-row__holder' : 'hazard-row__holder hazard-row__holder--alone'}>
        <Holder hazard={hazard} />
      </Box>
      {phone && <CallInRow name={holder?.name ?? ''} phone={phone} className="hazard-row__call" />}
      <Box className="hazard-row__due text-note">
        <Due hazard={hazard} />
      </Box>
    </Box>
  );
}

function Holder({ hazard: { holder } }: { hazard: HazardView }) {
  if (!holder) return <Span className="text-third">已了结</Span>;
  return (
    <>
      <Span className="hazard-row__name">{holder.name ?? '岗位空缺'}</Span>
      <Span className="hazard-row__post">{` ${holder.post ?? ''} `}</Span>
      <Span className="hazard-row__since">{sinceWords(new Date(holder.since), serverNow())}</Span>
    </>
  );
}

/** Overdue and due dates while it is open; when it was reported otherwise. */
function Due({ hazard }: { hazard: HazardView }) {
  if (hazard.overdueDays > 0) return <Span className="text-alert">{`逾期 ${hazard.overdueDays} 天`}</Span>;
  const withUnit = hazard.state === 'assigned' || hazard.state === 'rectifying' || hazard.state === 'returned';
  if (withUnit && hazard.deadline) return <DueText plain due={hazard.deadline} />;
  return (
    <>
      <TimeText plain at={hazard.occurredAt} />
      <Span> 上报</Span>
    </>
  );
}
