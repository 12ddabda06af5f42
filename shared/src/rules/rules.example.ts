import { holidaysOf } from './holidays.contract';
import type { Rules } from './rules';

/** Rules for specs of what takes them: round numbers, and a calendar of Mondays to Fridays. */
export const exampleRules: Rules = {
  values: {
    'rectify-general': { value: 15, unit: 'calendar-days' },
    'rectify-suspected-major': { value: 30, unit: 'calendar-days' },
    'rectify-major': { value: 30, unit: 'calendar-days' },
    assess: { value: 2, unit: 'working-days' },
    approve: { value: 2, unit: 'working-days' },
    recheck: { value: 10, unit: 'calendar-days' },
    close: { value: 3, unit: 'working-days' },
    'decide-extension': { value: 2, unit: 'working-days' },
    reassign: { value: 2, unit: 'working-days' },
    coordinate: { value: 3, unit: 'working-days' },
    'report-to-county': { value: 24, unit: 'hours' },
    reopen: { value: 180, unit: 'calendar-days' },
    'spot-check-share': { value: 10, unit: 'percent' },
  },
  escalation: [],
  holidays: holidaysOf([]),
};
