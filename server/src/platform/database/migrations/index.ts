import { MainJob1763900000000 } from './1763900000000-main-job';

/** In the order in which they run. */
export const migrations = [MainJob1763900000000];
