import { reportHazard as contract, type HazardPath } from '@zerentian/shared/hazards/hazard.contract';
import { useState } from 'react';
import { PhotoPicker } from '../../photos/photo-picker';
import { allStored } from '../../photos/photo-store';
import { newId } from '../../platform/id';
import { replaceWith } from '../../platform/navigation';
import { useSession } from '../../platform/session';
import { tell } from '../../platform/tell';
import { useDraft } from '../../platform/use-draft';
import { useSubmission } from '../../platform/use-submission';
import { DraftForm } from '../../ui/draft-form';
import { Field, TextArea } from '../../ui/field';
import { reportHazard } from '../hazards.api';
import { MoreFields } from './more-fields';
import { PathFields } from './path-fields';
import { emptyReport, pathOf, pathsFor, postFor, reportInput, submitWords } from './report-values';
import { WhereFields } from './where-fields';

const DONE: Record<HazardPath, string> = { fixed: '已记录并销号', assigned: '已交办', referred: '已上报' };

/** One line or one photo is enough; everything else is there for whoever has it at hand. */
export function ReportForm() {
  const [empty] = useState(() => emptyReport(newId()));
  const draft = useDraft('report-hazard', empty);
  const { values, change } = draft;
  const { posts, actingPostId } = useSession();
  const post = postFor(values, posts, actingPostId);
  const paths = pathsFor(post);
  const path = pathOf(values, paths);
  const sending = useSubmission({
    contract,
    send: reportHazard,
    onDone: ({ id }) => {
      draft.clear();
      tell(DONE[path]);
      replaceWith('hazard', { id });
    },
  });
  const send = () => void sending.submit(reportInput(values, path, post?.id));
  const waiting = !allStored(values.photos) || (path === 'fixed' && !allStored(values.afterPhotos));
  const { errors } = sending;
  const parts = { values, errors, onChange: change };
  return (
    <DraftForm
      id="submit-hazard"
      verb={submitWords(path, values.unitName)}
      draft={draft}
      sending={sending}
      waiting={waiting}
      onSend={send}
    >
      <TextArea
        id="description"
        label="发现了什么"
        hint="写一句话，或者拍一张照片，有一样就行"
        placeholder="例如：配电箱没有盖，电线裸露"
        rows={2}
        value={values.description}
        error={errors.description}
        onChange={(description) => change({ description })}
      />
      <Field id="photoIds" label="照片" optional error={errors.photoIds}>
        <PhotoPicker id="photoIds" prominent photos={values.photos} onChange={(photos) => change({ photos })} />
      </Field>
      <WhereFields {...parts} />
      <PathFields {...parts} path={path} paths={paths} />
      <MoreFields {...parts} path={path} />
    </DraftForm>
  );
}
