/** People talk to the real service while its disk is taken away and given back: what was refused, lost, wrong or torn. */
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { seeded } from '../crash/chance.ts';
import { Refused } from '../crash/line.ts';
import { serviceProcess } from '../crash/process.ts';
import { scriptsIn } from '../crash/script.ts';
import { type Talk, talk } from '../crash/talk.ts';
import { tornIn } from '../crash/torn.ts';

export interface DisturbedOptions {
  rounds: number;
  people: number;
  seed: number;
  /** A folder for what the test itself needs, and the data folder. */
  folder: string;
  data: string;
  /** Takes the disk away; called again and again while it is to be away. */
  take(round: number): Promise<void>;
  giveBack(): Promise<void>;
  /** Everybody is silent for a moment before it is taken away: for a disk that cannot be while a file is open. */
  silent?: true;
}

export interface Disturbed {
  talks: number;
  acknowledged: number;
  /** Requests that were refused as they should be. */
  refused: number;
  /** Other trouble that people had. */
  trouble: string[];
  /** What is not as it would be had nothing happened, and what is not whole on the disk. */
  faults: string[];
  torn: string[];
  /** Whether another process could have the folder meanwhile. */
  stolen: boolean;
  alive: boolean;
  exitCode: number | null;
}

/** Milliseconds without the disk and with it, and between two takes. */
const away = 2000;
const back = 2000;
const pause = 40;
/** Longer than a file stays open that is written to now and then. */
const silence = 1500;

export async function disturbed(options: DisturbedOptions): Promise<Disturbed> {
  const { rounds, people, seed, folder, data, take, giveBack } = options;
  const scripts = await scriptsIn(join(folder, 'script'));
  const service = await serviceProcess(data);
  await service.start();
  const chance = seeded(seed);
  const talks: Talk[] = [];
  let refused = 0;
  const trouble = new Set<string>();
  const onTrouble = (error: unknown): void => {
    if (error === hush) return;
    if (isCalm(error)) refused += 1;
    else trouble.add(error instanceof Error ? error.message.slice(0, 300) : String(error));
  };
  let silent = false;
  const hush = new Error('not now');
  const at = (): string => {
    if (silent) throw hush;
    return service.url;
  };
  let ended = false;
  const person = async (number: number): Promise<void> => {
    for (let round = 0; !ended; round += 1) {
      const script = scripts[(number + round) % scripts.length] ?? [];
      talks.push(await talk(script, { at, chance, patience: 60_000, onTrouble }));
    }
  };
  const everybody = Promise.all(Array.from({ length: people }, (_, number) => person(number)));
  let stolen = false;
  try {
    for (let round = 0; round < rounds; round += 1) {
      await after(back);
      silent = options.silent ?? false;
      if (silent) await after(silence);
      const end = performance.now() + away;
      await take(round);
      silent = false;
      if (round === 1) stolen = await canBeTaken(data);
      while (performance.now() < end) {
        await after(pause);
        await take(round);
      }
      await giveBack();
    }
    ended = true;
    await everybody;
  } catch (error) {
    ended = true;
    await giveBack();
    await service.kill();
    throw error;
  }
  const alive = service.alive();
  const exitCode = await service.stop();
  return {
    talks: talks.length,
    acknowledged: talks.reduce((sum, each) => sum + each.acknowledged, 0),
    refused,
    trouble: [...trouble],
    faults: talks.flatMap(({ conversation, faults }) => faults.map((fault) => `${conversation} ${fault}`)),
    torn: (await tornIn(data)).torn,
    stolen,
    alive,
    exitCode,
  };
}

/** 503 with a problem in Chinese: come again. */
export function isCalm(error: unknown): boolean {
  if (!(error instanceof Refused) || error.status !== 503 || !error.type.startsWith('application/problem+json'))
    return false;
  return /"title":"[\u4e00-\u9fff]{4,}/.test(error.body);
}

/** Whether a second process starts on the folder. */
export async function canBeTaken(data: string): Promise<boolean> {
  const second = await serviceProcess(data);
  return second.start().then(
    () => second.kill().then(() => true),
    (error: unknown) => {
      if (!String(error).includes('一个文件夹只能由一个进程服务')) throw error;
      return false;
    },
  );
}
