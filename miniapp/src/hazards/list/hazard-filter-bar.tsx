import { type HazardState, hazardStateNames, hazardStates } from '@zerentian/shared/hazards/hazard.vocabulary';
import { VillageChoice } from '../../areas/village-choice';
import { Button } from '../../ui/button';
import { Chips } from '../../ui/chips';
import { FilterBar, FilterChoices } from '../../ui/filter-bar';
import { Choice } from '../../ui/primitives/choice';
import { type HazardFilter, hazardListViewNames, hazardListViews, useHazardFilter } from './hazard-filter';

const VIEWS = hazardListViews.map((value) => ({ value, text: hazardListViewNames[value] }));
const STATES = hazardStates.map((value) => ({ value, text: hazardStateNames[value] }));

/** Which hazards: a view in one tap, and village and state where there are several. */
export function HazardFilterBar({ filter }: { filter: HazardFilter }) {
  const change = (part: Partial<HazardFilter>) => useHazardFilter.setState(part);
  return (
    <FilterBar label="筛选隐患" spread>
      <Chips label="范围" value={filter.view} options={VIEWS} onChange={(view) => change({ view })} />
      <FilterChoices>
        <VillageChoice value={filter.area} onChange={(area) => change({ area })} />
        <Choice
          id="filter-state"
          label="状态"
          value={filter.state}
          placeholder="全部状态"
          options={STATES}
          onChange={(state) => change({ state: state as HazardState | '' })}
        />
      </FilterChoices>
      {filter.unit !== '' && (
        <Button kind="quiet" small onPress={() => change({ unit: '' })}>
          只显示一个单位的，点此看全部单位
        </Button>
      )}
    </FilterBar>
  );
}
