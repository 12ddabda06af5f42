import { type ChecklistItem, type ChecklistView, editChecklist } from '@zerentian/shared/checklists/checklist.contract';
import { newId } from '../../platform/id';
import { tell } from '../../platform/tell';
import { useDraft } from '../../platform/use-draft';
import { useSubmission } from '../../platform/use-submission';
import { Button } from '../../ui/button';
import { DraftForm } from '../../ui/draft-form';
import { TextArea, TextInput } from '../../ui/field';
import { Box } from '../../ui/primitives/box';
import { Card } from '../../ui/section';
import { saveChecklist } from '../inspections.api';

/** The township's next version of a list. What it says of its basis is the township's own, so not verified by the product. */
export function ChecklistForm({ list, onDone }: { list: ChecklistView; onDone: () => void }) {
  const { key, trade, version: basedOn } = list;
  const draft = useDraft(`checklist-${key}-${basedOn}`, { title: list.title, items: list.items });
  const { values, change } = draft;
  const sending = useSubmission({
    contract: editChecklist,
    send: saveChecklist,
    onDone: () => {
      draft.clear();
      tell('已保存为本乡的检查表');
      onDone();
    },
  });
  const set = (index: number, part: Partial<ChecklistItem>) =>
    change({ items: values.items.map((item, at) => (at === index ? { ...item, ...part } : item)) });
  const add = () => change({ items: [...values.items, blankItem()] });
  return (
    <Box className="narrow stack">
      <DraftForm
        id="save-checklist"
        verb="保存为本乡的检查表"
        draft={draft}
        sending={sending}
        labels={{ items: '检查项' }}
        onSend={() => void sending.submit({ key, trade, basedOn, ...values })}
      >
        <TextInput
          id="title"
          label="名称"
          value={values.title}
          error={sending.errors.title}
          onChange={(title) => change({ title })}
        />
        <Box id="items" className="stack stack--tight">
          {values.items.map((item, index) => (
            <ItemFields
              key={item.key}
              item={item}
              number={index + 1}
              onChange={(part) => set(index, part)}
              onRemove={() => change({ items: values.items.filter((it) => it.key !== item.key) })}
            />
          ))}
        </Box>
        <Button id="add-checklist-item" kind="secondary" icon="plus" onPress={add}>
          加一项
        </Button>
      </DraftForm>
      <Button kind="quiet" onPress={onDone}>
        不改了
      </Button>
    </Box>
  );
}

function blankItem(): ChecklistItem {
  const suggests = { level: 'general' as const, wording: '' };
  return { key: `own-${newId().slice(-8)}`, text: '', basis: null, verified: false, suggests };
}

interface ItemFieldsProps {
  item: ChecklistItem;
  number: number;
  onChange: (part: Partial<ChecklistItem>) => void;
  onRemove: () => void;
}

/** An own wording of the basis was compared with nothing here. */
function ItemFields({ item, number, onChange, onRemove }: ItemFieldsProps) {
  return (
    <Card>
      <Box className="stack stack--tight">
        <TextArea
          id={`text-${item.key}`}
          label={`第 ${number} 项：合格是什么样`}
          rows={1}
          value={item.text}
          onChange={(text) => onChange({ text })}
        />
        <TextArea
          id={`wording-${item.key}`}
          rows={1}
          label="不合格时怎么写"
          value={item.suggests.wording}
          onChange={(wording) => onChange({ suggests: { ...item.suggests, wording } })}
        />
        <TextArea
          id={`basis-${item.key}`}
          rows={1}
          label="依据"
          optional
          value={item.basis ?? ''}
          onChange={(basis) => onChange({ basis: basis === '' ? null : basis, verified: false })}
        />
        <Button kind="quiet" small onPress={onRemove}>
          {`去掉第 ${number} 项`}
        </Button>
      </Box>
    </Card>
  );
}
