import { useReachBottom } from '@tarojs/taro';
import type { ContactGroup, ContactsView } from '@zerentian/shared/contacts/contact.contract';
import { useState } from 'react';
import { useRefresh } from '../platform/use-refresh';
import { Button } from '../ui/button';
import { Chips } from '../ui/chips';
import { FilterBar } from '../ui/filter-bar';
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
      <FilterBar label="查通讯录">
        <TextField
          id="contact-words"
          type="search"
          placeholder="搜姓名、岗位、单位、电话"
          value={words}
          onChange={setWords}
        />
        {words.trim() === '' && <Chips label="哪一类" value={kind} options={KINDS} onChange={setKind} />}
      </FilterBar>
      <Loaded query={query} skeleton={<Skeleton cards={4} lines={3} />}>
        {(view) => (
          <>
            <AsOf view={view} />
            <Found
              key={`${kind}-${words}`}
              groups={found(view.groups, words, kind)}
              searched={words.trim() !== ''}
              onClear={() => setWords('')}
            />
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

interface FoundProps {
  groups: ContactGroup[];
  /** By words, not only by kind. */
  searched: boolean;
  onClear: () => void;
}

function Found({ groups, searched, onClear }: FoundProps) {
  const [shown, setShown] = useState(AT_ONCE);
  const more = () => setShown((count) => Math.min(count + AT_ONCE, groups.length));
  useReachBottom(more);
  if (groups.length === 0) return <NobodyFound searched={searched} onClear={onClear} />;
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

function NobodyFound({ searched, onClear }: Pick<FoundProps, 'searched' | 'onClear'>) {
  if (!searched) return <EmptyState title="这一类还没有人">名册由管理员登记，登记后会出现在这里。</EmptyState>;
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
