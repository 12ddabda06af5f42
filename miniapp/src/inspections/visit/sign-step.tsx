import { hazardPathNames } from '@zerentian/shared/hazards/hazard.contract';
import { recordInspection } from '@zerentian/shared/inspections/inspection.contract';
import { countsOf, findingWords } from '@zerentian/shared/inspections/inspection.rule';
import type { FieldErrors } from '../../platform/form-errors';
import { replaceWith } from '../../platform/navigation';
import { useOutboxForm } from '../../platform/outbox/use-outbox-form';
import { useSession } from '../../platform/session';
import { tell } from '../../platform/tell';
import { Button } from '../../ui/button';
import { ErrorSummary } from '../../ui/error-summary';
import { TextArea, TextInput } from '../../ui/field';
import { FormBar } from '../../ui/form-bar';
import { Box } from '../../ui/primitives/box';
import { Form } from '../../ui/primitives/form';
import { Facts, Section } from '../../ui/section';
import { INSPECTIONS_STALE } from '../inspections.api';
import { CompanionField } from './companion-field';
import type { VisitStepProps } from './index';
import { SignatureField } from './signature-field';
import { failedItems, itemsOf, NO_ANSWER, photosOf, postFor, visitInput } from './visit-values';

/** Check your answers, sign, send: what was found stands above the signature, as on paper. */
export function SignStep({ values, onChange, onDone }: VisitStepProps & { onDone: () => void }) {
  const { posts, actingPostId } = useSession();
  const sending = useOutboxForm({
    contract: recordInspection,
    act: () => ({
      title: '安全检查',
      about: values.unit?.name ?? '',
      path: '/inspections',
      subject: `inspection:${values.id}`,
      creates: true,
      photos: photosOf(values),
      stale: INSPECTIONS_STALE,
      page: { page: 'inspection', params: { id: values.id } },
      form: { page: 'inspect', draft: 'inspect', values },
    }),
    onKept: () => {
      onDone();
      tell('已记下，正在送出');
      replaceWith('inspection', { id: values.id });
    },
  });
  const { errors } = sending;
  const post = values.unit ? postFor(values.unit, posts, actingPostId) : undefined;
  const send = () => sending.submit(visitInput(values, post?.id));
  return (
    <Form onSubmit={send}>
      <ErrorSummary errors={errors} problem={null} labels={{ refusal: '原因和见证人' }} />
      <Review values={values} />
      <SignatureField values={values} onChange={onChange} errors={errors} />
      <WhoFields values={values} onChange={onChange} errors={errors} />
      <FormBar>
        <Button id="send-visit" onPress={send}>
          送出检查记录
        </Button>
      </FormBar>
    </Form>
  );
}

/** Who signs, who went along, and what else there is to say. */
function WhoFields({ values, onChange, errors }: VisitStepProps & { errors: FieldErrors }) {
  return (
    <>
      <TextInput
        id="inspectedName"
        label={values.refused ? '现场负责人姓名' : '签字人姓名'}
        optional={values.refused}
        value={values.inspectedName}
        error={errors.inspectedName}
        onChange={(inspectedName) => onChange({ inspectedName })}
      />
      <TextInput
        id="inspectedTitle"
        label="职务"
        optional
        placeholder="例如：厂长、值班经理"
        value={values.inspectedTitle}
        error={errors.inspectedTitle}
        onChange={(inspectedTitle) => onChange({ inspectedTitle })}
      />
      <CompanionField values={values} onChange={onChange} error={errors.companionIds} />
      <TextArea
        id="remark"
        label="其他情况"
        optional
        rows={1}
        value={values.remark}
        error={errors.remark}
        onChange={(remark) => onChange({ remark })}
      />
    </>
  );
}

function Review({ values }: Pick<VisitStepProps, 'values'>) {
  const items = itemsOf(values);
  const { passed, failed, notApplicable } = countsOf(items.map((item) => values.answers[item.key] ?? NO_ANSWER));
  const facts = [
    { label: '单位', value: values.unit?.name ?? '' },
    { label: '检查表', value: values.checklist?.title ?? '' },
    { label: '结果', value: `合格 ${passed} 项，不合格 ${failed} 项，不涉及 ${notApplicable} 项` },
  ];
  return (
    <Section title="请当面核对">
      <Facts items={facts} />
      {failedItems(values).map((item) => {
        const { note, path, photos } = values.answers[item.key] ?? NO_ANSWER;
        const words = findingWords({ note, text: item.text, wording: item.suggests.wording });
        const picture = photos.length > 0 ? `，照片 ${photos.length} 张` : '';
        return (
          <Box key={item.key} className="card">
            <Box>{words}</Box>
            <Box className="text-note">{`${hazardPathNames[path === '' ? 'assigned' : path]}${picture}`}</Box>
          </Box>
        );
      })}
    </Section>
  );
}
