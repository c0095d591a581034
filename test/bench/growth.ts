/** Whether a turn costs more when many conversations are stored. */
import { median, rounded } from './measure.ts';
import type { HomeName } from './stage/home.ts';
import type { Stage } from './stage/stage.ts';
import { answering, type Summary, summary, times, type Window } from './stage/windows.ts';
import { atMost, homeName, type Told } from './told.ts';

interface Growth {
  stored: { few: number; some: number; many: number };
  homes: Partial<Record<HomeName, { few: Summary; some: Summary; many: Summary; timesCpu: number; timesP50: number }>>;
}

export async function benchGrowth(stage: Stage): Promise<Growth> {
  const { sizes } = stage;
  const scripts = await stage.scripts();
  const homes: Growth['homes'] = {};
  for (const name of sizes.homes) {
    const large = await stage.service(name, 'many');
    const middle = await stage.service(name, 'some');
    const small = await stage.service(name, 'few');
    await stage.settled(large);
    const windows: { few: Window[]; some: Window[]; many: Window[]; aloneFew: Window[]; aloneMany: Window[] } = {
      few: [],
      some: [],
      many: [],
      aloneFew: [],
      aloneMany: [],
    };
    for (let round = 0; round < 2 * sizes.rounds; round += 1) {
      windows.few.push(await answering({ server: small, clients: sizes.clients, scripts }));
      windows.some.push(await answering({ server: middle, clients: sizes.clients, scripts }));
      windows.many.push(await answering({ server: large, clients: sizes.clients, scripts }));
      windows.aloneFew.push(await answering({ server: small, clients: 1, scripts }));
      windows.aloneMany.push(await answering({ server: large, clients: 1, scripts }));
    }
    const p50s = windows.aloneMany.map(({ tookMs }, at) => median(tookMs) / median(windows.aloneFew[at]?.tookMs ?? []));
    const few = { ...summary(windows.few), p50Ms: summary(windows.aloneFew).p50Ms };
    const many = { ...summary(windows.many), p50Ms: summary(windows.aloneMany).p50Ms };
    homes[name] = {
      few,
      some: summary(windows.some),
      many,
      timesCpu: times(windows.many, windows.few),
      timesP50: rounded(median(p50s)),
    };
  }
  return { stored: { few: sizes.few, some: sizes.some, many: sizes.many }, homes };
}

export function tellGrowth({ stored, homes }: Growth): Told {
  return {
    rows: Object.entries(homes).flatMap(([name, { few, many, timesCpu, timesP50 }]) => [
      atMost(
        `${homeName(name)}：存有 ${stored.many} 段与 ${stored.few} 段时，一轮的 CPU 之比`,
        timesCpu,
        1.2,
        '倍',
        `（${many.cpuMs} 与 ${few.cpuMs} 毫秒）`,
      ),
      { what: `${homeName(name)}：同上，一轮中位之比`, value: `${timesP50} 倍（${many.p50Ms} 与 ${few.p50Ms} 毫秒）` },
    ]),
    charts: [
      {
        kind: 'lines',
        id: 'growth',
        title: '存的对话多了，一轮的 CPU 时间',
        unit: '毫秒',
        across: '段对话',
        series: Object.entries(homes).map(([name, { few, some, many }]) => ({
          label: homeName(name),
          points: [
            [stored.few, few.cpuMs],
            [stored.some, some.cpuMs],
            [stored.many, many.cpuMs],
          ],
        })),
      },
    ],
  };
}
