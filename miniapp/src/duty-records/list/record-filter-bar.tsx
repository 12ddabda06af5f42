import { VillageChoice } from '../../areas/village-choice';
import { Button } from '../../ui/button';
import { Chips } from '../../ui/chips';
import { FilterBar, FilterChoices } from '../../ui/filter-bar';
import { Box, Span } from '../../ui/primitives/box';
import { Choice } from '../../ui/primitives/choice';
import { useRecordKinds } from '../duty-records.api';
import { spanWords } from '../record-words';
import { type RecordFilter, useRecordFilter } from './record-filter';

const WHO = [
  { value: 'mine', text: '我的' },
  { value: 'area', text: '辖区' },
] as const;

interface RecordFilterBarProps {
  filter: RecordFilter;
  who: 'mine' | 'area';
  /** Whether there are both: own records and those of others. */
  mayChoose: boolean;
}

/** Which records: whose, of which kind, where. */
export function RecordFilterBar({ filter, who, mayChoose }: RecordFilterBarProps) {
  const { data: kinds = [] } = useRecordKinds();
  const change = (part: Partial<RecordFilter>) => useRecordFilter.setState(part);
  return (
    <FilterBar label="筛选履职记录" spread>
      {mayChoose && <Chips label="谁的" value={who} options={WHO} onChange={(chosen) => change({ who: chosen })} />}
      <FilterChoices>
        <Choice
          id="filter-kind"
          label="类别"
          value={filter.kind}
          placeholder="全部类别"
          options={kinds.map(({ key, name }) => ({ value: key, text: name }))}
          onChange={(kind) => change({ kind })}
        />
        <VillageChoice value={filter.area} onChange={(area) => change({ area })} />
      </FilterChoices>
      {(filter.from || filter.until) && (
        <Box className="row">
          <Span className="text-note">{`只看${spanWords(filter.from, filter.until)}`}</Span>
          <Button kind="quiet" small onPress={() => change({ from: '', until: '' })}>
            看所有日期
          </Button>
        </Box>
      )}
    </FilterBar>
  );
}
