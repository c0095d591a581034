/** The console's lists and transcripts: how long a page takes while people talk, and whether they wait for it. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { talkList } from '../../bot/staff/transcripts/list.ts';
import type { Store } from '../../state/store.ts';
import type { SummaryFilter } from '../../state/summary.ts';
import { megabytes, quantile, rounded } from './measure.ts';
import type { HomeName } from './stage/home.ts';
import type { Stage } from './stage/stage.ts';
import { channel, seldom } from './stage/stored.ts';
import { atMost, homeName, type Told } from './told.ts';

/** Milliseconds in which 95 of 100 pages are there. */
const goals: Record<HomeName, number> = { embedded: 500, postgres: 200 };

/** Filters of lists, by what they ask for. */
const lists: Record<string, SummaryFilter> = {
  everything: {},
  'a verdict': { verdict: 'fixable' },
  'the last days': { since: new Date(Date.now() - 7 * 24 * 60 * 60 * 1000).toISOString() },
  'a step': { step: 'lead.birthDate' },
  'a rule': { rule: 'agreement.exists' },
  unanswered: { unanswered: true },
  'a question': { question: seldom },
  'not reviewed': { reviewed: false, completed: true },
  'text in most conversations': { text: '合作' },
  'text in one of a thousand, long': { text: seldom },
  'text in one of a thousand, two characters': { text: '江豚' },
  'text nowhere, two characters': { text: '鲲鹏' },
  'text and verdict': { text: '负责人', verdict: 'fixable' },
};

interface Pages {
  p50Ms: number;
  p95Ms: number;
}
interface Shown {
  goalMs: number;
  /** The very first list in a home, for which it prepares itself, and the first one after a restart. */
  firstMs: number;
  restartedMs: number;
  /** What the process holds more than before the first list after a restart. */
  memoryMb: number;
  /** Pages of every list, and of each. */
  list: Pages;
  lists: Record<string, Pages & { found: number }>;
  transcript: Pages;
  /** How late the main thread came to what was due, at the first list after a restart and meanwhile. */
  delay: { restartedMs: number; p99Ms: number; maxMs: number };
}
interface Console {
  stored: { many: number; lines: number };
  homes: Partial<Record<HomeName, Shown>>;
}

/** Pages of each list for each search that the sizes name. */
const often = 4;
const tick = 5;
const late = (nanoseconds: number): number => rounded(Math.max(0, nanoseconds / 1e6 - tick));
const pages = (times: readonly number[]): Pages => ({
  p50Ms: rounded(quantile(times, 0.5)),
  p95Ms: rounded(quantile(times, 0.95)),
});

async function took<T>(work: () => Promise<T>): Promise<{ ms: number; done: T }> {
  const begun = performance.now();
  const done = await work();
  return { ms: performance.now() - begun, done };
}

export async function benchConsole(stage: Stage): Promise<Console> {
  const { many, lines, homes: names, searches } = stage.sizes;
  const homes: Console['homes'] = {};
  for (const name of names) {
    const home = await stage.home(name, 'many');
    const unprepared = await home.open();
    const first = await took(() => unprepared.summaries.find({}));
    await unprepared.close();
    const store = await home.open();
    const delay = monitorEventLoopDelay({ resolution: tick });
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    delay.enable();
    const restarted = await took(() => store.summaries.find({}));
    const restartedLate = late(delay.max);
    globalThis.gc?.();
    const memoryMb = megabytes(process.memoryUsage().rss - before);
    delay.reset();
    const shown = await showing(store, many, often * searches);
    delay.disable();
    await store.close();
    homes[name] = {
      goalMs: goals[name],
      firstMs: rounded(first.ms),
      restartedMs: rounded(restarted.ms),
      memoryMb,
      ...shown,
      delay: { restartedMs: restartedLate, p99Ms: late(delay.percentile(99)), maxMs: late(delay.max) },
    };
  }
  return { stored: { many, lines }, homes };
}

async function showing(
  store: Store,
  many: number,
  times: number,
): Promise<Pick<Shown, 'list' | 'lists' | 'transcript'>> {
  const all: number[] = [];
  const each: Shown['lists'] = {};
  let said = 0;
  for (const [told, filter] of Object.entries(lists)) {
    const own: number[] = [];
    let found = 0;
    for (let time = 0; time < times; time += 1) {
      said += 1;
      await saySomething(store, `dl-bench-${(said * 7919) % many}`, said);
      const { ms, done } = await took(() => talkList(store, filter, 1));
      found = done.total;
      own.push(ms);
    }
    each[told] = { found, ...pages(own) };
    all.push(...own);
  }
  const read: number[] = [];
  for (let time = 0; time < 10 * times; time += 1)
    read.push((await took(() => store.talks.read(`dl-bench-${(time * 104_729) % many}`, 0))).ms);
  return { list: pages(all), lists: each, transcript: pages(read) };
}

/** What was listed before is older now. */
async function saySomething({ transcripts }: Store, conversation: string, number: number): Promise<void> {
  const activity = { id: `console-${number}`, type: 'message', text: '在吗' };
  const line = {
    at: new Date().toISOString(),
    from: 'person' as const,
    activity,
    guide: 'jx-intl-2023',
    overlay: null,
  };
  await transcripts.append(conversation, channel, [line]);
}

export function tellConsole({ stored, homes }: Console): Told {
  return {
    rows: Object.entries(homes).flatMap(([name, shown]) => [
      atMost(
        `${homeName(name)}：${stored.many} 段对话、${stored.lines} 行的列表，一页的 p95`,
        shown.list.p95Ms,
        shown.goalMs,
        '毫秒',
        `（中位 ${shown.list.p50Ms}）`,
      ),
      atMost(`${homeName(name)}：一段记录，p95`, shown.transcript.p95Ms, shown.goalMs, '毫秒'),
      {
        what: `${homeName(name)}：有史第一次、重启后第一次打开列表`,
        value: `${Math.round(shown.firstMs)}、${Math.round(shown.restartedMs)} 毫秒，内存多 ${shown.memoryMb} MB`,
      },
      {
        what: `${homeName(name)}：主线程迟到`,
        value: `重启后第一次最多 ${shown.delay.restartedMs}，其后 p99 ${shown.delay.p99Ms}、最多 ${shown.delay.maxMs} 毫秒`,
      },
      {
        what: `${homeName(name)}：每一种列表的中位、p95（段数）`,
        value: Object.entries(shown.lists)
          .map(([told, { found, p50Ms, p95Ms }]) => `${told} ${p50Ms}、${p95Ms}（${found}）`)
          .join('，'),
      },
    ]),
  };
}
