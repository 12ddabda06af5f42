import type { HazardPath } from '@zerentian/shared/hazards/hazard.contract';
import { reportFrom } from '@zerentian/shared/hazards/hazard.place';
import { useMemo, useState } from 'react';
import { useVillages } from '../../areas/areas.api';
import { newId } from '../../platform/id';
import { replaceWith } from '../../platform/navigation';
import { useOutboxForm } from '../../platform/outbox/use-outbox-form';
import { useSession } from '../../platform/session';
import { useDraft } from '../../platform/use-draft';
import { DraftForm } from '../../ui/draft-form';
import { HAZARDS_STALE, hazardSubject } from '../hazards.api';
import { pathsFor } from '../report-paths';
import { rememberPlace } from './recent-places';
import { ReportFields } from './report-fields';
import { emptyReport, pathOf, postFor, type ReportValues, reportInput, submitWords } from './report-values';

const DRAFT = 'report-hazard';

/** One line or one photo is enough; everything else is there for whoever has it at hand. */
export function ReportForm() {
  const [empty] = useState(() => emptyReport(newId()));
  const draft = useDraft(DRAFT, empty);
  const { values, change } = draft;
  const { posts, actingPostId } = useSession();
  const post = postFor(values, posts, actingPostId);
  const paths = pathsFor(post);
  const path = pathOf(values, paths);
  const sending = useReporting(values, path, draft.clear);
  const send = () => sending.submit(reportInput(values, path, post?.id));
  const { errors } = sending;
  const parts = { values, errors, onChange: change };
  return (
    <DraftForm
      id="submit-hazard"
      verb={submitWords(path, values.unitName)}
      draft={draft}
      sending={sending}
      onSend={send}
    >
      <ReportFields {...parts} post={post} path={path} paths={paths} />
    </DraftForm>
  );
}

/** Under its own id, so that its page can be opened before the server has it. */
function useReporting(values: ReportValues, path: HazardPath, clear: () => void) {
  const { id } = values;
  const person = useSession((state) => state.person?.id ?? '');
  const villages = useVillages();
  const areaCode = values.unitArea || values.areaCode;
  const posts = useSession((state) => state.posts);
  const contract = useMemo(() => reportFrom(posts.map((post) => post.areaCode)), [posts]);
  return useOutboxForm({
    contract,
    act: () => ({
      title: submitWords(path, values.unitName),
      about: values.description || `照片 ${values.photos.length} 张`,
      path: '/hazards',
      subject: hazardSubject(id),
      photos: path === 'fixed' ? [...values.photos, ...values.afterPhotos] : values.photos,
      creates: true,
      stale: HAZARDS_STALE,
      page: { page: 'hazard', params: { id } },
      form: { page: 'reportHazard', draft: DRAFT, values },
    }),
    onKept: () => {
      rememberPlace(person, values, villages.find((village) => village.code === areaCode)?.name ?? '');
      clear();
      replaceWith('hazard', { id });
    },
  });
}
