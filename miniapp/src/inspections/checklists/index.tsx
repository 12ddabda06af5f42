import type { ChecklistView } from '@zerentian/shared/checklists/checklist.contract';
import { isSafetyStation } from '@zerentian/shared/hazards/hazard.roles';
import { useState } from 'react';
import { useSession } from '../../platform/session';
import { useRefresh } from '../../platform/use-refresh';
import { Button } from '../../ui/button';
import { List, ListItem } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Box } from '../../ui/primitives/box';
import { Section } from '../../ui/section';
import { useChecklists } from '../inspections.api';
import { ChecklistForm } from './checklist-form';

/** What visits look at. 安监站 makes the township's own version of a list; visits that were made keep theirs. */
export default function ChecklistsPage() {
  const query = useChecklists();
  const mayEdit = useSession((state) => state.posts.some(isSafetyStation));
  const [shown, setShown] = useState('');
  const [editing, setEditing] = useState('');
  useRefresh(query.refetch);
  return (
    <Page title="检查表" section="inspections">
      <Loaded query={query}>
        {(lists) => {
          const edited = lists.find((list) => list.key === editing);
          if (edited) return <ChecklistForm key={edited.key} list={edited} onDone={() => setEditing('')} />;
          return (
            <Box className="stack">
              {lists.map((list) => (
                <Checklist
                  key={list.key}
                  list={list}
                  open={shown === list.key}
                  onToggle={() => setShown(shown === list.key ? '' : list.key)}
                  onEdit={mayEdit ? () => setEditing(list.key) : undefined}
                />
              ))}
            </Box>
          );
        }}
      </Loaded>
    </Page>
  );
}

interface ChecklistProps {
  list: ChecklistView;
  open: boolean;
  onToggle: () => void;
  onEdit: (() => void) | undefined;
}

function Checklist({ list, open, onToggle, onEdit }: ChecklistProps) {
  const { key, title, tradeName, version, origin, items, editor } = list;
  const by = origin === 'township' ? `本乡修改，第 ${version} 版，${editor?.name ?? ''}` : `系统自带，第 ${version} 版`;
  return (
    <Section title={title} note={`${tradeName ?? '各行业'}，${items.length} 项，${by}`}>
      {open && (
        <List label={title}>
          {items.map((item, index) => (
            <ListItem
              key={item.key}
              title={`${index + 1}．${item.text}`}
              note={item.basis ? `依据：${item.basis}${item.verified ? '' : '（未与原文核对）'}` : '没有写依据'}
            />
          ))}
        </List>
      )}
      <Box className="row">
        <Button id={`show-${key}`} kind="quiet" small onPress={onToggle}>
          {open ? '收起' : '看各项'}
        </Button>
        {onEdit && (
          <Button id={`edit-${key}`} kind="quiet" small onPress={onEdit}>
            改成本乡的
          </Button>
        )}
      </Box>
    </Section>
  );
}
