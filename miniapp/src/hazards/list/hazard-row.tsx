import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { hazardStateNames } from '@zerentian/shared/hazards/hazard.lifecycle';
import { serverNow } from '../../platform/clock';
import { Box, Span } from '../../ui/primitives/box';
import { PageLink } from '../../ui/primitives/pressable';
import { StateTag } from '../../ui/tag';
import { sinceWords } from '../../ui/time/time-words';
import { DueText, TimeText } from '../../ui/time-text';
import { placeOf, titleOf, toneOf } from '../hazard-words';

/** Head of the table at a desk; a phone shows cards without it. */
export function HazardTableHead() {
  return (
    <Box className="hazard-row hazard-row--head">
      <Span>隐患</Span>
      <Span>地点</Span>
      <Span>状态</Span>
      <Span>在谁手里</Span>
      <Span>期限</Span>
    </Box>
  );
}

/** One hazard: on a phone a card, at a desk a row of the table. */
export function HazardRow({ hazard }: { hazard: HazardView }) {
  return (
    <Box as="li" className="list__row">
      <PageLink page="hazard" params={{ id: hazard.id }} className="hazard-row list-item--link">
        <Box className="hazard-row__title">
          <Box className="text-clip">{titleOf(hazard)}</Box>
        </Box>
        <Box className="hazard-row__place">{placeOf(hazard)}</Box>
        <Box className="hazard-row__state row">
          <StateTag text={hazardStateNames[hazard.state]} tone={toneOf(hazard.state)} />
          {hazard.level === 'suspected-major' && <StateTag text="疑似重大" tone="alert" />}
        </Box>
        <Box className="hazard-row__holder">
          <Holder hazard={hazard} />
        </Box>
        <Box className="hazard-row__due">
          <Due hazard={hazard} />
        </Box>
      </PageLink>
    </Box>
  );
}

function Holder({ hazard: { holder } }: { hazard: HazardView }) {
  if (!holder) return <Span className="text-third">已了结</Span>;
  return (
    <>
      <Span className="hazard-row__name">{holder.name ?? '岗位空缺'}</Span>
      <Span className="text-note">{` ${holder.post ?? ''} `}</Span>
      <Span className="hazard-row__since">{sinceWords(new Date(holder.since), serverNow())}</Span>
    </>
  );
}

/** Overdue and due dates while it is open; when it was reported otherwise. */
function Due({ hazard }: { hazard: HazardView }) {
  if (hazard.overdueDays > 0) return <Span className="text-alert">{`逾期 ${hazard.overdueDays} 天`}</Span>;
  const withUnit = hazard.state === 'assigned' || hazard.state === 'rectifying' || hazard.state === 'returned';
  if (withUnit && hazard.deadline) return <DueText due={hazard.deadline} />;
  return (
    <>
      <TimeText plain at={hazard.occurredAt} />
      <Span> 上报</Span>
    </>
  );
}
