import type { TestApp } from './app';

/**
 * What a spec needs throughout: made before its tests, closed after them, its clock set right after each. The object is there from the
 * beginning and empty until then, so that helpers beside it may hold on to it.
 */
export function forSpec<T extends object>(make: () => Promise<T>): T {
  const kept = {} as T & Partial<Pick<TestApp, 'clock' | 'close'>>;
  beforeAll(async () => {
    Object.assign(kept, await make());
  });
  afterEach(() => kept.clock?.set(null));
  afterAll(() => kept.close?.());
  return kept;
}

/** The same made anew for each test, for those that each leave the town another one. */
export function forEachTest<T extends object>(make: () => Promise<T>): T {
  const kept = {} as T & Partial<Pick<TestApp, 'close'>>;
  beforeEach(async () => {
    Object.assign(kept, await make());
  });
  afterEach(() => kept.close?.());
  return kept;
}
