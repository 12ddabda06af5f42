import type { ProofItem } from '@zerentian/shared/work-summaries/diligence-proof.contract';
import { usePaged } from '../../platform/paging';
import { useRefresh } from '../../platform/use-refresh';
import { List } from '../../ui/list';
import { PagedList } from '../../ui/paged-list';
import { Box, Span } from '../../ui/primitives/box';
import { PageLink } from '../../ui/primitives/pressable';
import { Section } from '../../ui/section';
import { EmptyState, Skeleton } from '../../ui/states';
import { TableHead } from '../../ui/table';
import { exactTime } from '../../ui/time/time-words';
import { Counts } from '../counts';
import type { ProofSpan } from './proof-span';

const COLUMNS = ['时间', '做了什么', '以什么岗位'];

/** What the first page says beside its items: how often each kind occurs in the whole span. */
interface WithTotals {
  totals?: { label: string; count: number }[];
}

/** Everything that the proof will hold, before it is printed: oldest first, with its exact time. */
export function ProofActs({ span }: { span: ProofSpan }) {
  const query = usePaged<ProofItem>('/diligence-proof/items', { ...span });
  useRefresh(query.refetch);
  const [first] = query.data?.pages ?? [];
  const totals = (first as WithTotals | undefined)?.totals ?? [];
  return (
    <Section title="会列出的事">
      {totals.length > 0 && <Counts counts={totals} />}
      <PagedList
        query={query}
        what="件"
        skeleton={<Skeleton cards={3} lines={2} />}
        empty={<EmptyState title="这段时间没有您经手的事">换一段时间看看；纸上的可以在“记一条”里补录。</EmptyState>}
        frame={(rows) => (
          <List label="尽职证明明细">
            <TableHead className="act" columns={COLUMNS} />
            {rows}
          </List>
        )}
        item={(act) => <Act key={`${act.chain}-${act.seq}`} act={act} />}
      />
    </Section>
  );
}

function Act({ act }: { act: ProofItem }) {
  const content = (
    <>
      <Box className="text-note">{exactTime(new Date(act.occurredAt))}</Box>
      <Box>
        <Box>{act.words}</Box>
        <Where act={act} />
      </Box>
      <Span className="text-note">{act.post ?? ''}</Span>
    </>
  );
  return (
    <Box as="li" className="list__row">
      {act.hazardId ? (
        <PageLink page="hazard" params={{ id: act.hazardId }} className="table-row act list-item--link">
          {content}
        </PageLink>
      ) : (
        <Box className="table-row act">{content}</Box>
      )}
    </Box>
  );
}

/** The place, and the number in one piece. */
function Where({ act: { place, hazardNumber } }: { act: ProofItem }) {
  return (
    <Box className="act__where text-note">
      {place && <Span>{place}</Span>}
      {hazardNumber && <Span className="text-whole">{hazardNumber}</Span>}
    </Box>
  );
}
