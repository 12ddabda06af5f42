import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { List, ListItem } from '../../ui/list';
import { Section } from '../../ui/section';
import { TimeText } from '../../ui/time-text';
import { named } from '../hazard-words';

/** 重复并案: where this one went, or which ones came into it; every one keeps its reporter and its history. */
export function HazardMerged({ hazard }: { hazard: HazardDetail }) {
  const { mergedIntoId, merged } = hazard;
  if (mergedIntoId === null && merged.length === 0) return null;
  return (
    <Section title="重复并案" note="上报人和办理经过都保留">
      <List label="并案的隐患">
        {mergedIntoId && (
          <ListItem
            page="hazard"
            params={{ id: mergedIntoId }}
            title="这一条已并到另一条"
            note="点开看现在办到哪一步"
          />
        )}
        {merged.map(({ id, number, reporter, receivedAt }) => (
          <ListItem
            key={id}
            page="hazard"
            params={{ id }}
            title={`并入：${number}`}
            note={
              <>
                {reporter ? `${named(reporter)} 上报，` : '上报于 '}
                <TimeText plain at={receivedAt} />
              </>
            }
          />
        ))}
      </List>
    </Section>
  );
}
