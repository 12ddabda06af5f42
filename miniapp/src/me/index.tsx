import type { MeView } from '@zerentian/shared/people/session.contract';
import { useState } from 'react';
import { useRefresh } from '../platform/use-refresh';
import { Loaded } from '../ui/loaded';
import { OutboxNotice } from '../ui/outbox-notice';
import { Page } from '../ui/page';
import { Box } from '../ui/primitives/box';
import { Slot } from '../ui/primitives/slot';
import { Card } from '../ui/section';
import { Account, type AccountSheet, AccountSheets } from './account';
import { Display } from './display';
import { useMe } from './me.api';
import { MyDuties } from './my-duties';
import { MyPosts } from './my-posts';
import { MySections } from './my-sections';
import './me.scss';

export default function MePage() {
  const query = useMe();
  const [sheet, setSheet] = useState<AccountSheet | null>(null);
  useRefresh(query.refetch);
  return (
    <Page title="我的" section="me" tabbed>
      <Slot>
        <OutboxNotice />
      </Slot>
      <Loaded query={query}>
        {(me) => (
          <Box className="columns">
            <Box className="columns__main">
              <Who me={me} />
              <MyPosts posts={me.posts} />
              <MySections />
              <MyDuties posts={me.posts} />
            </Box>
            <Box className="columns__side">
              <Display />
              <Account onAsk={setSheet} />
            </Box>
          </Box>
        )}
      </Loaded>
      <AccountSheets sheet={sheet} onClose={() => setSheet(null)} />
    </Page>
  );
}

function Who({ me }: { me: MeView }) {
  return (
    <Card>
      <Box className="me__name">{me.person.name}</Box>
      <Box className="text-note">{me.person.phone ?? '没有登记手机号'}</Box>
      {me.demo && <Box className="text-third">示例环境：人员和企业都是虚构的</Box>}
    </Card>
  );
}
