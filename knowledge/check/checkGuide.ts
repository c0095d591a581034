/** The whole check of a guide folder, as a list of faults; empty when all is well. */
import { type Fault, readFolder } from '../guideFolder.ts';
import type { GuideFiles } from '../guideSchema.ts';
import { readOpenPoints } from '../openPoints.ts';
import { checkAnswers } from './answers.ts';
import { checkCautions } from './cautions.ts';
import { checkQuotedClauses, checkSource, checkWholeClauses } from './clauses.ts';
import { checkCounts } from './counts.ts';
import { checkDirections } from './directions.ts';
import { checkFacts } from './facts.ts';
import type { Check, CheckedFolder } from './folder.ts';
import { checkMeasures } from './measures.ts';
import { checkNumbering } from './numbering.ts';
import { checkOurs } from './ours.ts';
import { outlineOf, wordsOf } from './outline.ts';
import { checkParameters, checkParametersTogether } from './parameters.ts';
import { checkRules } from './rules.ts';
import { checkTables } from './tables.ts';
import { checkTranslations } from './translations.ts';
import { checkDraft, checkPending, checkPlaces } from './unfinished.ts';
import { checkVerbatim } from './verbatim.ts';
import { checkWholeText } from './wholeText.ts';

const checks: readonly Check[] = [
  checkSource,
  checkVerbatim,
  checkWholeClauses,
  checkQuotedClauses,
  checkDirections,
  checkMeasures,
  checkTables,
  checkCounts,
  checkNumbering,
  checkParameters,
  checkParametersTogether,
  checkOurs,
  checkCautions,
  checkWholeText,
];

/**
 * Reads a guide folder and proves it against its own `source.txt`: schema, every word, every figure, every count.
 * When a file cannot be read, only that is reported.
 */
export function checkGuide(folder: string): { faults: Fault[]; files?: GuideFiles } {
  const { source, files, faults } = readFolder(folder);
  if (!files || source === '') return { faults: [...faults, ...checkPending(folder)] };
  const checked = toCheck(source, files);
  const found = [
    ...faults,
    ...checkFiles(checked),
    ...checkRules(folder, checked),
    ...checkAnswers(folder, checked),
    ...readOpenPoints(folder).faults,
    ...checkTranslations(folder, checked),
    ...checkPlaces(files),
    ...checkPending(folder),
  ];
  const last = found.length > 0 ? found : checkFacts(folder);
  return { faults: last.length > 0 ? last : checkDraft(files), files };
}

/** The check without the disk: the call's text and what the files hold. */
export function checkFiles(checked: CheckedFolder): Fault[] {
  return checks.flatMap((check) => check(checked));
}

/** Prepares a text and the files made from it for checking. */
export function toCheck(source: string, files: GuideFiles): CheckedFolder {
  const words = wordsOf(source);
  return { source, words, outline: outlineOf(words), files };
}
