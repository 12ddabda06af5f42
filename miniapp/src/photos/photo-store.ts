/** A photo on the phone, on its way to the server. Kept in the draft of the form that it belongs to. */
export interface LocalPhoto {
  /** Made here, so that sending it twice stores it once. */
  id: string;
  /** Where its bytes are on this phone. */
  source: string;
  state: 'waiting' | 'sending' | 'stored' | 'failed';
  /** Parts that the server has, of all. */
  done: number;
  parts: number;
  /** Why it failed, in Chinese. */
  problem?: string;
}

/** At most so many photos beside one text. */
export const MOST_PHOTOS = 9;

/** Whether everything chosen has arrived, so that the text may follow. */
export function allStored(photos: readonly LocalPhoto[]): boolean {
  return photos.every(({ state }) => state === 'stored');
}

/** How far it is, in words. */
export function progressWords({ state, done, parts }: LocalPhoto): string {
  if (state === 'stored') return '已上传';
  if (state === 'failed') return '没传上';
  return parts > 0 ? `上传 ${Math.floor((done / parts) * 100)}%` : '等待上传';
}
