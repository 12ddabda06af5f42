import { Chips } from '../ui/chips';
import { FilterBar, FilterChoices } from '../ui/filter-bar';
import { Choice } from '../ui/primitives/choice';
import { UnitField } from '../units/unit-field';
import { useTrades } from '../units/units.api';
import { AskDate } from './ask-date';
import { type Asked, type Subject, useAsked } from './asked';
import { usePlaces } from './places';

const SUBJECTS: readonly { value: Subject; text: string }[] = [
  { value: 'place', text: '地方' },
  { value: 'unit', text: '某个单位' },
  { value: 'trade', text: '某个行业' },
];

/** Where, about what, as of when. */
export function AskBar({ asked }: { asked: Asked }) {
  const change = (part: Partial<Asked>) => useAsked.setState({ asked: { ...asked, ...part } });
  return (
    <FilterBar label="问谁负责">
      <PlaceChoice asked={asked} onChange={change} />
      <Chips label="问什么" value={asked.about} options={SUBJECTS} onChange={(about) => change({ about })} />
      {asked.about === 'unit' && (
        <UnitField
          id="ask-unit"
          label="单位"
          area={asked.area}
          known={{ id: asked.unit, name: asked.unitName }}
          value={asked.unit}
          error={undefined}
          onChange={(unit, view) => change({ unit, unitName: view?.name ?? '', ...(view && { area: view.areaCode }) })}
        />
      )}
      {asked.about === 'trade' && <TradeChoice asked={asked} onChange={change} />}
      <AskDate asked={asked} onChange={change} />
    </FilterBar>
  );
}

interface PartProps {
  asked: Asked;
  onChange: (part: Partial<Asked>) => void;
}

function PlaceChoice({ asked, onChange }: PartProps) {
  const { townships, villages, township } = usePlaces(asked.area);
  const go = (area: string) => onChange({ area, unit: '', unitName: '' });
  return (
    <FilterChoices>
      {townships.length > 0 && (
        <Choice
          id="ask-township"
          label="乡镇"
          value={township}
          placeholder="选择乡镇"
          options={townships}
          onChange={go}
        />
      )}
      {township !== '' && (
        <Choice
          id="ask-area"
          label="村"
          value={asked.area}
          placeholder="选择村"
          options={villages}
          onChange={(area) => go(area || township)}
        />
      )}
    </FilterChoices>
  );
}

function TradeChoice({ asked, onChange }: PartProps) {
  const { data: trades = [] } = useTrades();
  return (
    <FilterChoices>
      <Choice
        id="ask-trade"
        label="行业"
        value={asked.trade}
        placeholder="选择行业"
        options={trades.map(({ key, name }) => ({ value: key, text: name }))}
        onChange={(trade) => onChange({ trade })}
      />
    </FilterChoices>
  );
}
