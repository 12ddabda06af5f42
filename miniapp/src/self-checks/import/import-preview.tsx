import type { SelfCheckImportCheck } from '@zerentian/shared/self-checks/self-check.contract';
import { Button } from '../../ui/button';
import { List } from '../../ui/list';
import { Box, Span } from '../../ui/primitives/box';
import { Section } from '../../ui/section';
import { TableHead } from '../../ui/table';
import { StateTag } from '../../ui/tag';
import { dateWords } from '../../ui/time/time-words';

/** Every wrong cell by its row and column; as long as there is one, nothing can be imported. */
export function ImportErrors({ checked }: { checked: SelfCheckImportCheck }) {
  const { errors, errorCount } = checked;
  return (
    <Section title="二、先改这几处" note={`共 ${errorCount} 处，改好以前一行也不导入`}>
      <List label="表格里要改的地方">
        <TableHead className="import-error" columns={['行', '列', '要改什么']} />
        {errors.map(({ row, column, header, message }) => (
          <Box as="li" key={`${column}${row}${message}`} className="list__row table-row import-error">
            <Box className="import-error__row">{`第 ${row} 行`}</Box>
            <Box className="import-error__column text-note">{column === '' ? '' : `${column} 列 ${header}`}</Box>
            <Box className="import-error__message">{message}</Box>
          </Box>
        ))}
      </List>
      {errorCount > errors.length && (
        <Box className="text-note">{`先列出 ${errors.length} 处，改好后再选一次文件，会列出其余的。`}</Box>
      )}
    </Section>
  );
}

interface ImportPreviewProps {
  checked: SelfCheckImportCheck;
  busy: boolean;
  onEnter: () => void;
}

/** What would be entered, before it is. */
export function ImportPreview({ checked, busy, onEnter }: ImportPreviewProps) {
  const { fresh, skipped, referred, rows, columns, ignored, sample } = checked;
  return (
    <Section title="二、核对后导入">
      <Box className="stack">
        <Box className="text-strong">{`共 ${rows} 行：新的 ${fresh} 条，清单里已经有的 ${skipped} 条会跳过。`}</Box>
        {referred > 0 && (
          <Box className="text-alert">{`其中 ${referred} 条疑似重大，导入后会立即上报安监站，不能自己销。`}</Box>
        )}
        <Box className="text-note">{`认出的列：${columns.map(({ name, header }) => (name === header ? name : `${header}（当作${name}）`)).join('、')}`}</Box>
        {ignored.length > 0 && <Box className="text-note">{`不读的列：${ignored.join('、')}`}</Box>}
        {sample.length > 0 && (
          <List label="前几条">
            <TableHead className="import-sample" columns={['行', '查出了什么', '状态']} />
            {sample.map(({ row, text, foundOn, fixedOn, externalNumber }) => (
              <Box as="li" key={row} className="list__row table-row import-sample">
                <Box className="text-note">{`第 ${row} 行`}</Box>
                <Box>
                  <Span className="text-clip">{text}</Span>
                  <Span className="text-third">
                    {[externalNumber, `${dateWords(foundOn)}查出`].filter(Boolean).join(' · ')}
                  </Span>
                </Box>
                <Box>
                  <StateTag text={fixedOn ? '已整改' : '未整改'} tone={fixedOn ? 'done' : 'neutral'} />
                </Box>
              </Box>
            ))}
          </List>
        )}
        <Box className="row">
          <Button id="enter-table" busy={busy} busyText="正在导入…" disabled={fresh === 0} onPress={onEnter}>
            {fresh === 0 ? '没有新的，不用导入' : `导入 ${fresh} 条`}
          </Button>
        </Box>
      </Box>
    </Section>
  );
}
