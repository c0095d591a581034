/** How much is measured: what a run without arguments does in a few minutes, the sizes that the goals name, and those of a test. */
import type { HomeName } from './stage/home.ts';

export interface Sizes {
  homes: readonly HomeName[];
  /** Windows of each kind that are measured in turns. */
  rounds: number;
  /** People who talk at the same time. */
  clients: number;
  /** Answers that each gives in one window, at most: an interview has a few more than 25. */
  answers: number;
  /** Turns that warm a process up, each that is compared as many: what runs for months is measured, not its first minute. */
  warmTurns: number;
  /** Stored conversations of a small home, one in between and a large one, and the lines of the large one's transcripts. */
  few: number;
  some: number;
  many: number;
  lines: number;
  /** Starts of a process. */
  starts: number;
  /** Seconds of talking while the service does what it does after a start. */
  busySeconds: number;
  /** How often each search is made. */
  searches: number;
  soakTurns: number;
  /** The soak lasts at least so long. */
  soakMinutes: number;
  /** People who talk at the same time, where as many as can be are meant, and the answers of each. */
  crowd: number;
  crowdAnswers: number;
}

export const sizes = {
  usual: {
    homes: ['embedded', 'postgres'],
    rounds: 3,
    clients: 16,
    answers: 30,
    warmTurns: 2000,
    few: 100,
    some: 1000,
    many: 5000,
    lines: 50_000,
    starts: 3,
    busySeconds: 10,
    searches: 5,
    soakTurns: 4000,
    soakMinutes: 0,
    crowd: 200,
    crowdAnswers: 5,
  },
  full: {
    homes: ['embedded', 'postgres'],
    rounds: 5,
    clients: 16,
    answers: 30,
    warmTurns: 8000,
    few: 100,
    some: 10_000,
    many: 100_000,
    lines: 1_000_000,
    starts: 3,
    busySeconds: 60,
    searches: 9,
    soakTurns: 100_000,
    soakMinutes: 30,
    crowd: 1000,
    crowdAnswers: 10,
  },
  tiny: {
    homes: ['embedded'],
    rounds: 1,
    clients: 2,
    answers: 3,
    warmTurns: 0,
    few: 4,
    some: 10,
    many: 20,
    lines: 200,
    starts: 1,
    busySeconds: 0.2,
    searches: 1,
    soakTurns: 40,
    soakMinutes: 0,
    crowd: 5,
    crowdAnswers: 2,
  },
} as const satisfies Record<string, Sizes>;
