import { hazardStates } from '../hazards/hazard.vocabulary';
import { explore } from '../lifecycle';
import {
  mayTake,
  progressOf,
  publicReportStages,
  publicReportTransitions,
  stageOf,
  storedStages,
} from './public-report.lifecycle';

const closedAt = new Date('2026-11-20T08:00:00Z');
const later = new Date('2026-11-21T08:00:00Z');
const earlier = new Date('2026-11-19T08:00:00Z');

test('every stage is reached; only an explanation ends it for good', () => {
  expect(explore(publicReportTransitions, publicReportStages, ['received'])).toEqual({
    unreachable: [],
    final: ['explained'],
  });
});

test('follows its hazard', () => {
  const report = { state: 'accepted' as const, feedbackAt: null };
  const at = (state: (typeof hazardStates)[number]) =>
    stageOf(report, { state, closedAt: state === 'closed' ? closedAt : null });
  for (const state of hazardStates) {
    const expected = state === 'closed' ? 'settled' : state === 'rejected' ? 'declined' : 'accepted';
    expect([state, at(state)]).toEqual([state, expected]);
  }
});

test('what the reporter said holds for the closing that it was said of', () => {
  for (const state of ['confirmed', 'disputed', 'upheld'] as const) {
    expect(stageOf({ state, feedbackAt: later }, { state: 'closed', closedAt })).toBe(state);
    expect(stageOf({ state, feedbackAt: later }, { state: 'reopened', closedAt: null })).toBe('accepted');
    expect(stageOf({ state, feedbackAt: earlier }, { state: 'closed', closedAt })).toBe('settled');
  }
});

test('what was explained stays so, whatever happens elsewhere', () => {
  expect(stageOf({ state: 'explained', feedbackAt: null }, { state: 'rejected', closedAt: null })).toBe('explained');
  expect(stageOf({ state: 'received', feedbackAt: null }, null)).toBe('received');
});

test('each step belongs to one part', () => {
  expect(mayTake('received', 'accept', 'sifter')).toBe(true);
  expect(mayTake('received', 'accept', 'reporter')).toBe(false);
  expect(mayTake('accepted', 'accept', 'sifter')).toBe(false);
  expect(mayTake('settled', 'dispute', 'reporter')).toBe(true);
  expect(mayTake('disputed', 'dispute', 'reporter')).toBe(false);
  expect(mayTake('declined', 'explain', 'sifter')).toBe(true);
});

test('every stored stage is one, and every state of a hazard has its words', () => {
  for (const stage of storedStages) expect(publicReportStages).toContain(stage);
  for (const state of hazardStates) expect(progressOf(state)).toMatch(/[一-龥]/);
});
