/** Very many people who talk at the same time: each turn is answered by the next question of that person's own interview. */
import { megabytes } from './measure.ts';
import type { HomeName } from './stage/home.ts';
import type { Stage } from './stage/stage.ts';
import { answering, type Summary, summary } from './stage/windows.ts';
import { homeName, type Told } from './told.ts';

interface Crowd {
  people: number;
  homes: Partial<Record<HomeName, Summary & { rssMb: number; delayMaxMs: number }>>;
}

export async function benchCrowd(stage: Stage): Promise<Crowd> {
  const { crowd: people, crowdAnswers, homes: names } = stage.sizes;
  const scripts = (await stage.scripts()).map((script) => script.slice(0, crowdAnswers));
  const homes: Crowd['homes'] = {};
  for (const name of names) {
    const server = await stage.service(name, 'few');
    await server.read('watch');
    const window = await answering({ server, clients: people, scripts });
    const { rss, delay } = await server.read();
    homes[name] = { ...summary([window]), rssMb: megabytes(rss), delayMaxMs: Math.round(delay.maxMs) };
  }
  return { people, homes };
}

export function tellCrowd({ people, homes }: Crowd): Told {
  return {
    rows: Object.entries(homes).map(([name, { turns, p50Ms, p99Ms, perSecond, rssMb, delayMaxMs }]) => ({
      what: `${homeName(name)}：${people} 人同时自查，共 ${turns} 轮，每轮都接着自己的下一题`,
      value: `每秒 ${Math.round(perSecond)} 轮；中位 ${Math.round(p50Ms)}、p99 ${Math.round(p99Ms)} 毫秒；内存 ${rssMb} MB；主线程最多迟 ${delayMaxMs} 毫秒`,
    })),
  };
}
