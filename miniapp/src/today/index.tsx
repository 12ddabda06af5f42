import type { TodayView } from '@zerentian/shared/today/today.contract';
import { useState } from 'react';
import { postWords } from '../copy/post-words';
import { useMayReport } from '../hazards/may-report';
import { serverNow } from '../platform/clock';
import { open } from '../platform/navigation';
import { useActingPost, useSession } from '../platform/session';
import { useRefresh } from '../platform/use-refresh';
import { Button } from '../ui/button';
import { Loaded } from '../ui/loaded';
import { OutboxNotice } from '../ui/outbox-notice';
import { Page } from '../ui/page';
import { Box, Span } from '../ui/primitives/box';
import { Slot } from '../ui/primitives/slot';
import { Section } from '../ui/section';
import { EmptyState, Skeleton } from '../ui/states';
import { todayWords } from '../ui/time/time-words';
import { BoardGlance } from './board-glance';
import { NoticeList } from './notice-list';
import { Shortcuts } from './shortcuts';
import { SupervisionLink } from './supervision-link';
import { useToday } from './today.api';
import { TodayItemCard } from './today-item-card';
import { matters } from './today-matters';
import { countWords } from './today-words';
import './today.scss';

export default function TodayPage() {
  const query = useToday();
  useRefresh(query.refetch);
  return (
    <Page title="今日" section="today" tabbed>
      <Greeting />
      <Slot>
        <OutboxNotice />
      </Slot>
      <Loaded query={query} skeleton={<Skeleton cards={3} lines={3} />}>
        {(today) => (
          <Box className="columns">
            <Box className="columns__main">
              <Slot>
                <BoardGlance />
              </Slot>
              <WithMe today={today} />
            </Box>
            <Box className="columns__side">
              <Shortcuts />
              <Slot>
                <SupervisionLink />
              </Slot>
              <NoticeList notices={today.notices} />
            </Box>
          </Box>
        )}
      </Loaded>
    </Page>
  );
}

function Greeting() {
  const person = useSession((state) => state.person);
  const post = useActingPost();
  const count = useSession((state) => state.posts.length);
  const mayReport = useMayReport();
  return (
    <Box className="greeting">
      <Box>
        <Box className="text-note">{todayWords(serverNow())}</Box>
        <Box className="greeting__name">{person?.name ?? ''}</Box>
        <Box className="text-note">
          <Span>{post ? `${postWords(post)}${count > 1 ? `，共 ${count} 个岗位` : ''}` : ''}</Span>
        </Box>
      </Box>
      {mayReport && (
        <Button id="report-hazard" icon="plus" onPress={() => open('reportHazard')}>
          上报隐患
        </Button>
      )}
    </Box>
  );
}

/** So many are drawn at once: the first come first, and all of 安监站's are more than an old phone takes in one go. */
const AT_ONCE = 12;

function WithMe({ today }: { today: TodayView }) {
  const waiting = matters(today.items);
  const [most, setMost] = useState(AT_ONCE);
  return (
    <Section title="等我办的" note={countWords(waiting.map(({ item }) => item))}>
      {waiting.length === 0 ? (
        <EmptyState title="现在没有等您办的事">到期的职责、交到您手里的隐患和催办会出现在这里。</EmptyState>
      ) : (
        <Box as="ul" className="stack stack--tight">
          {waiting.slice(0, most).map(({ item, reminders }) => (
            <TodayItemCard
              key={`${item.kind}-${item.supervisionNoticeId ?? item.hazardId ?? item.duty?.key}-${item.reminderId}-${item.postId}`}
              item={item}
              reminders={reminders}
            />
          ))}
        </Box>
      )}
      {waiting.length > most && (
        <Button id="more-with-me" kind="quiet" onPress={() => setMost(most + AT_ONCE)}>
          {`还有 ${waiting.length - most} 件，显示更多`}
        </Button>
      )}
    </Section>
  );
}
