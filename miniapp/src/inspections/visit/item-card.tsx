import type { ChecklistItem } from '@zerentian/shared/checklists/checklist.contract';
import { type HazardPath, hazardPathNames } from '@zerentian/shared/hazards/hazard.contract';
import { type ItemResult, itemResultNames, itemResults } from '@zerentian/shared/inspections/inspection.contract';
import { PhotoPicker } from '../../photos/photo-picker';
import { Choices } from '../../ui/choices';
import { Field, TextArea } from '../../ui/field';
import { Box } from '../../ui/primitives/box';
import { StateTag } from '../../ui/tag';
import { type Answer, NO_ANSWER } from './visit-values';

interface ItemCardProps {
  item: ChecklistItem;
  number: number;
  answer: Answer | undefined;
  onAnswer: (answer: Answer) => void;
}

const RESULTS = itemResults.map((value) => ({ value, text: itemResultNames[value] }));

/** One thing to look at, with its three answers. What is not in order says more only if one likes. */
export function ItemCard({ item, number, answer, onAnswer }: ItemCardProps) {
  const say = (result: ItemResult) => onAnswer({ ...(answer ?? NO_ANSWER), result });
  return (
    <Box as="li" id={`item-${item.key}`} className={answer ? 'card visit-item visit-item--said' : 'card visit-item'}>
      <Box className="visit-item__text">{`${number}．${item.text}`}</Box>
      {item.basis && (
        <Box className="text-third">{`依据：${item.basis}${item.verified ? '' : '（未与原文核对）'}`}</Box>
      )}
      <Choices
        id={`result-${item.key}`}
        label={`第 ${number} 项`}
        value={answer?.result ?? ''}
        options={RESULTS}
        onChange={say}
      />
      {answer?.result === 'fail' && <Finding item={item} answer={answer} onAnswer={onAnswer} />}
    </Box>
  );
}

const PATHS: readonly { value: HazardPath; text: string; hint: string }[] = [
  { value: 'assigned', text: hazardPathNames.assigned, hint: '限期整改' },
  { value: 'fixed', text: hazardPathNames.fixed, hint: '当场改好了' },
  { value: 'referred', text: hazardPathNames.referred, hint: '拿不准、疑似重大' },
];

/** What is wrong, and how it goes on: it becomes a hazard with the visit, by itself. */
function Finding({ item, answer, onAnswer }: Omit<ItemCardProps, 'number'> & { answer: Answer }) {
  const { key, suggests } = item;
  const change = (part: Partial<Answer>) => onAnswer({ ...answer, ...part });
  return (
    <Box className="stack stack--tight">
      {suggests.level === 'suspected-major' && (
        <Box className="row">
          <StateTag text="可能是重大隐患" tone="alert" />
          <Box className="text-note">拿不准就选上报研判，由县级判定</Box>
        </Box>
      )}
      <TextArea
        id={`note-${key}`}
        label="问题是什么"
        hint="不写，就按框里的话记"
        optional
        rows={1}
        placeholder={suggests.wording}
        value={answer.note}
        onChange={(note) => change({ note })}
      />
      <PhotoPicker id={`photos-${key}`} photos={answer.photos} onChange={(photos) => change({ photos })} />
      <Field id={`path-${key}`} label="怎么处理">
        <Choices
          id={`path-${key}`}
          label="怎么处理"
          value={answer.path === '' ? 'assigned' : answer.path}
          options={PATHS}
          onChange={(path) => change({ path })}
        />
      </Field>
    </Box>
  );
}
