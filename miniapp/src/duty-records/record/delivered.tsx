import type { DutyRecordView } from '@zerentian/shared/duty-records/duty-record.contract';
import { serverNow } from '../../platform/clock';
import { replaceWith } from '../../platform/navigation';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Box, Span } from '../../ui/primitives/box';
import { Card } from '../../ui/section';
import { clockOf } from '../../ui/time/time-words';
import { DOUBT_WORDS, dayWords, placeWords } from '../record-words';

/** 已送达 10:32: what arrived, and what may come next. */
export function Delivered({ record, onAnother }: { record: DutyRecordView; onAnother: () => void }) {
  return (
    <>
      <Card>
        <Box className="stack stack--tight" role="status">
          <Box className="row delivered">
            <Icon name="check" large />
            <Span className="delivered__words">{`已送达 ${clockOf(new Date(record.receivedAt))}`}</Span>
          </Box>
          <Box className="text-note">
            {[record.kindName, placeWords(record), dayWords(record, serverNow())].join(' · ')}
          </Box>
          {record.doubted && <Box className="text-alert">{`${DOUBT_WORDS}请检查手机的日期和时间设置。`}</Box>}
          <Box className="text-written">{record.text}</Box>
        </Box>
      </Card>
      <Box className="row">
        <Button onPress={onAnother}>再记一条</Button>
        <Button kind="secondary" onPress={() => replaceWith('dutyRecords')}>
          看我的记录
        </Button>
      </Box>
    </>
  );
}
