/** The sections of a run, in the order in which they run: one that starts services comes first, and leaves them to the others. */
import { benchAnswers, tellAnswers } from './answers.ts';
import { benchConsole, tellConsole } from './console.ts';
import { benchCrowd, tellCrowd } from './crowd.ts';
import { benchGrowth, tellGrowth } from './growth.ts';
import { benchReady, tellReady } from './ready.ts';
import { benchRivals, tellRivals } from './rivals.ts';
import { benchSearch, tellSearch } from './search.ts';
import { benchSoak, tellSoak } from './soak.ts';
import type { Stage } from './stage/stage.ts';
import type { Told } from './told.ts';
import { benchTurns, tellTurns } from './turns.ts';

export interface Measured extends Told {
  /** For programs. */
  report: object;
}

export interface Section {
  title: string;
  measure(stage: Stage): Promise<Measured>;
}

function section<T extends object>(
  title: string,
  bench: (stage: Stage) => Promise<T>,
  tell: (report: T) => Told,
): Section {
  return {
    title,
    async measure(stage) {
      const report = await bench(stage);
      return { report, ...tell(report) };
    },
  };
}

export const sections = {
  answers: section('问答', benchAnswers, tellAnswers),
  rivals: section('与别的找答案的办法比', benchRivals, tellRivals),
  ready: section('启动', benchReady, tellReady),
  turns: section('一轮对话', benchTurns, tellTurns),
  growth: section('存得多了', benchGrowth, tellGrowth),
  crowd: section('很多人同时', benchCrowd, tellCrowd),
  soak: section('一直说下去', benchSoak, tellSoak),
  search: section('检索聊天记录', benchSearch, tellSearch),
  console: section('工作台', benchConsole, tellConsole),
};

export type SectionName = keyof typeof sections;
export const sectionNames = Object.keys(sections) as SectionName[]; // the keys of the object
