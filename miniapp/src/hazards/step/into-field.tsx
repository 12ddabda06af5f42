import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { hazardStateNames } from '@zerentian/shared/hazards/hazard.vocabulary';
import { useState } from 'react';
import { useSettled } from '../../platform/use-settled';
import { Field } from '../../ui/field';
import { List } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { Box } from '../../ui/primitives/box';
import { Pressable } from '../../ui/primitives/pressable';
import { TextField } from '../../ui/primitives/text-input';
import { Sheet } from '../../ui/sheet';
import { EmptyState } from '../../ui/states';
import { placeOf, titleOf } from '../hazard-words';
import { useOpenHazards } from '../hazards.api';
import type { StepFieldProps } from './field-props';
import { candidatesFor } from './into-candidates';

/** The open hazard that tells of the same thing: those of the same unit and trade first, found by number or words. */
export function IntoField({ hazard, values, errors, onChange }: StepFieldProps) {
  const [open, setOpen] = useState(false);
  const shown = values.intoTitle || '选择另一条隐患';
  const choose = (it: HazardView) => {
    setOpen(false);
    onChange({ intoId: it.id, intoTitle: `${titleOf(it)}（${it.number}）` });
  };
  return (
    <Field id="intoId" label="并到哪一条" hint="选说的是同一件事、还没办结的那一条" error={errors.intoId}>
      <Pressable
        id="intoId"
        className={values.intoId ? 'control control--select' : 'control control--select control--empty'}
        onPress={() => setOpen(true)}
        label={`并到哪一条：${shown}`}
      >
        {shown}
      </Pressable>
      <Sheet id="intoId-sheet" open={open} title="并到哪一条" onClose={() => setOpen(false)}>
        <IntoSearch hazard={hazard} onChoose={choose} />
      </Sheet>
    </Field>
  );
}

function IntoSearch({ hazard, onChoose }: Pick<StepFieldProps, 'hazard'> & { onChoose: (it: HazardView) => void }) {
  const [words, setWords] = useState('');
  // The server looks through all that is open: what is old must be found as well as what is new.
  const q = useSettled(words.trim()) || undefined;
  const area = hazard.areaCode;
  const query = useOpenHazards({ area, q });
  const { data: ofUnit = [] } = useOpenHazards({ area, q, unit: hazard.unitId ?? undefined }, hazard.unitId !== null);
  return (
    <Box className="stack">
      <TextField
        id="into-search"
        type="search"
        placeholder="编号的后几位，或几个字"
        value={words}
        onChange={setWords}
      />
      <Loaded query={query}>
        {(items) => {
          const { shown, left } = candidatesFor(hazard, [...ofUnit, ...items], words);
          if (shown.length === 0)
            return <EmptyState title="没有找到">{`${hazard.areaName}没有别的未办结隐患符合这几个字。`}</EmptyState>;
          return (
            <>
              <List label="未办结的隐患">
                {shown.map((it) => (
                  <Candidate key={it.id} it={it} onChoose={() => onChoose(it)} />
                ))}
              </List>
              {left > 0 && <Box className="text-note">{`还有 ${left} 条，多输几个字就能找到。`}</Box>}
            </>
          );
        }}
      </Loaded>
    </Box>
  );
}

function Candidate({ it, onChoose }: { it: HazardView; onChoose: () => void }) {
  return (
    <Box as="li" className="list__row">
      <Pressable className="list-item list-item--link list-item--tall into-option" onPress={onChoose}>
        <Box className="list-item__title">{titleOf(it)}</Box>
        <Box className="list-item__note">{`${placeOf(it)} · ${hazardStateNames[it.state]} · ${it.number}`}</Box>
      </Pressable>
    </Box>
  );
}
