/** Many people talk to a service that is killed again and again: what was lost, doubled, wrong or torn in the end. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { personaOf } from '../support/applicant.ts';
import { openHall, pathsIn } from '../support/hallTalk.ts';
import { serviceProcess } from './process.ts';
import { scriptOf } from './script.ts';
import { type Talk, talk } from './talk.ts';

export interface CrashOptions {
  kills: number;
  /** People who talk at the same time; each begins anew when a talk has ended. */
  people: number;
  seed: number;
  /** An empty folder; `data` and `script` are made in it. */
  folder: string;
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

const people12 = ['ex-02', 'ex-04', 'ex-07', 'ex-12'];
/** Milliseconds for which a service lives, at least and at most. */
const life = { least: 60, most: 700 };

export async function crash({ kills, people, seed, folder }: CrashOptions): Promise<CrashReport> {
  const undisturbed = openHall(join(folder, 'script'), { now: () => new Date() });
  const scripts = await Promise.all(people12.map((id) => scriptOf(personaOf(id), undisturbed)));
  const data = join(folder, 'data');
  const service = await serviceProcess(data);
  await service.start();
  const chance = seeded(seed);
  let ended = false;
  const talks: Talk[] = [];
  const person = async (number: number): Promise<void> => {
    for (let round = 0; !ended; round += 1) {
      const script = scripts[(number + round) % scripts.length] ?? [];
      talks.push(await talk(service.url, script, chance));
    }
  };
  const everybody = Promise.all(Array.from({ length: people }, (_, number) => person(number)));
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      await Promise.race([after(life.least + chance() * (life.most - life.least)), everybody]);
      await service.kill();
      await service.start();
    }
    ended = true;
    await everybody;
  } catch (error) {
    ended = true;
    await service.kill();
    throw error;
  }
  const exitCode = await service.stop();
  const paths = await pathsIn(data);
  const sorted = [...service.starts].sort((one, other) => one - other);
  return {
    kills,
    seed,
    talks: talks.length,
    acknowledged: sum(talks.map((each) => each.acknowledged)),
    repeated: sum(talks.map((each) => each.repeated)),
    faults: talks.flatMap(({ conversation, faults }) => faults.map((fault) => `${conversation} ${fault}`)),
    torn: await tornIn(data, paths),
    leftOver: paths.filter((path) => path.endsWith('.tmp')).length,
    startMs: { median: Math.round(sorted[sorted.length >> 1] ?? 0), longest: Math.round(sorted.at(-1) ?? 0) },
    exitCode,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);

async function tornIn(data: string, paths: readonly string[]): Promise<string[]> {
  const torn: string[] = [];
  for (const path of paths) {
    if (path.includes('damaged')) torn.push(path);
    if (!/\.jsonl?$/.test(path)) continue;
    const text = await readFile(join(data, path), 'utf8');
    const pieces = path.endsWith('.jsonl') ? text.split('\n').filter((line) => line !== '') : [text];
    if (pieces.some((piece) => !isJson(piece))) torn.push(path);
  }
  return torn;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Mulberry32: the same numbers for the same seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
