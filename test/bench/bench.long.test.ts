import { afterAll, expect, test } from 'vitest';
import { svgOf } from './page/svg.ts';
import { type SectionName, sectionNames, sections } from './sections.ts';
import { sizes } from './sizes.ts';
import { openStage } from './stage/stage.ts';
import { printed } from './told.ts';

const stage = openStage(sizes.tiny);
afterAll(() => stage.close());

const number = expect.any(Number);
const summary = { turns: number, cpuMs: number, p50Ms: number, p99Ms: number, perSecond: number };
const both = { oneClient: summary, manyClients: summary };
const talking = { turns: number, p50Ms: number, p99Ms: number, delayMaxMs: number };
const pages = { p50Ms: number, p95Ms: number };
const spread = { least: number, most: number };

/** What each section promises to programs. */
const promised: Record<Exclude<SectionName, 'answers' | 'rivals'>, object> = {
  turns: {
    clients: 2,
    echoBot: both,
    homes: { embedded: { ...both, timesEchoBot: number, timesEchoBotAlone: number } },
    dialogs: { cpuMs: number, timesEchoBot: number },
  },
  growth: {
    stored: { few: 4, some: 10, many: 20 },
    homes: { embedded: { few: summary, some: summary, many: summary, timesCpu: number, timesP50: number } },
  },
  soak: {
    homes: {
      embedded: {
        turns: number,
        minutes: number,
        rss: spread,
        heap: spread,
        perSecond: number,
        readings: expect.arrayContaining([
          { turns: number, rssMb: number, heapMb: number, handles: number, p99Ms: number },
        ]),
      },
    },
  },
  crowd: { people: 5, homes: { embedded: { ...summary, turns: 10, rssMb: number, delayMaxMs: number } } },
  ready: {
    stored: { few: 4, many: 20, lines: 200 },
    homes: {
      embedded: {
        few: { readyMs: number, cpuMs: number },
        many: { readyMs: number, cpuMs: number },
        times: number,
        background: { seconds: number, cpuSeconds: number },
        talking: { few: talking, many: talking },
        stopMs: number,
      },
    },
  },
  search: {
    stored: { many: 20, lines: 200 },
    homes: {
      embedded: {
        firstMs: number,
        restartedMs: number,
        hitsMs: number,
        worstMs: number,
        delay: { p99Ms: number, maxMs: number },
        tookMs: expect.objectContaining({
          everything: { found: 50, ms: number },
          'nowhere, long': { found: 0, ms: number },
        }),
      },
    },
  },
  console: {
    stored: { many: 20, lines: 200 },
    homes: {
      embedded: {
        goalMs: 500,
        firstMs: number,
        restartedMs: number,
        memoryMb: number,
        list: pages,
        lists: expect.objectContaining({
          everything: { found: number, ...pages },
          'text nowhere, two characters': { found: 0, ...pages },
        }),
        transcript: pages,
        delay: { restartedMs: number, p99Ms: number, maxMs: number },
      },
    },
  },
};

test('each section of npm run bench measures the service in a process of its own, and tells people and programs', async () => {
  for (const name of sectionNames) {
    if (name === 'answers' || name === 'rivals') continue;
    const { report, ...told } = await sections[name].measure(stage);
    expect(report).toMatchObject(promised[name]);
    expect(JSON.stringify(told)).not.toMatch(/NaN|undefined|Infinity|null/);
    expect(printed(told).length).toBeGreaterThan(0);
    for (const chart of told.charts ?? []) expect(svgOf(chart)).toMatch(/^<svg .*<\/svg>\n$/s);
  }
}, 300_000);
