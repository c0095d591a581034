/** What every part of the check gets, and the small tools that they share. */
import type { Fault } from '../guideFolder.ts';
import type { GuideFiles } from '../guideSchema.ts';
import type { Outline } from './outline.ts';

export interface CheckedFolder {
  /** `source.txt`, byte for byte. */
  source: string;
  /** The same without what the word processor left in it: what quotes are compared with. */
  words: string;
  outline: Outline;
  files: GuideFiles;
}

export type Check = (folder: CheckedFolder) => Fault[];

/** A fault with what was found, shortened so that a list of faults stays readable. */
export function fault(file: string, path: string, problem: string, found?: string): Fault {
  return { file, path, problem: found === undefined ? problem : `${problem}：“${short(found)}”` };
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 40)}……${text.slice(-12)}` : text;
}

/** How often each value occurs, in the order of first occurrence. */
export function tally(values: readonly string[]): Map<string, number> {
  const counted = new Map<string, number>();
  for (const value of values) counted.set(value, (counted.get(value) ?? 0) + 1);
  return counted;
}
