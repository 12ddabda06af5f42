import type { DutyRecordView } from '@zerentian/shared/duty-records/duty-record.contract';
import { serverNow } from '../../platform/clock';
import { Box, Span } from '../../ui/primitives/box';
import { Pressable } from '../../ui/primitives/pressable';
import { StateTag } from '../../ui/tag';
import { dayWords, placeWords } from '../record-words';

/** Head of the table at a desk; a phone shows cards without it. */
export function RecordTableHead() {
  return (
    <Box className="record-row record-row--head">
      <Span>日期</Span>
      <Span>类别</Span>
      <Span>做了什么</Span>
      <Span>在哪里</Span>
      <Span>谁</Span>
    </Box>
  );
}

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
      <Pressable className="record-row list-item--link" onPress={onOpen}>
        <Box className="record-row__day">{dayWords(record, serverNow())}</Box>
        <Box className="record-row__kind row">
          <StateTag text={record.kindName} />
          {record.paper && <StateTag text="补录" tone="done" />}
        </Box>
        <Box className="record-row__text">
          <Span className="text-clip">{record.text}</Span>
          {photos.length > 0 && <Span className="text-third">{`照片 ${photos.length} 张`}</Span>}
        </Box>
        <Box className="record-row__place">{placeWords(record)}</Box>
        <Box className={isMine ? 'record-row__actor record-row__actor--me' : 'record-row__actor'}>
          {record.actor.name ?? ''}
        </Box>
      </Pressable>
    </Box>
  );
}
