import { useReachBottom } from '@tarojs/taro';
import type { ContactGroup, ContactsView } from '@zerentian/shared/contacts/contact.contract';
import { useState } from 'react';
import { useRefresh } from '../platform/use-refresh';
import { Button } from '../ui/button';
import { Chips } from '../ui/chips';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { Box, Span } from '../ui/primitives/box';
import { TextField } from '../ui/primitives/text-input';
import { EmptyState, EndOfList, Skeleton } from '../ui/states';
import { TimeText } from '../ui/time-text';
import { ContactGroups } from './contact-groups';
import { type ContactKind, contactKindNames, contactKinds, countOf, found } from './contact-search';
import { useContacts } from './contacts.api';
import './contacts.scss';

const KINDS = contactKinds.map((value) => ({ value, text: contactKindNames[value] }));
/** Units drawn at once: WeChat pays for each in time, a browser does not notice. */
const AT_ONCE = process.env.TARO_ENV === 'h5' ? 1000 : 12;

export default function ContactsPage() {
  const query = useContacts();
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<ContactKind>('township');
  useRefresh(query.refetch);
  return (
    <Page title="通讯录" section="contacts">
      <Box className="contacts-search" role="search">
        <TextField
          id="contact-words"
          type="search"
          placeholder="搜姓名、岗位、单位、电话"
          value={words}
          onChange={setWords}
        />
        {words.trim() === '' && <Chips label="哪一类" value={kind} options={KINDS} onChange={setKind} />}
      </Box>
      <Loaded query={query} skeleton={<Skeleton cards={4} lines={3} />}>
        {(view) => (
          <>
            <AsOf view={view} />
            <Found key={`${kind}-${words}`} groups={found(view.groups, words, kind)} onClear={() => setWords('')} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function AsOf({ view }: { view: ContactsView }) {
  return (
    <Box className="text-third">
      <Span>{`${view.area.name}，截至 `}</Span>
      <TimeText at={view.asOf} />
      <Span>，没有网络也能查</Span>
    </Box>
  );
}

function Found({ groups, onClear }: { groups: ContactGroup[]; onClear: () => void }) {
  const [shown, setShown] = useState(AT_ONCE);
  const more = () => setShown((count) => Math.min(count + AT_ONCE, groups.length));
  useReachBottom(more);
  if (groups.length === 0) {
    return (
      <EmptyState
        title="没有找到"
        action={
          <Button kind="secondary" onPress={onClear}>
            清除搜索
          </Button>
        }
      >
        换几个字试试；名册里没有的人请联系管理员登记。
      </EmptyState>
    );
  }
  return (
    <Box>
      <ContactGroups groups={groups.slice(0, shown)} />
      {shown < groups.length ? (
        <Box className="end">
          <Button kind="quiet" onPress={more}>
            {`显示更多（还有 ${groups.length - shown} 个单位）`}
          </Button>
        </Box>
      ) : (
        <EndOfList count={countOf(groups)} what="个岗位" />
      )}
    </Box>
  );
}
