/** The sections of a run, in the order in which they run: one that starts services comes first, and leaves them to the others. */
import { benchAnswers, tellAnswers } from './answers.ts';
import { benchConsole, tellConsole } from './console.ts';
import { benchGrowth, tellGrowth } from './growth.ts';
import { benchReady, tellReady } from './ready.ts';
import { benchSearch, tellSearch } from './search.ts';
import { benchSoak, tellSoak } from './soak.ts';
import type { Stage } from './stage/stage.ts';
import { benchTurns, tellTurns } from './turns.ts';

export interface Told {
  /** For programs. */
  report: object;
  /** For people. */
  lines: string[];
}

function section<T extends object>(bench: (stage: Stage) => Promise<T>, tell: (report: T) => string[]) {
  return async (stage: Stage): Promise<Told> => {
    const report = await bench(stage);
    return { report, lines: tell(report) };
  };
}

export const sections = {
  answers: section(benchAnswers, tellAnswers),
  ready: section(benchReady, tellReady),
  turns: section(benchTurns, tellTurns),
  growth: section(benchGrowth, tellGrowth),
  soak: section(benchSoak, tellSoak),
  search: section(benchSearch, tellSearch),
  console: section(benchConsole, tellConsole),
};

export type SectionName = keyof typeof sections;
export const sectionNames = Object.keys(sections) as SectionName[]; // the keys of the object
