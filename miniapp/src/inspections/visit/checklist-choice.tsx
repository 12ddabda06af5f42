import { checklistsFor } from '@zerentian/shared/checklists/checklist.rule';
import { PickerField } from '../../ui/field';
import { useChecklists } from '../inspections.api';
import type { VisitStepProps } from './index';

/** Which list is gone through: the trade's own unless chosen otherwise. Another list begins anew. */
export function ChecklistChoice({ values, onChange }: VisitStepProps) {
  const lists = checklistsFor(useChecklists().data ?? [], values.unit?.trade ?? null);
  const options = lists.map((list) => ({ value: list.key, text: `${list.title}（${list.items.length} 项）` }));
  const choose = (key: string) => {
    const list = lists.find((it) => it.key === key);
    if (!list || key === values.checklist?.key) return;
    const { version, title, items } = list;
    onChange({ checklist: { key, version, title, items }, answers: {}, added: [] });
  };
  if (options.length < 2) return null;
  return (
    <PickerField
      id="checklist"
      label="检查表"
      placeholder="选择检查表"
      value={values.checklist?.key ?? ''}
      options={options}
      onChange={choose}
    />
  );
}
