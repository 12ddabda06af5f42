import { JobRun } from '@zerentian/server/platform/jobs/job-run.entity';
import { Jobs } from '@zerentian/server/platform/jobs/jobs.service';
import { startApp, type TestApp } from '../support/app';
import { forEachTest } from '../support/for-spec';

const app = forEachTest(() => startApp({ LOG_LEVEL: 'silent' }));
const jobsOf = (server: TestApp) => server.nest.get(Jobs, { strict: false });
const at = (text: string) => app.clock.set(new Date(text));

test('a job is run once in an hour, and again in the next', async () => {
  let runs = 0;
  const run = () => jobsOf(app).hourly('count', async () => runs++);
  at('2026-11-23T01:00:00Z');
  expect(await run()).toBe(true);
  at('2026-11-23T01:59:59Z');
  expect(await run()).toBe(false);
  at('2026-11-23T02:00:00Z');
  expect(await run()).toBe(true);
  expect(runs).toBe(2);
});

test('a daily one is run once on a day of Shanghai, whatever its name’s neighbours do', async () => {
  const run = (name: string) => jobsOf(app).daily(name, async () => undefined);
  at('2026-11-23T15:00:00Z');
  expect([await run('one'), await run('one'), await run('two')]).toEqual([true, false, true]);
  at('2026-11-23T16:00:00Z');
  expect(await run('one')).toBe(true);
});

test('two servers, many calls at once: one of them runs it, the first time as well as later', async () => {
  const other = await startApp({}, app);
  const hours = ['2026-11-23T01:00:00Z', '2026-11-23T02:00:00Z', '2026-11-23T03:00:00Z'];
  let runs = 0;
  for (const hour of hours) {
    for (const server of [app, other]) server.clock.set(new Date(hour));
    const calls = [app, other, app, other, app, other].map((server) =>
      jobsOf(server).hourly('count', async () => runs++),
    );
    expect((await Promise.all(calls)).filter(Boolean)).toHaveLength(1);
  }
  expect(runs).toBe(hours.length);
  await other.close();
});

test('one that fails is marked as unfinished and tried again in the next hour', async () => {
  at('2026-11-23T01:00:00Z');
  await jobsOf(app).hourly('fails', () => Promise.reject(new Error('示例')));
  const kept = () => app.source.manager.findOneByOrFail(JobRun, { name: 'fails' });
  expect(await kept()).toMatchObject({ slot: '2026-11-23T01', finishedAt: null });
  at('2026-11-23T02:00:00Z');
  expect(await jobsOf(app).hourly('fails', async () => undefined)).toBe(true);
  expect((await kept()).finishedAt).toEqual(new Date('2026-11-23T02:00:00Z'));
});
