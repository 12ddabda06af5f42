import { MOST_PUBLIC_PHOTOS, sendPublicReport } from '@zerentian/shared/public-reports/public-report.contract';
import { useState } from 'react';
import { PhotoPicker } from '../../../photos/photo-picker';
import { newId } from '../../../platform/id';
import { replaceWith } from '../../../platform/navigation';
import { forgetPhoto } from '../../../platform/photo-files';
import { useDraft } from '../../../platform/use-draft';
import { usePlainSubmission } from '../../../platform/use-submission';
import { Choices } from '../../../ui/choices';
import { DraftForm } from '../../../ui/draft-form';
import { Field, TextArea, TextInput } from '../../../ui/field';
import { keepReport } from '../kept-reports';
import { sendReport } from '../public.api';
import { emptyPublicReport, type PublicReportValues, publicReportInput } from './report-values';

const NAMED = [
  { value: 'anonymous', text: '不留姓名', hint: '没有人知道是谁' },
  { value: 'named', text: '留姓名电话', hint: '方便核实和回复' },
] as const;

/** What, where, a photo; with a name or without. */
export function PublicReportForm({ code }: { code: string }) {
  const [empty] = useState(() => emptyPublicReport(newId()));
  const draft = useDraft(`public-report-${code}`, empty);
  const { values, change } = draft;
  const sending = useReporting(code, values, draft.clear);
  const { errors } = sending;
  return (
    <DraftForm
      id="send-report"
      verb="提交举报"
      draft={draft}
      sending={sending}
      labels={{ reporter: '姓名和电话' }}
      onSend={() => void sending.submit(publicReportInput(values))}
    >
      <TextArea
        id="description"
        label="发现了什么"
        hint="写一句话，或者拍一张照片，有一样就行"
        placeholder="例如：井盖没了，孩子上学要经过"
        rows={3}
        value={values.description}
        error={errors.description}
        onChange={(description) => change({ description })}
      />
      <TextInput
        id="spot"
        label="在哪里"
        optional
        placeholder="例如：村口小桥西边"
        value={values.spot}
        error={errors.spot}
        onChange={(spot) => change({ spot })}
      />
      <Field id="photoIds" label="照片" hint={`最多 ${MOST_PUBLIC_PHOTOS} 张`} optional error={errors.photoIds}>
        <PhotoPicker
          id="photoIds"
          most={MOST_PUBLIC_PHOTOS}
          photos={values.photos}
          onChange={(photos) => change({ photos })}
        />
      </Field>
      <ReporterFields values={values} error={errors.reporter} onChange={change} />
    </DraftForm>
  );
}

/** The photos first, then the report; the code to follow it by is kept on this phone. */
function useReporting(code: string, values: PublicReportValues, clear: () => void) {
  return usePlainSubmission({
    contract: sendPublicReport,
    send: (input, key) => sendReport(code, input, values.photos, key),
    onDone: ({ followCode, place, receivedAt }) => {
      for (const { source } of values.photos) forgetPhoto(source);
      clear();
      keepReport({ code: followCode, place, at: receivedAt });
      replaceWith('reportSent', { code: followCode });
    },
  });
}

interface ReporterFieldsProps {
  values: PublicReportValues;
  error: string | undefined;
  onChange: (part: Partial<PublicReportValues>) => void;
}

/** Named or anonymous, with what each means. The contract speaks of name and number as one; what is wrong stands where it can be mended. */
function ReporterFields({ values, error, onChange }: ReporterFieldsProps) {
  const wrongName = error !== undefined && values.name.trim() === '';
  return (
    <>
      <Field id="named" label="要不要留姓名" hint="留下的姓名电话只有安监站和分管负责人能看到，不会告诉被举报的单位">
        <Choices
          id="named"
          label="要不要留姓名"
          value={values.named ? 'named' : 'anonymous'}
          options={NAMED}
          onChange={(choice) => onChange({ named: choice === 'named' })}
        />
      </Field>
      {values.named && (
        <>
          <TextInput
            id="reporter"
            label="姓名"
            value={values.name}
            error={wrongName ? '请填姓名' : undefined}
            onChange={(name) => onChange({ name })}
          />
          <TextInput
            id="phone"
            label="电话"
            type="tel"
            value={values.phone}
            error={wrongName ? undefined : error}
            onChange={(phone) => onChange({ phone })}
          />
        </>
      )}
    </>
  );
}
