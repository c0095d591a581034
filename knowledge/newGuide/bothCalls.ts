/** What is known of the old call and the new one together, for the rows that are to be carried over. */
import { outlineOf, wordsOf } from '../check/outline.ts';
import type { GuideFiles } from '../guideSchema.ts';
import { type Became, formsIn } from './figures.ts';
import { renaming } from './names.ts';
import type { OldGuide } from './oldGuide.ts';
import { type Compared, compareCalls, goneWordsIn, newWordsIn } from './places.ts';
import type { Call } from './readCall.ts';
import type { Calls } from './rows.ts';

/** Sentence by sentence, and all that follows from it. */
export function bothCalls(call: Call, old: OldGuide): { compared: Compared; calls: Calls } {
  const oldWords = wordsOf(old.source);
  const oldOutline = outlineOf(oldWords);
  const compared = compareCalls(oldOutline, call.outline);
  const calls: Calls = {
    outline: call.outline,
    oldOutline,
    oldFigures: new Set([...formsIn(old.source), ...countForms(old.files)]),
    newFigures: new Set([...formsIn(call.words), ...countForms(call.files)]),
    became: new Map([...countsBecame(old.files, call.files), ...compared.became]),
    goneWords: goneWordsIn(compared, oldOutline, call.outline),
    newWords: newWordsIn(compared, oldWords),
    sameYear: call.files.guide.year === old.files.guide.year,
    renamed: renaming(old.files, call.files, call.words),
  };
  return { compared, calls };
}

/** What is counted over the whole lists, as people write it. */
function countsOf({ guide: { counts }, directions }: GuideFiles): [unit: string, count: number][] {
  const total = directions.length;
  return [
    ['个选题方向', total],
    ['个方向', total],
    ['对', counts.pairs],
    ['个国家', counts.countries],
    ['家', counts.bases],
    ['个基地', counts.bases],
  ];
}

const countForms = (files: GuideFiles): string[] => countsOf(files).map(([unit, count]) => `${count}${unit}`);

function countsBecame(old: GuideFiles, now: GuideFiles): Became {
  const after = countForms(now);
  return new Map(
    countForms(old).flatMap((form, at): [string, Set<string>][] => {
      const became = after[at];
      return became === undefined ? [] : [[form, new Set([became])]];
    }),
  );
}
