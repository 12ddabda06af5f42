import { useLoad } from '@tarojs/taro';
import type { AccountabilityView } from '@zerentian/shared/accountability/accountability.contract';
import { dateOf } from '@zerentian/shared/calendar';
import { useState } from 'react';
import { serverNow } from '../platform/clock';
import { useActingPost } from '../platform/session';
import { useRefresh } from '../platform/use-refresh';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { Box } from '../ui/primitives/box';
import { EmptyState, Skeleton } from '../ui/states';
import { dateWords } from '../ui/time/time-words';
import { useAccountability } from './accountability.api';
import { AnswerLines } from './answer-lines';
import type { Answer } from './answer-words';
import { AskBar } from './ask-bar';
import { askedFromLink, ownPlace, queryOf, useAsked } from './asked';
import { ClausesSheet } from './clauses-sheet';
import './accountability.scss';

export default function AccountabilityPage() {
  const post = useActingPost();
  const asked = useAsked().asked ?? ownPlace(post);
  const query = useAccountability(queryOf(asked));
  const [answered, setAnswered] = useState<Answer | null>(null);
  useLoad((params) => {
    const linked = askedFromLink(params);
    if (linked) useAsked.setState({ asked: linked });
  });
  const nothing = asked.area === '' && asked.unit === '';
  useRefresh((options) => (nothing ? Promise.resolve() : query.refetch(options)));
  return (
    <Page title="谁负责" section="accountability">
      <AskBar asked={asked} />
      {nothing ? (
        <EmptyState title="先选一个乡镇">再选村、单位或行业，就能看到五条线上各是谁负责。</EmptyState>
      ) : (
        <Loaded query={query} skeleton={<Skeleton cards={5} lines={3} />}>
          {(answer) => (
            <Box className="stack">
              <Box className="answer-head">{headOf(answer)}</Box>
              <AnswerLines lines={answer.lines} past={isPast(answer)} onClauses={setAnswered} />
            </Box>
          )}
        </Loaded>
      )}
      <ClausesSheet answer={answered} onClose={() => setAnswered(null)} />
    </Page>
  );
}

/** 马营村 · 示例石料厂 · 2026年11月23日 */
function headOf({ area, unit, trade, at, knownAt }: AccountabilityView): string {
  const known = knownAt ? `按${dateWords(knownAt)}所知` : '';
  return [area.name, unit?.name, trade?.name, dateWords(at), known].filter(Boolean).join(' · ');
}

function isPast({ at, knownAt }: AccountabilityView): boolean {
  return knownAt !== null || at !== dateOf(serverNow());
}
