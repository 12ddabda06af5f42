import { useState } from 'react';
import { open } from '../platform/navigation';
import { useSession } from '../platform/session';
import { useRefresh } from '../platform/use-refresh';
import { Button } from '../ui/button';
import { Chips } from '../ui/chips';
import { FilterBar, FilterChoices } from '../ui/filter-bar';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { Box } from '../ui/primitives/box';
import { TextField } from '../ui/primitives/text-input';
import { Skeleton } from '../ui/states';
import { StandardList } from './standard-list';
import { areaOfEditor } from './standard-words';
import { useLibrary } from './standards.api';
import { TradeChoice } from './trade-choice';

const VIEWS = [
  { value: 'common', text: '常见隐患' },
  { value: 'judging', text: '判定标准' },
  { value: 'retired', text: '已停用' },
] as const;
type View = (typeof VIEWS)[number]['value'];

/** 判定标准和常见隐患: looked up by everybody, kept up by 安监站 and the county. */
export default function StandardsPage() {
  const [words, setWords] = useState('');
  const [trade, setTrade] = useState('');
  const [view, setView] = useState<View>('common');
  const query = useLibrary(view === 'retired');
  const own = areaOfEditor(useSession((state) => state.posts));
  useRefresh(query.refetch);
  const add = own !== '' && (
    <Button id="new-standard" icon="plus" onPress={() => open('editStandard')}>
      新增一条
    </Button>
  );
  return (
    <Page title="标准库" section="standards" bar={add}>
      <FilterBar label="查标准">
        <TextField
          id="standard-words"
          type="search"
          placeholder="搜几个字，如 配电箱"
          value={words}
          onChange={setWords}
        />
        <Chips label="哪一类" value={view} options={VIEWS} onChange={setView} />
        <FilterChoices>
          <TradeChoice id="standard-trade" value={trade} onChange={setTrade} />
        </FilterChoices>
      </FilterBar>
      <Box className="text-note">文字由本系统编写，不是文件原文；标“未核实原文”的，引用前请对照文件。</Box>
      <Loaded query={query} skeleton={<Skeleton cards={4} lines={3} />}>
        {(entries) => (
          <StandardList
            key={`${words} ${trade} ${view}`}
            entries={entries}
            wanted={{ q: words, trade, kind: view === 'retired' ? '' : view }}
            own={own}
          />
        )}
      </Loaded>
    </Page>
  );
}
