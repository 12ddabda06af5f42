import type { DutyRecordView } from '@zerentian/shared/duty-records/duty-record.contract';
import type { ReactNode } from 'react';
import { serverNow } from '../../platform/clock';
import { useSession } from '../../platform/session';
import { PersonLine } from '../../ui/person-line';
import { PhotoGrid } from '../../ui/photo-grid';
import { Box } from '../../ui/primitives/box';
import { Facts } from '../../ui/section';
import { Sheet } from '../../ui/sheet';
import { dateWords, exactTime } from '../../ui/time/time-words';
import { DOUBT_MARK, DOUBT_WORDS, dayWords, placeWords } from '../record-words';

/** One record whole: the words, the photos, who, when it was done and when it arrived. */
export function RecordSheet({ record, onClose }: { record: DutyRecordView | null; onClose: () => void }) {
  const me = useSession((state) => state.person?.id);
  return (
    <Sheet id="record-sheet" open={record !== null} title={record?.kindName ?? ''} closeText="关闭" onClose={onClose}>
      {record && (
        <>
          <Box className="text-written">{record.text}</Box>
          <PhotoGrid photos={record.photos} what="履职照片" />
          <Facts items={factsOf(record)} />
          <PersonLine
            name={record.actor.name}
            post={record.actor.post}
            phone={record.actor.personId === me ? null : record.actor.phone}
          />
        </>
      )}
    </Sheet>
  );
}

function factsOf(record: DutyRecordView): { label: string; value: ReactNode }[] {
  const facts = [
    { label: '哪天做的', value: dayWords(record, serverNow()) },
    { label: '在哪里', value: placeWords(record) },
  ];
  if (record.paper) {
    facts.push({ label: '补录', value: `纸质记录，${dateWords(record.paper.doneOn)}` });
    facts.push({ label: '原件在', value: record.paper.original });
  }
  facts.push({ label: '已送达', value: exactTime(new Date(record.receivedAt)) });
  if (record.doubted) facts.push({ label: DOUBT_MARK, value: DOUBT_WORDS });
  if (record.place) facts.push({ label: '位置', value: '记录时附上了位置' });
  return facts;
}
