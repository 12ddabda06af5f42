import { type HazardState, hazardStateNames, hazardStates } from '@zerentian/shared/hazards/hazard.lifecycle';
import { useVillages } from '../../areas/areas.api';
import { Button } from '../../ui/button';
import { Chips } from '../../ui/chips';
import { Box } from '../../ui/primitives/box';
import { Choice } from '../../ui/primitives/choice';
import { type HazardFilter, hazardListViewNames, hazardListViews, useHazardFilter } from './hazard-filter';

const VIEWS = hazardListViews.map((value) => ({ value, text: hazardListViewNames[value] }));
const STATES = hazardStates.map((value) => ({ value, text: hazardStateNames[value] }));

/** Which hazards: a view in one tap, and village and state where there are several. */
export function HazardFilterBar({ filter }: { filter: HazardFilter }) {
  const villages = useVillages();
  return (
    <Box className="hazard-filter" role="search" label="筛选隐患">
      <Chips label="范围" value={filter.view} options={VIEWS} onChange={(view) => useHazardFilter.setState({ view })} />
      <Box className="select-row">
        {villages.length > 1 && (
          <Choice
            id="filter-area"
            label="村"
            value={filter.area}
            placeholder="全部村"
            options={villages.map(({ code, name }) => ({ value: code, text: name }))}
            onChange={(area) => useHazardFilter.setState({ area })}
          />
        )}
        <Choice
          id="filter-state"
          label="状态"
          value={filter.state}
          placeholder="全部状态"
          options={STATES}
          onChange={(state) => useHazardFilter.setState({ state: state as HazardState | '' })}
        />
      </Box>
      {filter.unit !== '' && (
        <Button kind="quiet" small onPress={() => useHazardFilter.setState({ unit: '' })}>
          只显示一个单位的，点此看全部单位
        </Button>
      )}
    </Box>
  );
}
