/** Whether a turn costs more when many conversations are stored. */
import { median, rounded } from './measure.ts';
import type { HomeName } from './stage/home.ts';
import type { Stage } from './stage/stage.ts';
import { answering, type Summary, summary, times, type Window } from './stage/windows.ts';

interface Growth {
  stored: { few: number; many: number };
  homes: Partial<Record<HomeName, { few: Summary; many: Summary; timesCpu: number; timesP50: number }>>;
}

export async function benchGrowth(stage: Stage): Promise<Growth> {
  const { sizes } = stage;
  const scripts = await stage.scripts();
  const homes: Growth['homes'] = {};
  for (const name of sizes.homes) {
    const large = await stage.service(name, 'many');
    const small = await stage.service(name, 'few');
    await stage.settled(large);
    const windows: { few: Window[]; many: Window[]; aloneFew: Window[]; aloneMany: Window[] } = {
      few: [],
      many: [],
      aloneFew: [],
      aloneMany: [],
    };
    for (let round = 0; round < 2 * sizes.rounds; round += 1) {
      windows.few.push(await answering({ server: small, clients: sizes.clients, scripts }));
      windows.many.push(await answering({ server: large, clients: sizes.clients, scripts }));
      windows.aloneFew.push(await answering({ server: small, clients: 1, scripts }));
      windows.aloneMany.push(await answering({ server: large, clients: 1, scripts }));
    }
    const p50s = windows.aloneMany.map(({ tookMs }, at) => median(tookMs) / median(windows.aloneFew[at]?.tookMs ?? []));
    const few = { ...summary(windows.few), p50Ms: summary(windows.aloneFew).p50Ms };
    const many = { ...summary(windows.many), p50Ms: summary(windows.aloneMany).p50Ms };
    homes[name] = { few, many, timesCpu: times(windows.many, windows.few), timesP50: rounded(median(p50s)) };
  }
  return { stored: { few: sizes.few, many: sizes.many }, homes };
}

export function tellGrowth({ stored, homes }: Growth): string[] {
  return Object.entries(homes).map(
    ([name, { few, many, timesCpu, timesP50 }]) =>
      `存了 ${stored.many} 段对话时的一轮（${name}）　CPU ${many.cpuMs} 毫秒，中位 ${many.p50Ms} 毫秒；只存 ${stored.few} 段时 CPU ${few.cpuMs}，中位 ${few.p50Ms}；是后者的 ${timesCpu} 倍、${timesP50} 倍`,
  );
}
