/** Windows of talking: so many people answer question after question, and what it took is told by turn. */
import { openQuestion } from '../../support/applicant.ts';
import { median, quantile, rounded } from '../measure.ts';
import { applicant, type Person, shouter } from './person.ts';
import type { Server } from './servers.ts';

export interface Window {
  /** Of the server's process, a turn. */
  cpuMs: number;
  /** Of each turn, from the message to the whole answer. */
  tookMs: number[];
  perSecond: number;
}

/** What some people answer in an interview, one after the other: all but what opens it and what leads to the verdict. */
export type Scripts = readonly (readonly string[])[];

export interface Asked {
  server: Server;
  clients: number;
  scripts: Scripts;
}

/** Each of them begins an interview beforehand; each turn is an ordinary answer, and the next question is asked. */
export async function answering({ server, clients, scripts }: Asked): Promise<Window> {
  const all = await Promise.all(Array.from({ length: clients }, () => applicant(server.url)));
  await Promise.all(all.map((person) => person.say('开始自查')));
  return window(server, all, async (person, number, turn) => {
    for (const text of scripts[number % scripts.length] ?? []) {
      const answer = await turn(() => person.say(text));
      if (!openQuestion(answer)) throw new Error('an answer was not followed by the next question');
    }
  });
}

/** The same words to the echo bot. */
export function echoing({ server, clients, scripts }: Asked): Promise<Window> {
  const all = Array.from({ length: clients }, (_, number) => shouter(server.url, `bench-${number}`));
  return window(server, all, async (person, number, turn) => {
    for (const text of scripts[number % scripts.length] ?? []) await turn(() => person.say(text));
  });
}

type Turn = <T>(say: () => Promise<T>) => Promise<T>;

async function window(
  server: Server,
  all: readonly Person[],
  talk: (person: Person, number: number, turn: Turn) => Promise<void>,
): Promise<Window> {
  const tookMs: number[] = [];
  const turn: Turn = async (say) => {
    const begun = performance.now();
    const answer = await say();
    tookMs.push(performance.now() - begun);
    return answer;
  };
  const before = await server.read();
  const begun = performance.now();
  await Promise.all(all.map((person, number) => talk(person, number, turn)));
  const seconds = (performance.now() - begun) / 1000;
  const after = await server.read();
  for (const person of all) person.leave();
  return { cpuMs: (after.cpuMs - before.cpuMs) / tookMs.length, tookMs, perSecond: tookMs.length / seconds };
}

export interface Summary {
  turns: number;
  cpuMs: number;
  p50Ms: number;
  p99Ms: number;
  perSecond: number;
}

/** Of several windows: the middle one, but the times of all turns together. */
export function summary(windows: readonly Window[]): Summary {
  const took = windows.flatMap(({ tookMs }) => tookMs);
  return {
    turns: took.length,
    cpuMs: rounded(median(windows.map(({ cpuMs }) => cpuMs))),
    p50Ms: rounded(median(took)),
    p99Ms: rounded(quantile(took, 0.99)),
    perSecond: rounded(median(windows.map(({ perSecond }) => perSecond))),
  };
}

/** The middle one of the ratios of windows that were measured beside each other. */
export function times(of: readonly Window[], beside: readonly Window[]): number {
  return rounded(median(of.map(({ cpuMs }, at) => cpuMs / (beside[at]?.cpuMs ?? Number.NaN))));
}
