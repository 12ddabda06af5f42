import {
  type CampaignDetail,
  campaignKindNames,
  campaignKinds,
  campaignStepInputs,
  planCampaign as contract,
} from '@zerentian/shared/campaigns/campaign.contract';
import { mayPlan } from '@zerentian/shared/campaigns/campaign.lifecycle';
import type { UnitView } from '@zerentian/shared/units/unit.contract';
import { useChecklists } from '../../inspections/inspections.api';
import type { FieldErrors } from '../../platform/form-errors';
import { replaceWith } from '../../platform/navigation';
import { useSession } from '../../platform/session';
import { tell } from '../../platform/tell';
import { useDraft } from '../../platform/use-draft';
import { useSubmission } from '../../platform/use-submission';
import { Choices } from '../../ui/choices';
import { DraftForm } from '../../ui/draft-form';
import { DateField, Field, PickerField, TextArea, TextInput } from '../../ui/field';
import { planCampaign, takeStep } from '../campaigns.api';
import { type PlanValues, planInput } from './plan-values';
import { TargetFields } from './target-fields';
import '../../ui/chips.scss';
import '../campaigns.scss';

interface PlanFormProps {
  units: readonly UnitView[];
  initial: PlanValues;
  /** The plan that is changed; a new one without it. */
  campaign?: CampaignDetail;
}

const KINDS = campaignKinds.map((value) => ({ value, text: campaignKindNames[value] }));

export function PlanForm({ units, initial, campaign }: PlanFormProps) {
  const draft = useDraft<PlanValues>(campaign ? `campaign-${campaign.id}` : 'plan-campaign', initial);
  const { values, change } = draft;
  const { sending, send } = usePlanning(campaign, draft, units);
  const parts = { values, errors: sending.errors, onChange: change };
  return (
    <DraftForm id="submit-plan" verb={campaign ? '保存修改' : '保存方案'} draft={draft} sending={sending} onSend={send}>
      <WhatFields {...parts} />
      <WhenFields {...parts} />
      <TargetFields {...parts} units={units} />
    </DraftForm>
  );
}

function usePlanning(
  campaign: CampaignDetail | undefined,
  draft: { values: PlanValues; clear: () => void },
  units: readonly UnitView[],
) {
  const posts = useSession((state) => state.posts);
  const postId = campaign
    ? campaign.steps.find((it) => it.step === 'amend')?.postId
    : posts.find((post) => mayPlan(post))?.id;
  const onDone = ({ id }: { id: string }) => {
    draft.clear();
    tell('方案已保存');
    replaceWith('campaign', { id });
  };
  const planning = useSubmission({ contract, send: planCampaign, onDone });
  const amending = useSubmission({
    contract: campaignStepInputs.amend,
    send: (input, key) => takeStep(campaign?.id ?? '', 'amend', input, key),
    onDone,
  });
  const sending = campaign ? amending : planning;
  const send = () => {
    const input = planInput(draft.values, units, postId);
    if (!campaign) return void planning.submit(input);
    const { id: _, ...plan } = input as { id: string };
    void amending.submit(plan);
  };
  return { sending, send };
}

export interface PlanPartProps {
  values: PlanValues;
  errors: FieldErrors;
  onChange: (part: Partial<PlanValues>) => void;
}

function WhatFields({ values, errors, onChange }: PlanPartProps) {
  return (
    <>
      <Field id="kind" label="类别" error={errors.kind}>
        <Choices id="kind" label="类别" value={values.kind} options={KINDS} onChange={(kind) => onChange({ kind })} />
      </Field>
      <TextInput
        id="title"
        label="名称"
        placeholder="例如：冬季用气专项整治"
        value={values.title}
        error={errors.title}
        onChange={(title) => onChange({ title })}
      />
      <TextInput
        id="basis"
        label="依据"
        hint="文件名称和文号"
        optional
        value={values.basis}
        error={errors.basis}
        onChange={(basis) => onChange({ basis })}
      />
      <TextArea
        id="purpose"
        label="目的和安排"
        optional
        rows={3}
        value={values.purpose}
        error={errors.purpose}
        onChange={(purpose) => onChange({ purpose })}
      />
    </>
  );
}

function WhenFields({ values, errors, onChange }: PlanPartProps) {
  const lists = useChecklists().data ?? [];
  const options = lists.map((list) => ({ value: list.key, text: `${list.title}（${list.items.length} 项）` }));
  return (
    <>
      <DateField
        id="startsOn"
        label="开始日期"
        value={values.startsOn}
        error={errors.startsOn}
        onChange={(startsOn) => onChange({ startsOn })}
      />
      <DateField
        id="endsOn"
        label="结束日期"
        value={values.endsOn}
        error={errors.endsOn}
        onChange={(endsOn) => onChange({ endsOn })}
      />
      <PickerField
        id="checklistKey"
        label="检查表"
        placeholder="选择检查表"
        value={values.checklistKey}
        error={errors.checklistKey}
        options={options}
        onChange={(checklistKey) => onChange({ checklistKey })}
      />
    </>
  );
}
