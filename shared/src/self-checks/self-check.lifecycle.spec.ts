import { explore } from '../lifecycle';
import { selfCheckStates, selfCheckTransitions, stateAfter } from './self-check.lifecycle';

test('every state is reached, and only what came up as a hazard ends here', () => {
  expect(explore(selfCheckTransitions, selfCheckStates, ['open'])).toEqual({ unreachable: [], final: ['referred'] });
});

test('what is put right is closed, and may be opened anew', () => {
  expect(stateAfter('open', 'fix')).toBe('fixed');
  expect(stateAfter('fixed', 'reopen')).toBe('open');
  expect(stateAfter('fixed', 'fix')).toBeNull();
  expect(stateAfter('fixed', 'refer')).toBeNull();
  expect(stateAfter('referred', 'fix')).toBeNull();
});
