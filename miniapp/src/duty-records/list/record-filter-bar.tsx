import { useVillages } from '../../areas/areas.api';
import { Button } from '../../ui/button';
import { Chips } from '../../ui/chips';
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
  const villages = useVillages();
  const { data: kinds = [] } = useRecordKinds();
  const change = (part: Partial<RecordFilter>) => useRecordFilter.setState(part);
  return (
    <Box className="record-filter" role="search" label="筛选履职记录">
      {mayChoose && <Chips label="谁的" value={who} options={WHO} onChange={(chosen) => change({ who: chosen })} />}
      <Box className="select-row">
        <Choice
          id="filter-kind"
          label="类别"
          value={filter.kind}
          placeholder="全部类别"
          options={kinds.map(({ key, name }) => ({ value: key, text: name }))}
          onChange={(kind) => change({ kind })}
        />
        {villages.length > 1 && (
          <Choice
            id="filter-area"
            label="村"
            value={filter.area}
            placeholder="全部村"
            options={villages.map(({ code, name }) => ({ value: code, text: name }))}
            onChange={(area) => change({ area })}
          />
        )}
      </Box>
      {(filter.from || filter.until) && (
        <Box className="row">
          <Span className="text-note">{`只看${spanWords(filter.from, filter.until)}`}</Span>
          <Button kind="quiet" small onPress={() => change({ from: '', until: '' })}>
            看所有日期
          </Button>
        </Box>
      )}
    </Box>
  );
}
