import { type HazardOrigin, hazardOriginNames, hazardOrigins } from '@zerentian/shared/hazards/hazard.contract';
import { learnsOfPublic } from '@zerentian/shared/hazards/hazard.origin';
import { type HazardState, hazardStateNames, hazardStates } from '@zerentian/shared/hazards/hazard.vocabulary';
import { VillageChoice } from '../../areas/village-choice';
import { useSession } from '../../platform/session';
import { Button } from '../../ui/button';
import { Chips } from '../../ui/chips';
import { FilterBar, FilterChoices } from '../../ui/filter-bar';
import { Choice } from '../../ui/primitives/choice';
import {
  type HazardFilter,
  type HazardListView,
  hazardListViewNames,
  hazardListViews,
  useHazardFilter,
} from './hazard-filter';

/** Asked for now and then: chosen from a list, so that those of every day stand in two lines on a phone. */
const NOW_AND_THEN: readonly HazardListView[] = ['listed', 'county', 'extension', 'watched', 'sample'];
const named = (value: HazardListView) => ({ value, text: hazardListViewNames[value] });
const VIEWS = hazardListViews.filter((view) => !NOW_AND_THEN.includes(view)).map(named);
const MORE_VIEWS = NOW_AND_THEN.map(named);
const STATES = hazardStates.map((value) => ({ value, text: hazardStateNames[value] }));
/** Views that are a state themselves: no other is asked for beside them. */
const OF_ONE_STATE: readonly HazardListView[] = ['county', 'extension', 'sample'];

/** The origins that I am told of: what the public reported is not everybody's to know (hazard.origin.ts). */
function useOrigins() {
  const isTold = useSession((state) => learnsOfPublic(state.posts));
  const told = hazardOrigins.filter((value) => isTold || value !== 'public');
  return told.map((value) => ({ value, text: hazardOriginNames[value] }));
}

/** Which hazards: a view in one tap, and village and state where there are several. */
export function HazardFilterBar({ filter }: { filter: HazardFilter }) {
  const origins = useOrigins();
  const change = (part: Partial<HazardFilter>) => useHazardFilter.setState(part);
  return (
    <FilterBar label="筛选隐患" spread>
      <Chips label="范围" value={filter.view} options={VIEWS} onChange={(view) => change({ view })} />
      <FilterChoices>
        <Choice
          id="filter-view"
          label="更多范围"
          value={NOW_AND_THEN.includes(filter.view) ? filter.view : ''}
          placeholder="更多范围"
          options={MORE_VIEWS}
          onChange={(view) => change({ view: view === '' ? 'open' : (view as HazardListView) })}
        />
        <VillageChoice value={filter.area} onChange={(area) => change({ area })} />
        {!OF_ONE_STATE.includes(filter.view) && (
          <Choice
            id="filter-state"
            label="状态"
            value={filter.state}
            placeholder="全部状态"
            options={STATES}
            onChange={(state) => change({ state: state as HazardState | '' })}
          />
        )}
        <Choice
          id="filter-origin"
          label="来源"
          value={filter.origin}
          placeholder="全部来源"
          options={origins}
          onChange={(origin) => change({ origin: origin as HazardOrigin | '' })}
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
