import { useState } from 'react';
import { asProblem } from '../../platform/api-problem';
import { replaceWith } from '../../platform/navigation';
import { openPaper } from '../../platform/paper';
import { tell } from '../../platform/tell';
import { Button } from '../../ui/button';
import { ErrorSummary } from '../../ui/error-summary';
import { Box } from '../../ui/primitives/box';
import { Card, Section } from '../../ui/section';
import { ImportErrors, ImportPreview } from './import-preview';
import { type Going, useImport } from './use-import';

/** What is wrong with the rows stands in their own table; only a refusal of the file stands above. */
const NO_ERRORS = {};

export function ImportSteps() {
  const { file, checked, done, going, problem, choose, enter } = useImport();
  return (
    <>
      <Section title="一、选文件">
        <Card>
          <Box className="stack">
            <Box className="text-note">
              省平台导出的 Excel（.xlsx）可以直接选，列名会自动对上；也可以下载模板照着填。已经有的不会重复。
            </Box>
            <Box className="row">
              <Button id="choose-table" disabled={going !== null} onPress={() => void choose()}>
                {file ? '换一个文件' : '选 Excel 文件'}
              </Button>
              <TemplateButton />
            </Box>
            {file && <Box className="text-note">{`已选：${file.name}`}</Box>}
          </Box>
        </Card>
      </Section>
      <ErrorSummary errors={NO_ERRORS} problem={problem} />
      {going && <Progress going={going} />}
      {checked && checked.errorCount > 0 && <ImportErrors checked={checked} />}
      {checked && checked.errorCount === 0 && (
        <ImportPreview checked={checked} busy={going !== null} onEnter={() => void enter()} />
      )}
      {done && (
        <Section title="已经导入">
          <Card>
            <Box className="stack" role="status">
              <Box className="text-strong">{`导入 ${done.fresh} 条，跳过 ${done.skipped} 条（清单里已经有）。`}</Box>
              {done.referred > 0 && <Box>{`其中 ${done.referred} 条疑似重大，已上报安监站。`}</Box>}
              <Button id="see-list" kind="secondary" onPress={() => replaceWith('selfChecks')}>
                看自查清单
              </Button>
            </Box>
          </Card>
        </Section>
      )}
    </>
  );
}

/** Counted by the browser while the file goes out; what the server then does has no number, and none is made up. */
function Progress({ going: { what, sent } }: { going: Going }) {
  const reading = what === 'check' ? '已传完，正在核对每一行…' : '已传完，正在写入…';
  const words = sent < 1 ? `正在上传 ${Math.floor(sent * 100)}%` : reading;
  return (
    <Box className="import-progress" role="status" live="polite">
      <Box>{words}</Box>
      <Box className="import-progress__track">
        <Box className="import-progress__bar" style={{ width: `${Math.floor(sent * 100)}%` }} />
      </Box>
    </Box>
  );
}

function TemplateButton() {
  const [busy, setBusy] = useState(false);
  const get = async () => {
    setBusy(true);
    try {
      await openPaper('/self-checks/import-template', '自查清单导入模板.xlsx');
    } catch (error) {
      tell(asProblem(error).title);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button id="get-template" kind="secondary" busy={busy} busyText="正在下载…" onPress={() => void get()}>
      下载模板
    </Button>
  );
}
