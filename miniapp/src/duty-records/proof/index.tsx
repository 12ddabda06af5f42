import { dateOf } from '@zerentian/shared/calendar';
import { useState } from 'react';
import { type ApiProblem, asProblem } from '../../platform/api-problem';
import { serverNow } from '../../platform/clock';
import { openPaper } from '../../platform/paper';
import { queryString } from '../../platform/query-string';
import { Button } from '../../ui/button';
import { ErrorSummary } from '../../ui/error-summary';
import { Page } from '../../ui/page';
import { Box } from '../../ui/primitives/box';
import { ProofActs } from './proof-acts';
import { ProofForm } from './proof-form';
import { errorsOfSpan, type ProofSpan, spanUntil } from './proof-span';
import './proof.scss';

/** What is wrong with the span stands beside its dates; only the server's refusal stands above. */
const NO_ERRORS = {};

export default function DiligenceProofPage() {
  const [span, setSpan] = useState<ProofSpan>(() => spanUntil(dateOf(serverNow()), 'quarter'));
  const { print, busy, problem } = usePrinting(span);
  const errors = errorsOfSpan(span);
  const sound = Object.keys(errors).length === 0;
  return (
    <Page
      title="尽职证明"
      section="dutyRecords"
      bar={
        <Button
          id="print-proof"
          icon="document"
          busy={busy}
          busyText="正在生成…"
          disabled={!sound}
          onPress={() => void print()}
        >
          生成尽职证明（PDF）
        </Button>
      }
    >
      <Box className="stack narrow">
        <Box className="text-note">
          列出这段时间您发现了什么、交办了什么、催了什么、报了什么，每件都有时间，可以保存、打印。
        </Box>
        <ErrorSummary errors={NO_ERRORS} problem={problem} />
        <ProofForm span={span} errors={errors} onChange={setSpan} />
      </Box>
      {sound && <ProofActs span={span} />}
    </Page>
  );
}

function usePrinting({ from, until }: ProofSpan) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const print = async () => {
    setProblem(null);
    setBusy(true);
    try {
      await openPaper(`/diligence-proof${queryString({ from, until })}`, `尽职证明-${from}至${until}.pdf`);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return { print, busy, problem };
}
