import { useReachBottom } from '@tarojs/taro';
import { hazardLevelNames } from '@zerentian/shared/hazards/hazard.facts';
import type { StandardView } from '@zerentian/shared/standards/standard.contract';
import { isWanted, type Wanted } from '@zerentian/shared/standards/standard.rule';
import { useState } from 'react';
import { open } from '../platform/navigation';
import { Button } from '../ui/button';
import { List } from '../ui/list';
import { Box } from '../ui/primitives/box';
import { EmptyState, EndOfList } from '../ui/states';
import { StateTag, TagRow } from '../ui/tag';
import { authorWords, basisLine } from './standard-words';
import { useTradeNames } from './trade-choice';

/** Entries drawn at once: WeChat pays for each in time. */
const AT_ONCE = 15;

interface StandardListProps {
  entries: readonly StandardView[];
  wanted: Wanted;
  /** The area for which the reader may write entries; empty where none. */
  own: string;
}

/** What is found, a screenful at a time. */
export function StandardList({ entries, wanted, own }: StandardListProps) {
  const [shown, setShown] = useState(AT_ONCE);
  const found = entries.filter((entry) => isWanted(entry, wanted));
  const more = () => setShown((count) => Math.min(count + AT_ONCE, found.length));
  useReachBottom(more);
  if (found.length === 0)
    return <EmptyState title="没有找到">换几个字或换一个行业试试；缺的条目由安监站补上。</EmptyState>;
  return (
    <Box>
      <List label="标准">
        {found.slice(0, shown).map((entry) => (
          <StandardRow key={entry.id} entry={entry} own={own} />
        ))}
      </List>
      {shown < found.length ? (
        <Box className="end">
          <Button kind="quiet" onPress={more}>{`显示更多（还有 ${found.length - shown} 条）`}</Button>
        </Box>
      ) : (
        <EndOfList count={found.length} what="条" />
      )}
    </Box>
  );
}

function StandardRow({ entry, own }: { entry: StandardView; own: string }) {
  const tradeName = useTradeNames();
  return (
    <Box as="li" className="list__row list-item list-item--tall">
      <Box className="list-item__title">{entry.wording}</Box>
      <Box className="list-item__note">{basisLine(entry)}</Box>
      {entry.advice && <Box className="list-item__note">{`整改建议：${entry.advice}`}</Box>}
      <TagRow>
        <StateTag text={tradeName(entry.trade)} />
        <StateTag text={authorWords(entry)} />
        {entry.level !== 'general' && <StateTag text={hazardLevelNames[entry.level]} tone="alert" />}
      </TagRow>
      {own !== '' && (
        <Button kind="quiet" small onPress={() => open('editStandard', { id: entry.id })}>
          {entry.areaCode === own ? '修改或停用' : '改成本地的说法'}
        </Button>
      )}
    </Box>
  );
}
