import { expect, test } from 'vitest';
import { addGauges } from '../../../bot/metrics/gauges.ts';
import { createMetrics } from '../../../bot/metrics/metrics.ts';
import { watchedStore } from '../../../bot/metrics/store.ts';
import { timedTurn } from '../../../bot/metrics/timedTurn.ts';
import { progress } from '../../../bot/progress.ts';
import { StaleError } from '../../../state/documents.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { transcriptLine } from '../../../state/transcript.ts';
import { dataFolder, today } from '../../support/hallTalk.ts';
import { readMetrics } from '../../support/scraped.ts';

const line = (more: object) =>
  transcriptLine.parse({
    seq: 1,
    at: today.toISOString(),
    from: 'bot',
    activity: {},
    guide: 'g',
    overlay: null,
    ...more,
  });

test('verdicts and answers of a turn are counted by kinds that are known, whatever a line holds', async () => {
  const metrics = createMetrics((name) => name === 'wecom');
  const turn = timedTurn(metrics);
  turn.taken('a channel that is gone');
  turn.answered();
  const lines = [
    line({ from: 'person', verdict: 'ready' }),
    line({ verdict: 'ready' }),
    line({ verdict: '张三' }),
    line({ answerStatus: 'not-in-guide' }),
    line({ answerStatus: 'declined' }),
    line({ answerStatus: '"}\n' }),
  ];
  expect(turn.committed(lines)).toMatchObject({ channel: 'a channel that is gone', replies: 5 });
  const { of, named } = readMetrics(await metrics.registry.metrics());
  expect(of('guohe_turn_seconds_count{channel="other"}')).toBe(1);
  expect(named('guohe_verdicts_total').toSorted()).toEqual([
    'guohe_verdicts_total{verdict="other",by="chat"}',
    'guohe_verdicts_total{verdict="ready",by="chat"}',
  ]);
  expect(named('guohe_answers_total').map((series) => of(series))).toEqual([1, 1, 1]);
});

test('what waits is told with its age; what cannot be told is left out', async () => {
  const metrics = createMetrics();
  const answers = { outbox: { pending: 3, dead: 1 }, desk: ['2023-05-08T01:59:30Z', '2023-05-08T01:59:50Z'] };
  let broken = false;
  let looks = 0;
  addGauges(metrics, {
    queue: () => ({ length: 2, oldest: 1.5 }),
    outbox: async () => {
      if (broken) throw new Error('no');
      return answers.outbox;
    },
    desk: async () => {
      looks += 1;
      return answers.desk;
    },
    now: () => today,
  });
  const first = readMetrics(await metrics.registry.metrics());
  expect(first.of('guohe_outbox{state="pending"}')).toBe(3);
  expect(first.of('guohe_outbox{state="dead"}')).toBe(1);
  expect(first.of('guohe_queue_oldest_seconds')).toBe(1.5);
  expect(first.of('guohe_desk_waiting')).toBe(2);
  expect(first.of('guohe_desk_oldest_seconds')).toBe(30);
  expect(looks).toBe(1);
  broken = true;
  const second = readMetrics(await metrics.registry.metrics());
  expect(second.named('guohe_outbox')).toEqual([]);
  expect(second.of('guohe_queue_length')).toBe(2);
  // Not looked at again so soon: it means to go through many conversations.
  expect(second.of('guohe_desk_waiting')).toBe(2);
  expect(looks).toBe(1);
});

test.each([
  ['fails', () => Promise.reject(new Error('no'))],
  ['takes too long', () => new Promise<never>(() => {})],
])('a desk of which nothing is known since the look %s is left out', async (_what, desk) => {
  const metrics = createMetrics();
  addGauges(metrics, {
    queue: () => ({ length: 0, oldest: 0 }),
    outbox: async () => ({ pending: 0, dead: 0 }),
    desk,
    now: () => today,
  });
  const { named } = readMetrics(await metrics.registry.metrics());
  expect(named('guohe_desk_waiting')).toEqual([]);
  expect(named('guohe_desk_oldest_seconds')).toEqual([]);
});

test('a conversation that cannot be answered keeps its age while it is tried again', () => {
  const waits = progress();
  waits.begin('a');
  waits.begin('a');
  waits.begin('b');
  expect(waits.waiting()).toMatchObject({ length: 3 });
  waits.went('a');
  waits.end('a');
  waits.end('b');
  expect([waits.running(), waits.waiting().length]).toEqual([1, 1]);
  const before = waits.waiting().oldest;
  waits.stuck('a');
  expect([waits.running(), waits.waiting().length]).toEqual([0, 1]);
  waits.begin('a');
  expect(waits.waiting().oldest).toBeGreaterThanOrEqual(before);
  waits.went('a');
  waits.end('a');
  expect(waits.waiting()).toEqual({ length: 0, oldest: 0 });
});

test('the watched store does what the store does; a writer who came too late is no failure', async () => {
  const metrics = createMetrics();
  const store = watchedStore(embeddedStore(await dataFolder()), metrics);
  await store.documents.write('kind', 'id', { a: 1 });
  expect((await store.documents.read('kind', 'id'))?.value).toEqual({ a: 1 });
  await expect(store.documents.write('kind', 'id', {}, 'new')).rejects.toThrow(StaleError);
  const listed = [];
  for await (const { id } of store.documents.list('kind')) listed.push(id);
  expect(listed).toEqual(['id']);
  const { named, of } = readMetrics(await metrics.registry.metrics());
  expect(named('guohe_store_errors_total').map((series) => of(series))).toEqual(Array(10).fill(0));
  await store.close();
});
