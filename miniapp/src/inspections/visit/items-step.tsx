import { useState } from 'react';
import { newId } from '../../platform/id';
import { showElement } from '../../platform/show-element';
import { Button } from '../../ui/button';
import { FormBar } from '../../ui/form-bar';
import { Box, Span } from '../../ui/primitives/box';
import { Card } from '../../ui/section';
import { Sheet } from '../../ui/sheet';
import { EmptyState } from '../../ui/states';
import { ChecklistChoice } from './checklist-choice';
import type { VisitStepProps } from './index';
import { ItemCard } from './item-card';
import { type Answer, itemsOf, openItems, restPassed } from './visit-values';

/** Item by item: each says nothing until it is tapped; 合格 moves on to the next, the last one on to the signature. */
export function ItemsStep({ values, onChange }: VisitStepProps) {
  const [asking, setAsking] = useState(false);
  const items = itemsOf(values);
  const open = openItems(values);
  if (!values.checklist) return <EmptyState title="没有可用的检查表">请联网后重新打开这一页。</EmptyState>;
  const answer = (key: string, next: Answer) => {
    const answers = { ...values.answers, [key]: next };
    const rest = openItems({ ...values, answers });
    const settled = values.answers[key] === undefined && next.result !== 'fail';
    onChange({ answers, ...(settled && rest.length === 0 && { step: 'sign' as const }) });
    if (settled && rest[0]) showElement(`item-${rest[0].key}`);
  };
  const finish = () => {
    setAsking(false);
    onChange({ answers: restPassed(values), step: 'sign' });
  };
  return (
    <>
      <Card sunk>
        <Box className="text-strong">{values.unit?.name}</Box>
        <ChecklistChoice values={values} onChange={onChange} />
      </Card>
      <Box as="ol" className="stack stack--tight visit-items">
        {items.map((item, index) => (
          <ItemCard
            key={item.key}
            item={item}
            number={index + 1}
            answer={values.answers[item.key]}
            onAnswer={(next) => answer(item.key, next)}
          />
        ))}
      </Box>
      <AddItem values={values} onChange={onChange} />
      <FormBar>
        {open.length > 0 && (
          <Button id="rest-passed" onPress={() => setAsking(true)}>
            {open.length === items.length ? `${items.length} 项都合格` : `其余 ${open.length} 项都合格`}
          </Button>
        )}
        {open.length === 0 && (
          <Button id="to-sign" onPress={() => onChange({ step: 'sign' })}>
            去签字
          </Button>
        )}
      </FormBar>
      <Sheet
        id="rest-sheet"
        open={asking}
        title={`这 ${open.length} 项都看过，都合格吗`}
        onClose={() => setAsking(false)}
      >
        <Box as="ul" className="stack stack--tight">
          {open.map((item) => (
            <Box as="li" key={item.key}>
              <Span>{item.text}</Span>
            </Box>
          ))}
        </Box>
        <Button id="rest-confirm" wide onPress={finish}>
          都看过，都合格，去签字
        </Button>
      </Sheet>
    </>
  );
}

/** Something that no list names: written down as an item of its own, not in order. */
function AddItem({ values, onChange }: VisitStepProps) {
  const add = () => {
    const key = `other-${newId().slice(-8)}`;
    const item = {
      key,
      text: '其他问题',
      basis: null,
      verified: false,
      suggests: { level: 'general' as const, wording: '检查中发现的其他问题' },
    };
    const answer: Answer = { result: 'fail', note: '', photos: [], path: '' };
    onChange({ added: [...values.added, item], answers: { ...values.answers, [key]: answer } });
    showElement(`item-${key}`);
  };
  return (
    <Button id="add-item" kind="quiet" icon="plus" onPress={add}>
      记一处表上没有的问题
    </Button>
  );
}
