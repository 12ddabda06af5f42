import type { UnitView } from '@zerentian/shared/units/unit.contract';
import { useState } from 'react';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { List } from '../ui/list';
import { Loaded } from '../ui/loaded';
import { Box } from '../ui/primitives/box';
import { Pressable } from '../ui/primitives/pressable';
import { TextField } from '../ui/primitives/text-input';
import { Sheet } from '../ui/sheet';
import { EmptyState } from '../ui/states';
import { RiskTag } from '../ui/tag';
import { useUnits } from './units.api';

interface UnitFieldProps {
  id: string;
  label: string;
  hint?: string;
  optional?: boolean;
  /** Where to look; empty for everything I may see. */
  area: string;
  /** The unit that already stands, shown before the register is read. */
  known?: { id: string | null; name: string | null };
  value: string;
  error: string | undefined;
  onChange: (unitId: string, unit: UnitView | null) => void;
}

/** One unit of the register, found by a few characters of its name. */
export function UnitField({ id, label, hint, optional, area, known, value, error, onChange }: UnitFieldProps) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<UnitView | null>(null);
  const name = value === '' ? null : chosen?.id === value ? chosen.name : known?.id === value ? known.name : null;
  const shown = name ?? (value ? '已选择' : '选择单位');
  const choose = (unit: UnitView | null) => {
    setChosen(unit);
    setOpen(false);
    onChange(unit?.id ?? '', unit);
  };
  return (
    <Field id={id} label={label} hint={hint} optional={optional} error={error}>
      <Pressable
        id={id}
        className={value ? 'control control--select' : 'control control--select control--empty'}
        onPress={() => setOpen(true)}
        label={`${label}：${shown}`}
      >
        {shown}
      </Pressable>
      {value !== '' && optional && (
        <Button kind="quiet" small onPress={() => choose(null)}>
          不选单位
        </Button>
      )}
      <Sheet id={`${id}-sheet`} open={open} title={label} onClose={() => setOpen(false)}>
        <UnitSearch area={area} onChoose={choose} />
      </Sheet>
    </Field>
  );
}

/** Enterprises first, then villages: what is found is mostly found there. */
const ORDER: readonly UnitView['kind'][] = ['enterprise', 'village'];

function byKind(a: UnitView, b: UnitView): number {
  return rankOf(a) - rankOf(b);
}

function rankOf({ kind }: UnitView): number {
  const place = ORDER.indexOf(kind);
  return place < 0 ? ORDER.length : place;
}

function UnitSearch({ area, onChoose }: { area: string; onChoose: (unit: UnitView) => void }) {
  const [words, setWords] = useState('');
  const query = useUnits({ area: area || undefined });
  return (
    <Box className="stack">
      <TextField id="unit-search" type="search" placeholder="输入名称里的几个字" value={words} onChange={setWords} />
      <Loaded query={query}>
        {(units) => {
          const found = units.filter((unit) => unit.name.includes(words.trim())).sort(byKind);
          if (found.length === 0)
            return <EmptyState title="没有找到">换几个字试试；名册里没有的单位请联系管理员添加。</EmptyState>;
          return (
            <List label="单位">
              {found.map((unit) => (
                <Box as="li" key={unit.id} className="list__row">
                  <Pressable
                    className="list-item list-item--link list-item--tall unit-option"
                    onPress={() => onChoose(unit)}
                  >
                    <Box className="list-item__text">{unit.name}</Box>
                    {unit.address && <Box className="list-item__note">{unit.address}</Box>}
                    {unit.riskGrade && <RiskTag grade={unit.riskGrade} />}
                  </Pressable>
                </Box>
              ))}
            </List>
          );
        }}
      </Loaded>
    </Box>
  );
}
