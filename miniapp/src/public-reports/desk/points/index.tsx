import { isSafetyDeputy, isSafetyStation } from '@zerentian/shared/hazards/hazard.roles';
import { readableCode } from '@zerentian/shared/public-reports/public-code';
import type { PublicPointRow } from '@zerentian/shared/public-reports/public-point.contract';
import { useState } from 'react';
import { asProblem } from '../../../platform/api-problem';
import { newId } from '../../../platform/id';
import { openPaper } from '../../../platform/paper';
import { useSession } from '../../../platform/session';
import { tell } from '../../../platform/tell';
import { useRefresh } from '../../../platform/use-refresh';
import { Button } from '../../../ui/button';
import { List } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { PagedList } from '../../../ui/paged-list';
import { Box } from '../../../ui/primitives/box';
import { EmptyState, Skeleton } from '../../../ui/states';
import { openPoints, usePublicPoints } from '../public-sifting.api';
import { RenewSheet } from './renew-sheet';
import './points.scss';

/** 举报二维码: which villages and enterprises have one, and their posters. */
export default function PublicPointsPage() {
  const query = usePublicPoints();
  useRefresh(query.refetch);
  const { busy, openAll, print } = usePointActs();
  const [renewing, setRenewing] = useState<PublicPointRow | null>(null);
  const mayRenew = useMayRenew();
  return (
    <Page
      title="举报二维码"
      section="publicPoints"
      actions={<PrintAll busy={busy === 'all'} onPress={() => void print()} />}
    >
      <PointsIntro />
      <Button
        id="open-points"
        kind="secondary"
        busy={busy === 'open'}
        busyText="正在开通…"
        onPress={() => void openAll()}
      >
        给还没有的开通二维码
      </Button>
      <PagedList
        query={query}
        what="个村和单位"
        skeleton={<Skeleton cards={3} lines={2} />}
        empty={<NoPlaces />}
        frame={(rows) => <List label="举报二维码">{rows}</List>}
        item={(point) => (
          <PointRow
            key={point.unitId}
            point={point}
            busy={busy === point.unitId}
            onPrint={() => void print(point)}
            onRenew={mayRenew ? () => setRenewing(point) : undefined}
          />
        )}
      />
      <RenewSheet point={renewing} onClose={() => setRenewing(null)} />
    </Page>
  );
}

/** Opening codes and printing posters, one at a time; `busy` names what is under way. */
function usePointActs() {
  const [busy, setBusy] = useState('');
  const run = async (what: string, work: () => Promise<unknown>) => {
    setBusy(what);
    await work().catch((error: unknown) => tell(asProblem(error).title));
    setBusy('');
  };
  const openAll = () => run('open', async () => tell(openedWords((await openPoints(newId())).opened)));
  const print = (unit?: PublicPointRow) => {
    const path = `/public-points/posters${unit ? `?unit=${unit.unitId}` : ''}`;
    return run(unit?.unitId ?? 'all', () => openPaper(path, `举报二维码-${unit?.unitName ?? '全部'}.pdf`));
  };
  return { busy, openAll, print };
}

function PrintAll({ busy, onPress }: { busy: boolean; onPress: () => void }) {
  return (
    <Button id="print-all" kind="secondary" small busy={busy} busyText="正在生成…" onPress={onPress}>
      打印全部海报
    </Button>
  );
}

function NoPlaces() {
  return <EmptyState title="名册里还没有村和企业">请管理员先把村和生产经营单位加进名册。</EmptyState>;
}

function PointsIntro() {
  return (
    <Box className="text-note">海报贴在村委会、企业门口。群众扫码就能举报，不用登录；海报上先写有危险打哪个电话。</Box>
  );
}

interface PointRowProps {
  point: PublicPointRow;
  busy: boolean;
  onPrint: () => void;
  onRenew: (() => void) | undefined;
}

function PointRow({ point, busy, onPrint, onRenew }: PointRowProps) {
  const { unitName, areaName, code } = point;
  return (
    <Box as="li" className="list__row point">
      <Box className="point__text">
        <Box className="list-item__title">{unitName}</Box>
        <Box className="text-note">{code ? `${areaName}，编号 ${readableCode(code)}` : `${areaName}，还没有开通`}</Box>
      </Box>
      {code && (
        <Box className="point__acts">
          <Button kind="secondary" small busy={busy} busyText="正在生成…" onPress={onPrint}>
            海报
          </Button>
          {onRenew && (
            <Button kind="quiet" small onPress={onRenew}>
              换新
            </Button>
          )}
        </Box>
      )}
    </Box>
  );
}

/** As the server decides: 安监站 and 分管安全. */
function useMayRenew(): boolean {
  return useSession((state) => state.posts.some((post) => isSafetyStation(post) || isSafetyDeputy(post)));
}

function openedWords(count: number): string {
  return count === 0 ? '都已经开通了' : `开通了 ${count} 个二维码`;
}
