import { riskGrades, type UnitView } from '@zerentian/shared/units/unit.contract';
import { useVillages } from '../../areas/areas.api';
import { Field } from '../../ui/field';
import { List } from '../../ui/list';
import { Box } from '../../ui/primitives/box';
import { Pressable } from '../../ui/primitives/pressable';
import { useTrades } from '../../units/units.api';
import type { PlanPartProps } from './plan-form';
import { chosen } from './plan-values';

const RISKS = { red: '红', orange: '橙', yellow: '黄', blue: '蓝' } as const;

/** Whom to visit: by trade, village, risk grade, and one by one. */
export function TargetFields({ values, errors, onChange, units }: PlanPartProps & { units: readonly UnitView[] }) {
  const inUse = new Set(units.map((unit) => unit.trade));
  const trades = (useTrades().data ?? []).filter((trade) => inUse.has(trade.key));
  const villages = useVillages();
  const targets = chosen(values, units);
  const chosenIds = new Set(targets.map((unit) => unit.id));
  const toggle = (id: string) => onChange({ toggled: toggledIn(values.toggled, id) });
  return (
    <>
      <Field id="trades" label="按行业选" optional>
        <Several
          id="trades"
          label="行业"
          values={values.trades}
          options={trades.map(({ key, name }) => ({ value: key, text: name }))}
          onChange={(next) => onChange({ trades: next })}
        />
      </Field>
      <Field id="areas" label="按村选" optional>
        <Several
          id="areas"
          label="村"
          values={values.areas}
          options={villages.map(({ code, name }) => ({ value: code, text: name }))}
          onChange={(next) => onChange({ areas: next })}
        />
      </Field>
      <Field id="riskGrades" label="按风险等级选" optional>
        <Several
          id="riskGrades"
          label="风险等级"
          values={values.riskGrades}
          options={riskGrades.map((value) => ({ value, text: RISKS[value] }))}
          onChange={(next) => onChange({ riskGrades: next })}
        />
      </Field>
      <Field
        id="unitIds"
        label={`检查单位（已选 ${targets.length} 家）`}
        hint="点一下选上或去掉"
        error={errors.unitIds}
      >
        <Box id="unitIds">
          <List label="检查单位">
            {units.map((unit) => (
              <Box as="li" key={unit.id} className="list__row">
                <Pressable
                  className="list-item list-item--link"
                  role="checkbox"
                  pressed={chosenIds.has(unit.id)}
                  onPress={() => toggle(unit.id)}
                >
                  <Box className="list-item__text">{`${chosenIds.has(unit.id) ? '✓ ' : '　 '}${unit.name}`}</Box>
                  {unit.supervision === 'county' && <Box className="list-item__note">县级监管</Box>}
                </Pressable>
              </Box>
            ))}
          </List>
        </Box>
      </Field>
    </>
  );
}

function toggledIn(all: readonly string[], one: string): string[] {
  return all.includes(one) ? all.filter((it) => it !== one) : [...all, one];
}

interface SeveralProps {
  id: string;
  label: string;
  values: readonly string[];
  options: readonly { value: string; text: string }[];
  onChange: (values: string[]) => void;
}

/** Any of a few, all in sight. */
function Several({ id, label, values, options, onChange }: SeveralProps) {
  return (
    <Box id={id} className="several" role="group" label={label}>
      {options.map(({ value, text }) => (
        <Pressable
          key={value}
          role="checkbox"
          pressed={values.includes(value)}
          className={values.includes(value) ? 'chip chip--on' : 'chip'}
          onPress={() => onChange(toggledIn(values, value))}
        >
          {text}
        </Pressable>
      ))}
    </Box>
  );
}
