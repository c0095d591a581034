/** Whether memory, handles or waiting grow with the turns: they are read again and again, memory after garbage was collected. */
import { median, megabytes, quantile, rounded } from './measure.ts';
import type { HomeName } from './stage/home.ts';
import type { Stage } from './stage/stage.ts';
import { answering } from './stage/windows.ts';
import { homeName, type Told } from './told.ts';

interface Kept {
  turns: number;
  rssMb: number;
  heapMb: number;
  /** Open files, sockets and timers. */
  handles: number;
  /** Of the turns since the reading before. */
  p99Ms: number;
}
/** From a tenth of the turns on: by how many per cent the least and the most differ from the middle. */
interface Spread {
  least: number;
  most: number;
}
interface Soaked {
  turns: number;
  minutes: number;
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
  // At the same time, so that half an hour is enough for both.
  const homes = await Promise.all(stage.sizes.homes.map(async (name) => [name, await soaked(stage, name)] as const));
  return { homes: Object.fromEntries(homes) };
}

async function soaked(stage: Stage, name: HomeName): Promise<Soaked> {
  const { clients, soakTurns, soakMinutes } = stage.sizes;
  const scripts = await stage.scripts();
  const server = await stage.service(name, 'few');
  const kept: Kept[] = [];
  const begun = performance.now();
  const minutes = (): number => (performance.now() - begun) / 60_000;
  /** What is reached of what is asked for, by turns and by time. */
  const share = (): number => Math.min(turns / soakTurns, soakMinutes === 0 ? 1 : minutes() / soakMinutes);
  let turns = 0;
  let took: number[] = [];
  while (share() < 1) {
    const { tookMs } = await answering({ server, clients, scripts });
    turns += tookMs.length;
    took.push(...tookMs);
    if (share() < (kept.length + 1) / readings) continue;
    const { rss, heapUsed, handles } = await server.read('collect');
    const p99Ms = rounded(quantile(took, 0.99));
    kept.push({ turns, rssMb: megabytes(rss), heapMb: megabytes(heapUsed), handles, p99Ms });
    took = [];
  }
  const later = kept.filter((each) => each.turns >= turns / 10);
  return {
    turns,
    minutes: rounded(minutes()),
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

export function tellSoak({ homes }: Soak): Told {
  return {
    rows: Object.entries(homes).flatMap(([name, soaked]) => {
      const { turns, minutes, rss, heap, perSecond, readings: kept } = soaked;
      const [first, last] = [kept[0], kept.at(-1)];
      return [
        {
          what: `${homeName(name)}：${turns} 轮、${minutes} 分钟里的常驻内存（回收之后，从一成起，与中间值相差）`,
          value: `${rss.least}% 到 +${rss.most}%，最后 ${last?.rssMb ?? 0} MB；每秒 ${Math.round(perSecond)} 轮`,
          goal: { text: '± 10%', met: rss.least >= -10 && rss.most <= 10 },
        },
        { what: `${homeName(name)}：堆`, value: `${heap.least}% 到 +${heap.most}%，最后 ${last?.heapMb ?? 0} MB` },
        { what: `${homeName(name)}：打开的句柄，开头与最后`, value: `${first?.handles ?? 0}，${last?.handles ?? 0}` },
        { what: `${homeName(name)}：一轮的 p99，开头与最后`, value: `${first?.p99Ms ?? 0}，${last?.p99Ms ?? 0} 毫秒` },
      ];
    }),
    charts: [
      {
        kind: 'lines',
        id: 'soak',
        title: '一直说下去，常驻内存',
        unit: 'MB',
        across: '轮',
        series: Object.entries(homes).map(([name, { readings: kept }]) => ({
          label: homeName(name),
          points: kept.map(({ turns, rssMb }): [number, number] => [turns, rssMb]),
        })),
      },
    ],
  };
}
