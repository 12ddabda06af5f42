import { Choice } from '../ui/primitives/choice';
import { useTrades } from '../units/units.api';

interface TradeChoiceProps {
  id: string;
  /** Empty for all. */
  value: string;
  onChange: (trade: string) => void;
}

/** One trade or all. */
export function TradeChoice({ id, value, onChange }: TradeChoiceProps) {
  const { data = [] } = useTrades();
  const options = data.map(({ key, name }) => ({ value: key, text: name }));
  return <Choice id={id} label="行业" value={value} placeholder="全部行业" options={options} onChange={onChange} />;
}

/** The name of a trade by its key; 各行业 for what holds in all. */
export function useTradeNames(): (key: string | null) => string {
  const { data = [] } = useTrades();
  return (key) => (key === null ? '各行业' : (data.find((trade) => trade.key === key)?.name ?? key));
}
