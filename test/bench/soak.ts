/** Whether memory grows with the turns: it is read again and again, after garbage was collected. */
import { median, megabytes, rounded } from './measure.ts';
import type { HomeName } from './stage/home.ts';
import type { Stage } from './stage/stage.ts';
import { answering } from './stage/windows.ts';

interface Kept {
  turns: number;
  rssMb: number;
  heapMb: number;
}
/** From a tenth of the turns on: by how many per cent the least and the most differ from the middle. */
interface Spread {
  least: number;
  most: number;
}
interface Soaked {
  turns: number;
  rss: Spread;
  heap: Spread;
  /** Per second, of all turns. */
  perSecond: number;
  readings: Kept[];
}
interface Soak {
  homes: Partial<Record<HomeName, Soaked>>;
}

/** Readings in all. */
const readings = 40;

export async function benchSoak(stage: Stage): Promise<Soak> {
  const homes: Soak['homes'] = {};
  for (const name of stage.sizes.homes) homes[name] = await soaked(stage, name);
  return { homes };
}

async function soaked(stage: Stage, name: HomeName): Promise<Soaked> {
  const { clients, soakTurns } = stage.sizes;
  const scripts = await stage.scripts();
  const server = await stage.service(name, 'few');
  const kept: Kept[] = [];
  const begun = performance.now();
  let turns = 0;
  while (turns < soakTurns) {
    turns += (await answering({ server, clients, scripts })).tookMs.length;
    if (turns < ((kept.length + 1) * soakTurns) / readings) continue;
    const { rss, heapUsed } = await server.read('collect');
    kept.push({ turns, rssMb: megabytes(rss), heapMb: megabytes(heapUsed) });
  }
  const later = kept.filter((each) => each.turns >= soakTurns / 10);
  return {
    turns,
    rss: spread(later.map(({ rssMb }) => rssMb)),
    heap: spread(later.map(({ heapMb }) => heapMb)),
    perSecond: rounded((turns / (performance.now() - begun)) * 1000),
    readings: kept,
  };
}

function spread(numbers: readonly number[]): Spread {
  const middle = median(numbers);
  const off = (value: number): number => rounded((value / middle - 1) * 100);
  return { least: off(Math.min(...numbers)), most: off(Math.max(...numbers)) };
}

export function tellSoak({ homes }: Soak): string[] {
  return Object.entries(homes).map(([name, { turns, rss, heap, readings: kept }]) => {
    const last = kept.at(-1);
    return `${turns} 轮里的内存（${name}，回收之后，从一成起，与中间值相差）　常驻 ${rss.least}% 到 +${rss.most}%，堆 ${heap.least}% 到 +${heap.most}%；最后 ${last?.rssMb} MB、${last?.heapMb} MB`;
  });
}
