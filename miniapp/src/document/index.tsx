import type { StudyView } from '@zerentian/shared/duties/study.contract';
import { useMemo, useState } from 'react';
import { useRefresh } from '../platform/use-refresh';
import { Button } from '../ui/button';
import { Chips } from '../ui/chips';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { Box } from '../ui/primitives/box';
import { Section } from '../ui/section';
import { Sheet } from '../ui/sheet';
import { EmptyState, Skeleton } from '../ui/states';
import { Contents } from './contents';
import { useStudy } from './document.api';
import { DocumentHead } from './document-head';
import { Reader } from './reader';
import { countMine, onlyMine, type ReadingClause, type ReadingSentence, readingOf } from './reading';
import { SentenceSheet } from './sentence-sheet';
import './document.scss';

export default function DocumentPage() {
  const query = useStudy();
  // A paper of years is read anew when it is old, or when somebody pulls it down.
  useRefresh((options) => (options && !query.isStale ? Promise.resolve() : query.refetch(options)));
  return (
    <Page title="文件学习" section="document">
      <Loaded query={query} skeleton={<Skeleton cards={2} lines={8} />}>
        {(study) => <Study study={study} />}
      </Loaded>
    </Page>
  );
}

type View = 'all' | 'mine';

function Study({ study }: { study: StudyView }) {
  const clauses = useMemo(() => readingOf(study), [study]);
  const [view, setView] = useState<View>('all');
  const [sentence, setSentence] = useState<ReadingSentence | null>(null);
  const shown = view === 'mine' ? onlyMine(clauses) : clauses;
  return (
    <Box className="columns">
      <Box className="columns__main">
        <DocumentHead study={study} />
        <Box className="row row--spread study__bar">
          <ViewChips view={view} mine={countMine(clauses)} onChange={setView} />
          <ContentsButton clauses={shown} />
        </Box>
        {shown.length === 0 ? <NothingMine /> : <Reader clauses={shown} onSentence={setSentence} />}
      </Box>
      <Box className="columns__side study__side">
        <Section title="目录">
          <Contents clauses={shown} />
        </Section>
      </Box>
      <SentenceSheet study={study} sentence={sentence} onClose={() => setSentence(null)} />
    </Box>
  );
}

function ViewChips({ view, mine, onChange }: { view: View; mine: number; onChange: (view: View) => void }) {
  const options = [
    { value: 'all', text: '全文' },
    { value: 'mine', text: `只看我的（${mine} 句）` },
  ] as const;
  return <Chips label="看什么" value={view} options={options} onChange={onChange} />;
}

function ContentsButton({ clauses }: { clauses: readonly ReadingClause[] }) {
  const [open, setOpen] = useState(false);
  return (
    <Box className="study__contents">
      <Button kind="quiet" small onPress={() => setOpen(true)}>
        看目录
      </Button>
      <Sheet id="contents" open={open} title="目录" closeText="关闭" onClose={() => setOpen(false)}>
        <Contents clauses={clauses} onChosen={() => setOpen(false)} />
      </Sheet>
    </Box>
  );
}

function NothingMine() {
  return <EmptyState title="文件里没有落到您岗位的句子">看“全文”，每句话后面的“职责”都能点开，看是谁的。</EmptyState>;
}
