import { useLoad } from '@tarojs/taro';
import type { DutyRecordView } from '@zerentian/shared/duty-records/duty-record.contract';
import { useState } from 'react';
import { open } from '../../platform/navigation';
import { useActingPost } from '../../platform/session';
import { useRefresh } from '../../platform/use-refresh';
import { Button } from '../../ui/button';
import { List } from '../../ui/list';
import { Page } from '../../ui/page';
import { PagedList } from '../../ui/paged-list';
import { Skeleton } from '../../ui/states';
import { TableHead } from '../../ui/table';
import { useRecords } from '../duty-records.api';
import { NoRecords } from './no-records';
import { PapersOfMine } from './papers-of-mine';
import { filterFromLink, looksOn, queryOf, records, useRecordFilter, whoOf } from './record-filter';
import { RecordFilterBar } from './record-filter-bar';
import { RecordRow } from './record-row';
import { RecordSheet } from './record-sheet';
import './record-list.scss';

const COLUMNS = ['日期', '类别', '做了什么', '在哪里', '谁'];

export default function DutyRecordListPage() {
  const filter = useRecordFilter();
  const post = useActingPost();
  const who = whoOf(filter, post);
  const mayRecord = records(post?.profile);
  const query = useRecords(queryOf(filter, who));
  const [shown, setShown] = useState<DutyRecordView | null>(null);
  useLoad((params) => {
    const asked = filterFromLink(params);
    if (asked) useRecordFilter.setState(asked);
  });
  useRefresh(query.refetch);
  return (
    <Page title="履职记录" section="dutyRecords" actions={mayRecord && <RecordButton />}>
      {mayRecord && <PapersOfMine />}
      <RecordFilterBar filter={filter} who={who} mayChoose={mayRecord && post !== undefined && looksOn(post)} />
      <PagedList
        query={query}
        what="条记录"
        skeleton={<Skeleton cards={4} lines={3} />}
        empty={<NoRecords filter={filter} who={who} mayRecord={mayRecord} />}
        frame={(rows) => (
          <List label={who === 'mine' ? '我的履职记录' : '辖区的履职记录'}>
            <TableHead className="record-row" columns={COLUMNS} />
            {rows}
          </List>
        )}
        item={(record) => (
          <RecordRow key={record.id} record={record} isMine={who === 'mine'} onOpen={() => setShown(record)} />
        )}
      />
      <RecordSheet record={shown} onClose={() => setShown(null)} />
    </Page>
  );
}

function RecordButton() {
  return (
    <Button id="record-duty" icon="plus" small onPress={() => open('recordDuty')}>
      记一条
    </Button>
  );
}
