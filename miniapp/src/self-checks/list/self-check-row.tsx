import type { SelfCheckView } from '@zerentian/shared/self-checks/self-check.contract';
import { selfCheckStateNames } from '@zerentian/shared/self-checks/self-check.lifecycle';
import { Box } from '../../ui/primitives/box';
import { PageLink } from '../../ui/primitives/pressable';
import { StateTag } from '../../ui/tag';
import { dateWords } from '../../ui/time/time-words';
import { titleOf, toneOf } from '../self-check-words';

/** One entry: on a phone a card, at a desk a row of the table. */
export function SelfCheckRow({ entry }: { entry: SelfCheckView }) {
  return (
    <Box as="li" className="list__row list-item--link table-row self-check-row">
      <PageLink page="selfCheck" params={{ id: entry.id }} className="self-check-row__title text-clip row-link">
        {titleOf(entry)}
      </PageLink>
      <Box className="self-check-row__spot text-note">{entry.spot ?? ''}</Box>
      <Box className="self-check-row__state row">
        <StateTag text={selfCheckStateNames[entry.state]} tone={toneOf(entry.state)} />
        {entry.source === 'imported' && <StateTag text="导入" />}
      </Box>
      <Box className="self-check-row__day text-note">
        {entry.fixedOn ? `${dateWords(entry.fixedOn)}改好` : `${dateWords(entry.foundOn)}查出`}
      </Box>
    </Box>
  );
}
