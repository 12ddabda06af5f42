import { create } from 'zustand';

/** Which visits the list shows; kept while the app runs, so that it survives going to one and back. */
export const useInspectionView = create<{ view: 'all' | 'mine' }>(() => ({ view: 'all' }));

export const VIEWS = [
  { value: 'all', text: '全部' },
  { value: 'mine', text: '我做的' },
] as const;
