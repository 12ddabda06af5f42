import { useReachBottom } from '@tarojs/taro';
import type { UnitView } from '@zerentian/shared/units/unit.contract';
import { useState } from 'react';
import { useOwnArea } from '../../areas/areas.api';
import { useRefresh } from '../../platform/use-refresh';
import { Button } from '../../ui/button';
import { Chips } from '../../ui/chips';
import { FilterBar } from '../../ui/filter-bar';
import { List } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Box } from '../../ui/primitives/box';
import { Pressable } from '../../ui/primitives/pressable';
import { TextField } from '../../ui/primitives/text-input';
import { Sheet } from '../../ui/sheet';
import { EmptyState, EndOfList, Skeleton } from '../../ui/states';
import { RiskTag, StateTag, TagRow } from '../../ui/tag';
import { useUnits } from '../units.api';
import { UnitSheet } from './unit-sheet';

const KINDS = [
  { value: 'enterprise', text: '企业' },
  { value: 'village', text: '村' },
  { value: 'others', text: '站所和其他' },
] as const;
type Kind = (typeof KINDS)[number]['value'];

/** Entries drawn at once: WeChat pays for each in time. */
const AT_ONCE = 15;

/** The register of units as it is, and where each of them is: set once, proposed ever after. */
export default function UnitsPage() {
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<Kind>('enterprise');
  const [chosen, setChosen] = useState<UnitView | null>(null);
  const own = useOwnArea();
  const query = useUnits({ area: own?.code, q: words.trim() || undefined }, own !== null);
  useRefresh(query.refetch);
  return (
    <Page title="单位名册" section="units">
      <FilterBar label="查单位">
        <TextField id="unit-words" type="search" placeholder="搜单位名称" value={words} onChange={setWords} />
        {words.trim() === '' && <Chips label="哪一类" value={kind} options={KINDS} onChange={setKind} />}
      </FilterBar>
      <Loaded query={query} skeleton={<Skeleton cards={4} lines={2} />}>
        {(units) => (
          <Units
            key={`${words} ${kind}`}
            units={units.filter((unit) => words.trim() !== '' || kindOf(unit) === kind)}
            onChoose={setChosen}
          />
        )}
      </Loaded>
      <Sheet
        id="unit"
        open={chosen !== null}
        title={chosen?.name ?? ''}
        closeText="关闭"
        onClose={() => setChosen(null)}
      >
        {chosen && <UnitSheet unit={chosen} onChanged={setChosen} />}
      </Sheet>
    </Page>
  );
}

function kindOf({ kind }: UnitView): Kind {
  return kind === 'enterprise' || kind === 'village' ? kind : 'others';
}

function Units({ units, onChoose }: { units: readonly UnitView[]; onChoose: (unit: UnitView) => void }) {
  const [shown, setShown] = useState(AT_ONCE);
  const more = () => setShown((count) => Math.min(count + AT_ONCE, units.length));
  useReachBottom(more);
  if (units.length === 0) return <EmptyState title="没有找到">名册由管理员登记；换几个字或换一类试试。</EmptyState>;
  return (
    <Box>
      <List label="单位">
        {units.slice(0, shown).map((unit) => (
          <Box as="li" key={unit.id} className="list__row">
            <Pressable className="list-item list-item--link list-item--tall" onPress={() => onChoose(unit)}>
              <Box className="list-item__title">{unit.name}</Box>
              {unit.address && <Box className="list-item__note">{unit.address}</Box>}
              <TagRow>
                <StateTag text={unit.place ? '已设位置' : '没设位置'} tone={unit.place ? 'done' : 'neutral'} />
                {unit.riskGrade && <RiskTag grade={unit.riskGrade} />}
              </TagRow>
            </Pressable>
          </Box>
        ))}
      </List>
      {shown < units.length ? (
        <Box className="end">
          <Button kind="quiet" onPress={more}>{`显示更多（还有 ${units.length - shown} 个）`}</Button>
        </Box>
      ) : (
        <EndOfList count={units.length} what="个单位" />
      )}
    </Box>
  );
}
