import { isFinished, type OutboxItem } from '../platform/outbox/outbox-item';
import { clockOf } from '../ui/time/time-words';

/** How the outbox is getting on, as far as an item's words depend on it. */
export interface Getting {
  /** The item that is being sent. */
  sending: string | null;
  /** Photo → share that has arrived. */
  progress: Readonly<Record<string, number>>;
  online: boolean;
  tooOld: boolean;
  /** It stands behind one of the same matter that was refused. */
  heldUp: boolean;
}

/** 未发送, 发送中 47 %, 已送达 10:32, 需要处理: the state of one item. */
export function stateWords(
  item: OutboxItem,
  { sending, progress }: Getting,
): { text: string; tone: 'active' | 'done' | 'alert' } {
  if (item.state === 'refused') return { text: '需要处理', tone: 'alert' };
  if (isFinished(item)) {
    const at = item.deliveredAt ? clockOf(new Date(item.deliveredAt)) : '';
    const otherwise = item.kept || item.photos.some(({ state }) => state === 'lost');
    return otherwise ? { text: `已送达 ${at}，请看说明`, tone: 'alert' } : { text: `已送达 ${at}`, tone: 'done' };
  }
  const share = item.state === 'delivered' ? ` ${Math.floor(arrived(item, progress) * 100)}%` : '';
  return sending === item.id ? { text: `发送中${share}`, tone: 'active' } : { text: '未发送', tone: 'active' };
}

const DOUBTED = '手机的时间不准，这一条按服务器收到的时间记。请检查手机的日期和时间设置。';

/** What stands under it: why it waits, what is already there, what the server did, what is missing. */
export function explained(item: OutboxItem, getting: Getting): string[] {
  const lost = item.photos
    .filter(({ state }) => state === 'lost')
    .map(({ words }) => `有一张照片没有送达：${words ?? ''}`);
  const kept = [...(item.kept ? [item.kept.words] : []), ...(item.doubted ? [DOUBTED] : [])];
  if (item.state === 'refused') return [item.refusal?.detail ?? '', ...named(item), ...lost];
  if (isFinished(item)) return [...kept, ...lost];
  if (item.state === 'delivered') return ['文字已送达，照片还在传。', ...kept, ...lost];
  return [waitingWords(item, getting), ...lost];
}

/** When it was done, by the server's clock as far as it is known. */
export function happenedAt({ capturedAt, offset }: OutboxItem, offsetNow: number): string {
  return new Date(Date.parse(capturedAt) + (offset ?? offsetNow)).toISOString();
}

/** The words of the fields that were refused, without repeating one. */
function named({ refusal }: OutboxItem): string[] {
  return [...new Set((refusal?.errors ?? []).map(({ message }) => message))];
}

function waitingWords(item: OutboxItem, { sending, online, tooOld, heldUp }: Getting): string {
  if (item.unsaved) return '手机空间满了，这一条没能存下来：发出之前请不要关掉小程序。';
  if (tooOld) return '小程序版本太旧，更新后会接着发出。内容都还在手机里。';
  if (heldUp) return '同一件事前面有一条需要处理，处理好后接着发出。';
  if (sending === item.id && online) return '已存在手机里，正在发送。';
  return '已存在手机里，有信号就发出。';
}

/** The share of the photos' bytes that has arrived. */
function arrived({ photos }: OutboxItem, progress: Getting['progress']): number {
  const all = photos.reduce((sum, { bytes }) => sum + bytes, 0);
  const there = photos.reduce((sum, photo) => sum + photo.bytes * shareOf(photo, progress), 0);
  return all > 0 ? there / all : 0;
}

function shareOf({ id, state }: OutboxItem['photos'][number], progress: Getting['progress']): number {
  return state === 'stored' || state === 'lost' ? 1 : (progress[id] ?? 0);
}
