import Taro from '@tarojs/taro';
import { summaryPaper, type WorkSummary } from '@zerentian/shared/duty-records/duty-record.contract';
import { useState } from 'react';
import { type ApiProblem, asProblem } from '../../platform/api-problem';
import { check, type FieldErrors } from '../../platform/form-errors';
import { newId } from '../../platform/id';
import { openPaper } from '../../platform/paper';
import { tell } from '../../platform/tell';
import { useDraft } from '../../platform/use-draft';
import { Button } from '../../ui/button';
import { ErrorSummary } from '../../ui/error-summary';
import { TextArea } from '../../ui/field';
import { FormBar } from '../../ui/form-bar';
import { Kept } from '../../ui/states';
import { Counts } from '../counts';
import { periodName } from './period';

/** The draft made from one's own records, to be put into one's own words; what was changed is kept on the phone. */
export function SummaryEditor({ summary }: { summary: WorkSummary }) {
  const { values, change, clear, restored } = useDraft(`work-summary-${summary.period}`, { text: summary.text });
  const { print, busy, errors, problem } = usePrinting(summary.period);
  return (
    <>
      <Counts counts={summary.counts} />
      {restored && values.text !== summary.text && (
        <Kept words="这是您改过的稿子。之后新记的内容不会自动加进来。" verb="按记录重新生成" onPress={clear} />
      )}
      <ErrorSummary errors={errors} problem={problem} />
      <TextArea
        id="text"
        label="小结"
        hint="按您的记录写好了初稿，可以直接改"
        rows={12}
        value={values.text}
        error={errors.text}
        onChange={(text) => change({ text })}
      />
      <FormBar>
        <Button id="copy-summary" kind="secondary" onPress={() => void copy(values.text)}>
          复制文字
        </Button>
        <Button
          id="print-summary"
          icon="document"
          busy={busy}
          busyText="正在生成…"
          onPress={() => void print(values.text)}
        >
          生成 PDF
        </Button>
      </FormBar>
    </>
  );
}

function usePrinting(period: string) {
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const print = async (text: string) => {
    const checked = check(summaryPaper, { period, text });
    setErrors(checked.ok ? {} : checked.errors);
    setProblem(null);
    if (!checked.ok) return;
    setBusy(true);
    try {
      const source = { body: checked.value, idempotencyKey: newId() };
      await openPaper('/work-summary/pdf', `工作小结-${periodName(period)}.pdf`, source);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return { print, busy, errors, problem };
}

async function copy(text: string): Promise<void> {
  try {
    await Taro.setClipboardData({ data: text });
    tell('已复制，可以粘贴到微信里');
  } catch {
    tell('没有复制成功，请长按文字手动复制');
  }
}
