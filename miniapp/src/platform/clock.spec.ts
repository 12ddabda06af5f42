import { clockOffset, learnOffset, serverNow, timeOfAct } from './clock';

const PHONE = Date.parse('2025-11-23T02:00:00.400Z');

afterEach(() => learnOffset(new Date(PHONE).toUTCString(), PHONE));

describe('the phone’s clock', () => {
  it('is corrected when it is a year behind', () => {
    learnOffset('Mon, 23 Nov 2026 02:00:00 GMT', PHONE);
    expect(clockOffset()).toBe(Date.parse('2026-11-23T02:00:00Z') - PHONE);
    expect(Math.abs(serverNow().getTime() - Date.now() - clockOffset())).toBeLessThan(50);
    expect(timeOfAct().clockOffset).toBe(clockOffset());
  });

  it('is left alone within the precision of the header', () => {
    learnOffset('Sun, 23 Nov 2025 02:00:01 GMT', PHONE);
    expect(clockOffset()).toBe(0);
  });

  it('keeps what it knew when an answer has no date or nonsense', () => {
    learnOffset('Mon, 23 Nov 2026 02:00:00 GMT', PHONE);
    const known = clockOffset();
    learnOffset(undefined, PHONE);
    learnOffset('yesterday', PHONE);
    expect(clockOffset()).toBe(known);
  });
});
