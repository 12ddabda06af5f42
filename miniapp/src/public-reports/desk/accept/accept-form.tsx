import { acceptPublicReport, type PublicReportDetail } from '@zerentian/shared/public-reports/public-sifting.contract';
import { useCallback, useState } from 'react';
import { DeadlineField } from '../../../hazards/deadline-field';
import { LevelField } from '../../../hazards/level-field';
import type { FieldErrors } from '../../../platform/form-errors';
import { newId } from '../../../platform/id';
import { replaceWith } from '../../../platform/navigation';
import { tell } from '../../../platform/tell';
import { useDraft } from '../../../platform/use-draft';
import { useSubmission } from '../../../platform/use-submission';
import { Choices } from '../../../ui/choices';
import { DraftForm } from '../../../ui/draft-form';
import { Field, TextArea, TextInput } from '../../../ui/field';
import { PhotoGrid } from '../../../ui/photo-grid';
import { UnitField } from '../../../units/unit-field';
import { takeSiftingStep } from '../public-sifting.api';
import { type AcceptValues, acceptInput, initialAccept } from './accept-values';

const PATHS = [
  { value: 'referred', text: '上报研判', hint: '先定级，再签批交办' },
  { value: 'assigned', text: '现场交办', hint: '马上限期整改' },
] as const;

const PHOTOS = [
  { value: 'yes', text: '照片一并转过去' },
  { value: 'no', text: '不转照片', hint: '照片里能看出是谁举报的' },
] as const;

/** One tap where the report says it all; every field may be put otherwise. */
export function AcceptForm({ report, postId }: { report: PublicReportDetail; postId: string }) {
  const [initial] = useState(() => initialAccept(report, newId()));
  const draft = useDraft(`accept-report-${report.id}`, initial);
  const { values, change } = draft;
  const sending = useAccepting(report.id, draft.clear);
  const { errors } = sending;
  return (
    <DraftForm
      id="send-accept"
      verb={values.path === 'assigned' && values.level === 'general' ? '转为隐患，现场交办' : '转为隐患，上报研判'}
      draft={draft}
      sending={sending}
      onSend={() => void sending.submit(acceptInput(values, postId))}
    >
      <TextArea
        id="description"
        label="发现了什么"
        hint="责任单位会看到。请删去能看出举报人是谁的话"
        rows={3}
        value={values.description}
        error={errors.description}
        onChange={(description) => change({ description })}
      />
      <TextInput
        id="spot"
        label="具体位置"
        optional
        value={values.spot}
        error={errors.spot}
        onChange={(spot) => change({ spot })}
      />
      <UnitField
        id="unitId"
        label="在哪个单位"
        hint="行业由单位带出；公共场所可以不选"
        optional
        area={report.areaCode}
        known={{ id: report.unitId, name: report.unitName }}
        value={values.unitId}
        error={errors.unitId}
        onChange={(unitId) => change({ unitId })}
      />
      <LevelField values={values} errors={errors} onChange={change} />
      <WayFields report={report} values={values} errors={errors} onChange={change} />
    </DraftForm>
  );
}

interface WayFieldsProps {
  report: PublicReportDetail;
  values: AcceptValues;
  errors: FieldErrors;
  onChange: (part: Partial<AcceptValues>) => void;
}

/** How it goes on, and whether the photos go along. */
function WayFields({ report, values, errors, onChange }: WayFieldsProps) {
  return (
    <>
      {values.level === 'general' && (
        <Field id="path" label="怎么处理" error={errors.path}>
          <Choices
            id="path"
            label="怎么处理"
            value={values.path}
            options={PATHS}
            onChange={(path) => onChange({ path })}
          />
        </Field>
      )}
      {values.level === 'general' && values.path === 'assigned' && (
        <DeadlineField
          level="general"
          given={null}
          value={values.deadline}
          error={errors.deadline}
          onChange={(deadline) => onChange({ deadline })}
        />
      )}
      {report.photos.length > 0 && (
        <Field id="withPhotos" label="照片" error={errors.withPhotos}>
          <PhotoGrid photos={report.photos} what="举报的照片" />
          <Choices
            id="withPhotos"
            label="照片"
            value={values.withPhotos ? 'yes' : 'no'}
            options={PHOTOS}
            onChange={(choice) => onChange({ withPhotos: choice === 'yes' })}
          />
        </Field>
      )}
    </>
  );
}

function useAccepting(id: string, clear: () => void) {
  const send = useCallback((body: object, key: string) => takeSiftingStep(id, 'accept', body, key), [id]);
  return useSubmission<object, Awaited<ReturnType<typeof takeSiftingStep>>>({
    contract: acceptPublicReport,
    send,
    onDone: ({ hazardId }) => {
      clear();
      tell('已转为隐患');
      replaceWith('hazard', { id: hazardId });
    },
  });
}
