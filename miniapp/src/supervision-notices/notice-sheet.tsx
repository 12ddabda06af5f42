import {
  NOT_A_CLUE,
  type SupervisionNoticeView,
  supervisionOutcomeNames,
} from '@zerentian/shared/supervision-notices/supervision-notice.contract';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { asProblem } from '../platform/api-problem';
import { open } from '../platform/navigation';
import { openPaper } from '../platform/paper';
import { tell } from '../platform/tell';
import { Button } from '../ui/button';
import { Loaded } from '../ui/loaded';
import { Box } from '../ui/primitives/box';
import { Facts } from '../ui/section';
import { Sheet } from '../ui/sheet';
import { Skeleton } from '../ui/states';
import { dateWords, exactTime } from '../ui/time/time-words';
import { ExplainForm } from './explain-form';
import { HandleForm } from './handle-form';
import { useSupervisionNotice } from './supervision-notices.api';

/** One 监督提示 whole: what is late, in whose hands, what they say, what 乡纪委 did; and what the reader may do. */
export function NoticeSheet({ id, onClose }: { id: string | null; onClose: () => void }) {
  const query = useSupervisionNotice(id);
  return (
    <Sheet id="supervision-sheet" open={id !== null} title="监督提示" closeText="关闭" onClose={onClose}>
      <Loaded query={query} skeleton={<Skeleton lines={5} />}>
        {(notice) => <Whole notice={notice} />}
      </Loaded>
    </Sheet>
  );
}

function Whole({ notice }: { notice: SupervisionNoticeView }) {
  return (
    <Box className="stack">
      <Box className="text-note">{NOT_A_CLUE}</Box>
      <Facts items={factsOf(notice)} />
      {notice.mayExplain && <ExplainForm id={notice.id} postId={notice.mayExplain} />}
      {notice.mayHandle && <HandleForm id={notice.id} postId={notice.mayHandle} isSeen={notice.outcome !== null} />}
      <Button kind="secondary" wide onPress={() => open('hazard', { id: notice.hazardId })}>
        看这条隐患
      </Button>
      <PaperButton notice={notice} />
    </Box>
  );
}

function PaperButton({ notice: { id, number } }: { notice: SupervisionNoticeView }) {
  const [opening, setOpening] = useState(false);
  const show = async () => {
    setOpening(true);
    try {
      await openPaper(`/supervision-notices/${id}/paper`, `${number}.pdf`);
    } catch (error) {
      tell(asProblem(error).title);
    } finally {
      setOpening(false);
    }
  };
  return (
    <Button
      id="supervision-paper"
      kind="secondary"
      icon="record"
      wide
      busy={opening}
      busyText="正在生成…"
      onPress={() => void show()}
    >
      打开《监督提示》
    </Button>
  );
}

function factsOf(notice: SupervisionNoticeView): { label: string; value: ReactNode }[] {
  const { named, outcome, explanation, explainedAt, outcomeAt } = notice;
  return [
    { label: '编号', value: notice.number },
    { label: '事项', value: notice.matter },
    { label: '应办', value: `${notice.step}，应在${dateWords(notice.dueOn)}前办完` },
    { label: '岗位', value: named.post ?? '' },
    { label: '当时在任', value: named.name ?? '岗位空缺' },
    { label: '到手', value: exactTime(new Date(notice.since)) },
    { label: '依据', value: notice.rule },
    { label: '提示', value: exactTime(new Date(notice.madeAt)) },
    ...(explanation !== null && explainedAt
      ? [{ label: '说明', value: `${explanation}（${exactTime(new Date(explainedAt))}）` }]
      : []),
    ...(outcome && outcomeAt
      ? [{ label: '乡纪委', value: outcomeWords(outcome, notice.outcomeText, new Date(outcomeAt)) }]
      : []),
  ];
}

function outcomeWords(outcome: keyof typeof supervisionOutcomeNames, text: string | null, at: Date): string {
  return `${supervisionOutcomeNames[outcome]}${text ? `：${text}` : ''}（${exactTime(at)}）`;
}
