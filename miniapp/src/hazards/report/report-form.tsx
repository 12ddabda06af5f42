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
import { Button } from '../../ui/button';
import { ErrorSummary } from '../../ui/error-summary';
import { Field, TextArea } from '../../ui/field';
import { Box } from '../../ui/primitives/box';
import { Form } from '../../ui/primitives/form';
import { reportHazard } from '../hazards.api';
import { MoreFields } from './more-fields';
import { PathFields } from './path-fields';
import { emptyReport, pathOf, pathsFor, postFor, reportInput, submitWords } from './report-values';
import { WhereFields } from './where-fields';
import './report.scss';

const DONE: Record<HazardPath, string> = { fixed: '已记录并销号', assigned: '已交办', referred: '已上报' };

/** One line or one photo is enough; everything else is there for whoever has it at hand. */
export function ReportForm() {
  const [empty] = useState(() => emptyReport(newId()));
  const { values, change, clear, restored } = useDraft('report-hazard', empty);
  const { posts, actingPostId } = useSession();
  const post = postFor(values, posts, actingPostId);
  const paths = pathsFor(post);
  const path = pathOf(values, paths);
  const { submit, errors, problem, busy } = useSubmission({
    contract,
    send: reportHazard,
    onDone: ({ id }) => {
      clear();
      tell(DONE[path]);
      replaceWith('hazard', { id });
    },
  });
  const send = () => void submit(reportInput(values, path, post?.id));
  const waiting = !allStored(values.photos) || (path === 'fixed' && !allStored(values.afterPhotos));
  const parts = { values, errors, onChange: change };
  return (
    <Form onSubmit={send}>
      {restored && <RestoredNotice onClear={() => clear()} />}
      <ErrorSummary errors={errors} problem={problem} />
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
      <Box className="report__bar">
        <Button id="submit-hazard" wide busy={busy} disabled={waiting} onPress={send}>
          {waiting ? '照片上传完就能提交' : submitWords(path, values.unitName)}
        </Button>
      </Box>
    </Form>
  );
}

function RestoredNotice({ onClear }: { onClear: () => void }) {
  return (
    <Box className="kept" role="status">
      <Box>已恢复上次没有提交的内容，可以接着写。</Box>
      <Button kind="quiet" small onPress={onClear}>
        重新开始
      </Button>
    </Box>
  );
}
