import type { DutyRecordView } from '@zerentian/shared/duty-records/duty-record.contract';
import { serverNow } from '../../platform/clock';
import { Box, Span } from '../../ui/primitives/box';
import { Pressable } from '../../ui/primitives/pressable';
import { StateTag } from '../../ui/tag';
import { DOUBT_MARK, dayWords, placeWords } from '../record-words';

interface RecordRowProps {
  record: DutyRecordView;
  onOpen: () => void;
  /** My own list need not say who. */
  isMine: boolean;
}

/** One record: on a phone a card, at a desk a row of the table; a tap shows it whole. */
export function RecordRow({ record, onOpen, isMine }: RecordRowProps) {
  const { photos } = record;
  return (
    <Box as="li" className="list__row">
      <Pressable className="table-row record-row list-item--link" onPress={onOpen}>
        <Box className="record-row__day text-note">{dayWords(record, serverNow())}</Box>
        <Box className="record-row__kind row">
          <StateTag text={record.kindName} />
          {record.paper && <StateTag text="补录" tone="done" />}
          {record.doubted && <StateTag text={DOUBT_MARK} />}
        </Box>
        <Box className="record-row__text">
          <Span className="text-clip">{record.text}</Span>
          {photos.length > 0 && <Span className="text-third">{`照片 ${photos.length} 张`}</Span>}
        </Box>
        <Box className="record-row__place text-note">{placeWords(record)}</Box>
        <Box className={`record-row__actor text-note${isMine ? ' record-row__actor--me' : ''}`}>
          {record.actor.name ?? ''}
        </Box>
      </Pressable>
    </Box>
  );
}
