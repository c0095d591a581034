/** Work of the console that takes longer than a request. */
import { expect, test } from 'vitest';
import { jobs, TooManyJobsError } from '../../../bot/staff/jobs.ts';

const hour = 60 * 60 * 1000;
const ended = () => new Promise((resolve) => setImmediate(resolve));

test('a job tells how far it is and keeps its result for an hour', async () => {
  let now = 0;
  const all = jobs({ now: () => now });
  let finish = (_: string): void => {};
  const { id } = all.start<string>('x', 'li', (report) => {
    report({ done: 3, of: 10 });
    return new Promise((resolve) => {
      finish = resolve;
    });
  });
  await ended();
  expect(all.get(id)).toMatchObject({ state: 'running', owner: 'li', progress: { done: 3, of: 10 } });
  expect(all.running('x', 'li')).toHaveLength(1);
  expect(all.running('x', 'wang')).toHaveLength(0);
  finish('made');
  await ended();
  expect(all.get(id)).toMatchObject({ state: 'done', result: 'made' });
  now = hour;
  expect(all.latest('x')?.id).toBe(id);
  now = hour + 1;
  expect(all.get(id)).toBeUndefined();
  expect(all.latest('x')).toBeUndefined();
});

test('one that fails is failed, one that is cancelled is cancelled, and a new process knows neither', async () => {
  const all = jobs();
  const failing = all.start('x', 'li', async () => {
    throw new Error('no disk');
  });
  const waiting = all.start('x', 'li', (_, signal) => new Promise((_, no) => signal.addEventListener('abort', no)));
  all.cancel(waiting.id);
  await ended();
  expect(all.get(failing.id)).toMatchObject({ state: 'failed' });
  expect(all.get(failing.id)?.result).toBeUndefined();
  expect(all.get(waiting.id)).toMatchObject({ state: 'cancelled' });
  expect(jobs().get(failing.id)).toBeUndefined();
});

test('no more run at the same time than may, and stopping ends those that run', async () => {
  const all = jobs({ most: 1 });
  const job = all.start('x', 'li', (_, signal) => new Promise((_, no) => signal.addEventListener('abort', no)));
  expect(() => all.start('y', 'wang', async () => 1)).toThrow(TooManyJobsError);
  await all.stop();
  expect(all.get(job.id)?.state).toBe('cancelled');
  expect(all.start('y', 'wang', async () => 1).state).toBe('running');
});

test('of many results the newest fifty are kept', async () => {
  const all = jobs({ most: 100 });
  const ids = Array.from({ length: 60 }, (_, at) => all.start('x', 'li', async () => at).id);
  await ended();
  expect(ids.filter((id) => all.get(id))).toEqual(ids.slice(10));
});
