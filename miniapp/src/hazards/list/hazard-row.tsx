import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { hazardStateNames } from '@zerentian/shared/hazards/hazard.vocabulary';
import { serverNow } from '../../platform/clock';
import { useSession } from '../../platform/session';
import { CallInRow } from '../../ui/person-line';
import { Box, Span } from '../../ui/primitives/box';
import { PageLink } from '../../ui/primitives/pressable';
import { StateTag } from '../../ui/tag';
import { sinceWords } from '../../ui/time/time-words';
import { levelTag, placeOf, titleOf, toneOf } from '../hazard-words';
import { whenWords } from './row-words';

/**
 * One hazard: on a phone a card, at a desk a row of the table; it opens the hazard, or calls whoever holds it. Every element costs an old
 * phone time, twenty times over: where one will do there are not two.
 */
export function HazardRow({ hazard }: { hazard: HazardView }) {
  const me = useSession((state) => state.person?.id);
  const { holder } = hazard;
  const phone = holder?.personId === me ? null : holder?.phone;
  const when = whenWords(hazard, serverNow());
  return (
    <Box as="li" className="list__row list-item--link table-row hazard-row">
      <PageLink page="hazard" params={{ id: hazard.id }} className="hazard-row__title text-clip row-link">
        {titleOf(hazard)}
      </PageLink>
      <Box className="hazard-row__place text-note">{placeOf(hazard)}</Box>
      <Tags hazard={hazard} />
      <Box className={phone ? 'hazard-row__holder' : 'hazard-row__holder hazard-row__holder--alone'}>
        <Holder hazard={hazard} />
      </Box>
      {phone && <CallInRow name={holder?.name ?? ''} phone={phone} className="hazard-row__call" />}
      <Box className={`hazard-row__due ${when.overdue ? 'text-alert' : 'text-note'}`}>{when.text}</Box>
    </Box>
  );
}

function Tags({ hazard }: { hazard: HazardView }) {
  const grave = [levelTag(hazard.level), hazard.watched && '重点督办'].filter(Boolean).join(' · ');
  return (
    <Box className="hazard-row__state row">
      <StateTag text={hazardStateNames[hazard.state]} tone={toneOf(hazard.state)} />
      {grave && <StateTag text={grave} tone="alert" />}
    </Box>
  );
}

/** Who has it: at a desk name, post and since when stand apart; on a phone what follows the name is one run of words. */
function Holder({ hazard: { holder } }: { hazard: HazardView }) {
  if (!holder) return '已了结';
  const since = sinceWords(new Date(holder.since), serverNow());
  const name = <Span className="hazard-row__name">{holder.name ?? '岗位空缺'}</Span>;
  if (process.env.TARO_ENV !== 'h5') {
    return (
      <>
        {name}
        <Span className="hazard-row__post">{` ${holder.post ?? ''} ${since}`}</Span>
      </>
    );
  }
  return (
    <>
      {name}
      <Span className="hazard-row__post">{` ${holder.post ?? ''} `}</Span>
      <Span className="hazard-row__since">{since}</Span>
    </>
  );
}
