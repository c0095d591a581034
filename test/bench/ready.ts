/** How soon a service with many stored conversations is ready, and what it does in the background then. */
import { setTimeout as after } from 'node:timers/promises';
import { median, quantile, rounded } from './measure.ts';
import type { HomeName } from './stage/home.ts';
import { applicant } from './stage/person.ts';
import type { Server } from './stage/servers.ts';
import type { Amount, Stage } from './stage/stage.ts';
import { atMost, homeName, type Told } from './told.ts';

interface Talking {
  turns: number;
  p50Ms: number;
  p99Ms: number;
  /** How late the main thread came to what was due. */
  delayMaxMs: number;
}
interface Starts {
  readyMs: number;
  cpuMs: number;
}
interface Readied {
  few: Starts;
  many: Starts;
  /** Of a start with many conversations, as a multiple of one with few. */
  times: number;
  /** After a start in which nobody talks: until the process rests, and what it took. */
  background: { seconds: number; cpuSeconds: number };
  /** While it does so, and the same right after a start with few conversations. */
  talking: { few: Talking; many: Talking };
  /** From SIGTERM in the midst of it to the end of the process. */
  stopMs: number;
}
interface Ready {
  stored: { few: number; many: number; lines: number };
  homes: Partial<Record<HomeName, Readied>>;
}

export async function benchReady(stage: Stage): Promise<Ready> {
  const { few, many, lines, homes: names } = stage.sizes;
  const homes: Ready['homes'] = {};
  for (const name of names) homes[name] = await readied(stage, name);
  return { stored: { few, many, lines }, homes };
}

async function readied(stage: Stage, name: HomeName): Promise<Readied> {
  const few: Server[] = [];
  const many: Server[] = [];
  const talked: Partial<Record<Amount, Talking>> = {};
  let background = { seconds: 0, cpuSeconds: 0 };
  let stopMs = 0;
  // Each wants a service that has just started, as far as there are starts.
  const jobs: ((server: Server) => Promise<void>)[] = [
    async (server) => {
      const seconds = await stage.settled(server);
      const { cpuMs } = await server.read();
      background = { seconds: rounded(seconds), cpuSeconds: rounded((cpuMs - server.readyCpuMs) / 1000) };
    },
    async (server) => {
      talked.many = await talking(stage, server);
    },
    async () => {
      const begun = performance.now();
      await stage.stop(name, 'many');
      stopMs = rounded(performance.now() - begun);
    },
  ];
  const { starts } = stage.sizes;
  // They are filled before anything is measured.
  for (const amount of ['few', 'many'] as const) await stage.home(name, amount);
  for (let start = 0; start < starts; start += 1) {
    const small = await stage.fresh(name, 'few');
    few.push(small);
    if (start === 0) talked.few = await talking(stage, small);
    const large = await stage.fresh(name, 'many');
    many.push(large);
    for (const [at, job] of jobs.entries()) if (Math.min(at, starts - 1) === start) await job(large);
  }
  const fewStarts = startsOf(few);
  const manyStarts = startsOf(many);
  return {
    few: fewStarts,
    many: manyStarts,
    times: rounded(manyStarts.readyMs / fewStarts.readyMs),
    background,
    talking: { few: talked.few ?? nobody, many: talked.many ?? nobody },
    stopMs,
  };
}

const nobody: Talking = { turns: 0, p50Ms: 0, p99Ms: 0, delayMaxMs: 0 };

const startsOf = (servers: readonly Server[]): Starts => ({
  readyMs: rounded(median(servers.map(({ readyMs }) => readyMs))),
  cpuMs: rounded(median(servers.map(({ readyCpuMs }) => readyCpuMs))),
});

/** Few people at a leisurely pace: what they wait for is what else the process does. */
const talkers = 4;
const pause = 100;

async function talking({ sizes, scripts }: Stage, server: Server): Promise<Talking> {
  const all = await scripts();
  const tookMs: number[] = [];
  const end = performance.now() + sizes.busySeconds * 1000;
  await server.read('watch');
  await Promise.all(
    Array.from({ length: talkers }, async (_, number) => {
      do {
        const person = await applicant(server.url);
        await person.say('开始自查');
        for (const text of all[number % all.length] ?? []) {
          const begun = performance.now();
          await person.say(text);
          tookMs.push(performance.now() - begun);
          if (performance.now() > end) break;
          await after(pause);
        }
        person.leave();
      } while (performance.now() < end);
    }),
  );
  const { delay } = await server.read();
  return {
    turns: tookMs.length,
    p50Ms: rounded(median(tookMs)),
    p99Ms: rounded(quantile(tookMs, 0.99)),
    delayMaxMs: rounded(delay.maxMs),
  };
}

export function tellReady({ stored, homes }: Ready): Told {
  const waits = ({ p50Ms, p99Ms, delayMaxMs }: Talking): string =>
    `一轮中位 ${p50Ms}、p99 ${p99Ms} 毫秒，主线程最多迟 ${delayMaxMs} 毫秒`;
  return {
    rows: Object.entries(homes).flatMap(([name, { few, many, background, talking: talked, stopMs }]) => [
      atMost(
        `${homeName(name)}：启动到可用，存有 ${stored.many} 段对话、${stored.lines} 行`,
        Math.round(many.readyMs),
        3000,
        '毫秒',
        `，CPU ${Math.round(many.cpuMs)}（只存 ${stored.few} 段时 ${Math.round(few.readyMs)}，CPU ${Math.round(few.cpuMs)}）`,
      ),
      { what: `${homeName(name)}：启动后在后台`, value: `${background.seconds} 秒，CPU ${background.cpuSeconds} 秒` },
      {
        what: `${homeName(name)}：刚启动时的对话`,
        value: `${waits(talked.many)}（只存 ${stored.few} 段时${waits(talked.few)}）`,
      },
      { what: `${homeName(name)}：启动后马上停下`, value: `${Math.round(stopMs)} 毫秒` },
    ]),
  };
}
