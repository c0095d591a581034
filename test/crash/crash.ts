/** Many people talk to a service that is killed again and again: what was lost, doubled, wrong or torn in the end. */
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { seeded } from './chance.ts';
import { scriptsIn } from './script.ts';
import { oneOf, processesOf, type Served } from './service.ts';
import { tornInTables } from './tables.ts';
import { type Talk, talk } from './talk.ts';
import { tornIn } from './torn.ts';

export interface CrashOptions extends Partial<Served> {
  kills: number;
  /** People who talk at the same time; each begins anew when a talk has ended. */
  people: number;
  seed: number;
  /** An empty folder; `script` is made in it, and `data` unless another is given. */
  folder: string;
  /** How often each message is delivered: at once, and late, in any order. */
  deliveries?: number;
  /** More of the environment of the service. */
  env?: Record<string, string>;
  /** What happens when the service has started for the first time, and each time while it is dead. */
  begun?: () => Promise<void>;
  meanwhile?: () => Promise<void>;
  /** Milliseconds of a service that is ready after which a reply counts as lost. */
  patience?: number;
}

export interface CrashReport {
  kills: number;
  seed: number;
  talks: number;
  acknowledged: number;
  repeated: number;
  /** Each thing that is not as it would be without any kill, with its conversation. */
  faults: string[];
  /** Files set aside as damaged, JSON that cannot be read, lines that are torn. */
  torn: string[];
  /** Temporary files that lie about in the end. */
  leftOver: number;
  /** Milliseconds from a start to ready: the middle one, and the longest. */
  startMs: { median: number; longest: number };
  exitCode: number | null;
}

/** Milliseconds for which a service lives after it is ready, and for which one lives that is killed while it starts. */
const life = { least: 60, most: 700 };
const starting = { least: 100, most: 1500 };
/** Of these: killed once more while they start; asked to stop, which they must do well. */
const share = { killedTwice: 0.2, stopped: 0.1 };

export async function crash(options: CrashOptions): Promise<CrashReport> {
  const { kills, people, seed, folder, database, deliveries, patience = 60_000, begun } = options;
  const { meanwhile = async () => {} } = options;
  const scripts = await scriptsIn(join(folder, 'script'));
  const data = options.data ?? join(folder, 'data');
  const services = await processesOf({ data, database, processes: options.processes }, { env: options.env ?? {} });
  const chance = seeded(seed);
  let ended = false;
  const talks: Talk[] = [];
  const faults: string[] = [];
  const person = async (number: number): Promise<void> => {
    for (let round = 0; !ended; round += 1) {
      const script = scripts[(number + round) % scripts.length] ?? [];
      talks.push(
        await talk(script, {
          at: () => oneOf(services, chance).url,
          chance,
          patience,
          // Among so many kills most of a person's time passes while nobody could answer.
          clock: () => sum(services.map((each) => each.served())),
          ...(deliveries && { deliveries }),
        }),
      );
    }
  };
  try {
    // Together: of those that find an empty database one makes the tables.
    await Promise.all(services.map((each) => each.start()));
    await begun?.();
    const everybody = Promise.all(Array.from({ length: people }, (_, number) => person(number)));
    for (let kill = 0; kill < kills; kill += 1) {
      await Promise.race([after(between(life, chance)), everybody]);
      const service = oneOf(services, chance);
      await service.kill();
      await meanwhile();
      if (chance() < share.killedTwice) {
        service.begin();
        await after(between(starting, chance));
        await service.kill();
        await meanwhile();
      }
      await service.start();
      if (chance() >= share.stopped) continue;
      const code = await service.stop();
      if (code !== 0) faults.push(`asked to stop, it ended with ${code}`);
      await service.start();
    }
    ended = true;
    await everybody;
  } catch (error) {
    ended = true;
    await Promise.all(services.map((each) => each.kill()));
    throw error;
  }
  const exitCodes = await Promise.all(services.map((each) => each.stop()));
  faults.push(...talks.flatMap((each) => each.faults.map((fault) => `${each.conversation} ${fault}`)));
  const { torn, leftOver } = await tornIn(folder);
  return {
    kills,
    seed,
    talks: talks.length,
    acknowledged: sum(talks.map((each) => each.acknowledged)),
    repeated: sum(talks.map((each) => each.repeated)),
    faults,
    torn: [...torn, ...(database === undefined ? [] : await tornInTables(database))],
    leftOver,
    startMs: startsOf(services.flatMap(({ starts }) => starts)),
    exitCode: exitCodes.find((code) => code !== 0) ?? 0,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);

const between = ({ least, most }: { least: number; most: number }, chance: () => number): number =>
  least + chance() * (most - least);

function startsOf(starts: readonly number[]): CrashReport['startMs'] {
  const sorted = [...starts].sort((one, other) => one - other);
  return { median: Math.round(sorted[sorted.length >> 1] ?? 0), longest: Math.round(sorted.at(-1) ?? 0) };
}
