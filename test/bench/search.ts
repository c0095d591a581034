/** Searching all transcripts for the newest lines, and whether whoever talks meanwhile waits for it. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { TranscriptQuery } from '../../state/transcripts.ts';
import { median, rounded } from './measure.ts';
import type { HomeName } from './stage/home.ts';
import type { Stage } from './stage/stage.ts';
import { seldom } from './stage/stored.ts';
import { atMost, homeName, type Told } from './told.ts';

/** What is looked for, by what is expected of it. */
const queries: Record<string, TranscriptQuery> = {
  everything: {},
  'in most conversations': { text: '合作' },
  'in one of a thousand, long': { text: seldom },
  'in one of a thousand, two characters': { text: '江豚' },
  'said by people': { text: '负责人', from: 'person' },
  'a verdict': { verdict: 'fixable' },
  'nowhere, long': { text: '托卡马克聚变装置' },
  'nowhere, two characters': { text: '鲲鹏' },
  'nowhere, among people': { text: '鲲鹏', from: 'person' },
};

interface Searched {
  /** The very first search in a home, by which the embedded one prepares itself, and the first one after a restart. */
  firstMs: number;
  restartedMs: number;
  /** The middle one of each. */
  tookMs: Record<string, { found: number; ms: number }>;
  hitsMs: number;
  worstMs: number;
  /** How late the main thread came to what was due meanwhile. */
  delay: { p99Ms: number; maxMs: number };
}
interface Search {
  stored: { many: number; lines: number };
  homes: Partial<Record<HomeName, Searched>>;
}

const newest = 50;
const tick = 5;
const late = (nanoseconds: number): number => rounded(Math.max(0, nanoseconds / 1e6 - tick));

export async function benchSearch(stage: Stage): Promise<Search> {
  const { many, lines, homes: names, searches } = stage.sizes;
  const homes: Search['homes'] = {};
  for (const name of names) {
    const home = await stage.home(name, 'many');
    const unprepared = await home.open();
    const begun = performance.now();
    await unprepared.transcripts.search({ text: '合作' }, { most: newest });
    const firstMs = performance.now() - begun;
    await unprepared.close();
    const store = await home.open();
    const delay = monitorEventLoopDelay({ resolution: tick });
    const searched = async (query: TranscriptQuery) => {
      const begun = performance.now();
      const { items } = await store.transcripts.search(query, { most: newest });
      return { found: items.length, ms: performance.now() - begun };
    };
    delay.enable();
    const { ms: restartedMs } = await searched({ text: '合作' });
    const tookMs: Searched['tookMs'] = {};
    for (const [told, query] of Object.entries(queries)) {
      const times = [];
      for (let time = 0; time < searches; time += 1) times.push(await searched(query));
      tookMs[told] = { found: times[0]?.found ?? 0, ms: rounded(median(times.map(({ ms }) => ms))) };
    }
    delay.disable();
    await store.close();
    const all = Object.values(tookMs);
    homes[name] = {
      firstMs: rounded(firstMs),
      restartedMs: rounded(restartedMs),
      tookMs,
      hitsMs: Math.max(...all.filter(({ found }) => found > 0).map(({ ms }) => ms)),
      worstMs: Math.max(...all.map(({ ms }) => ms)),
      delay: { p99Ms: late(delay.percentile(99)), maxMs: late(delay.max) },
    };
  }
  return { stored: { many, lines }, homes };
}

/** Milliseconds: the slowest search that finds something, and the slowest at all. */
const goals: Record<string, { hits: number; worst: number }> = {
  embedded: { hits: 1000, worst: 1000 },
  postgres: { hits: 50, worst: 400 },
};

export function tellSearch({ stored, homes }: Search): Told {
  return {
    rows: Object.entries(homes).flatMap(([name, { firstMs, restartedMs, tookMs, hitsMs, worstMs, delay }]) => {
      const { hits = 0, worst = 0 } = goals[name] ?? {};
      return [
        atMost(`${homeName(name)}：${stored.lines} 行里找最新的 ${newest} 行，找得到的最慢一种`, hitsMs, hits, '毫秒'),
        atMost(`${homeName(name)}：同上，全部最慢的一种`, worstMs, worst, '毫秒'),
        {
          what: `${homeName(name)}：有史第一次，重启后第一次`,
          value: `${Math.round(firstMs)}，${Math.round(restartedMs)} 毫秒`,
        },
        { what: `${homeName(name)}：其间主线程迟到`, value: `p99 ${delay.p99Ms}，最多 ${delay.maxMs} 毫秒` },
        {
          what: `${homeName(name)}：每一种的毫秒数（找到的行数）`,
          value: Object.entries(tookMs)
            .map(([told, { found, ms }]) => `${told} ${ms}（${found}）`)
            .join('，'),
        },
      ];
    }),
  };
}
