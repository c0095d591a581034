/**
 * Which of the guides on file answers a question: the newest, unless the question asks for another year. An older one says that there is a
 * newer one; of a year that is not on file nothing is said by another year's rules.
 */
import type { Guide } from '../guide.ts';
import { type CallAsked, callsAsked, leadingYear, yearsNamed } from './callYears.ts';
import { isGeneral, whatChanged } from './changed.ts';
import type { Memory } from './follow.ts';
import { sameQuestion } from './published.ts';
import { read } from './readQuestion.ts';
import { type Settled, settled, type Turn } from './settled.ts';
import { askingWhat, leadOf, namesOnly, noSuchYear } from './yearTold.ts';

/** What one guide says to a question. */
export interface Told extends Settled {
  guide: Guide;
  /** A line before it. */
  lead?: string;
  /** Belongs to what was told before it. */
  beside?: true;
}

export interface YearTurn extends Turn {
  /** Newest first. */
  onFile: readonly Guide[];
}

/** What is told of a question: by one guide, or by each whose year is named. */
export function byYear(part: string, memory: Memory, frame: YearTurn): Told[] {
  const { guide, onFile, today } = frame;
  const whole = read(part, guide);
  const call = callsAsked(part, today) ?? olderCall(leadingYear(part, today), frame);
  const plainly = (): Told[] => [{ ...settled(whole, memory, frame), guide }];
  if (sameQuestion(whole, guide)) return plainly();
  if (!call) return goneOn(part, memory, frame) ?? ofOtherYears(plainly(), part, memory, frame);
  const editions = editionsOf(call, onFile);
  if (editions.length === 0) return call.alone ? plainly() : unanswered(plainly(), call, frame);
  const [only] = editions;
  if (editions.length === 1 && only?.id === guide.id) return ofOwnYear(plainly(), call, memory, frame);
  return byEach(editions, call, memory, frame);
}

/** A call that may be meant is meant where it is an older one on file. */
function olderCall(call: CallAsked | undefined, { guide, onFile }: YearTurn): CallAsked | undefined {
  return call && editionsOf(call, onFile).some(({ id }) => id !== guide.id) ? call : undefined;
}

/** The question without its year, by each guide. */
function byEach(editions: readonly Guide[], { rest, compares }: CallAsked, memory: Memory, frame: YearTurn): Told[] {
  const { guide } = frame;
  const [newer, older] = editions;
  if (compares && newer && older && isGeneral(rest))
    return [{ asked: read(rest, newer), drafts: [whatChanged(older, newer)], guide: newer }];
  const leads = editions.length > 1;
  return editions.map((edition, at) => {
    const asked = read(rest, edition);
    const lead = leadOf(edition, { of: guide, leads, language: asked.language });
    const said = namesOnly(rest)
      ? { asked, drafts: [askingWhat(edition)] }
      : settled(asked, memory, { ...frame, guide: edition });
    const told = { ...said, guide: edition };
    return { ...told, ...(lead !== undefined && { lead }), ...(at > 0 && { beside: true as const }) };
  });
}

/** What the newest guide takes for a question about other years (去年管到几岁, 今年改了什么), where the guide of such a year is on file. */
function ofOtherYears(told: Told[], part: string, memory: Memory, frame: YearTurn): Told[] {
  const { guide, onFile, today } = frame;
  const [, previous] = onFile;
  if (!isAboutOthers(told) || !previous) return told;
  const call = yearsNamed(part, today);
  const named = editionsOf(call, onFile).filter(({ id }) => id !== guide.id);
  if (named.length > 0) return byEach(call.compares ? [guide, ...named] : named, call, memory, frame);
  return call.years.length === 0 && call.compares ? byEach([guide, previous], call, memory, frame) : told;
}

/** Concepts of questions about other years' calls. */
const otherYears = ['past-call', 'next-call', 'last-year-rule', 'sign-other-years'];

/** Whether the guide says that it does not know what is asked of other years. */
function isAboutOthers([first]: readonly Told[]): boolean {
  const draft = first?.drafts[0];
  return draft?.status === 'not-in-guide' && draft.uses.some((use) => otherYears.includes(use));
}

/** The year of the very guide that answers is no other year, whatever the words around it. */
function ofOwnYear(told: Told[], { rest, alone }: CallAsked, memory: Memory, frame: YearTurn): Told[] {
  const { guide } = frame;
  // 那2024年的呢 goes back from an older one; with one guide on file it may be any year of the asker's own.
  if (alone ? frame.onFile.length === 1 : !isAboutOthers(told)) return told;
  return [{ ...settled(read(rest, guide), memory, frame), guide }];
}

/** The newest of each year that is named; with the newest of all first where it is asked what changed. */
function editionsOf({ years, compares }: CallAsked, onFile: readonly Guide[]): Guide[] {
  const named = years.flatMap((year) => onFile.find((each) => each.year === year) ?? []);
  const [newest] = onFile;
  if (!compares) return named;
  const both = newest && named.length === 1 && !named.includes(newest) ? [newest, ...named] : named;
  return onFile.filter((each) => both.includes(each));
}

/** 那学历呢, after what an older guide said. */
function goneOn(part: string, memory: Memory, frame: YearTurn): Told[] | undefined {
  const edition = frame.onFile.find(({ id }) => id === memory.guide);
  if (!edition || edition.id === frame.guide.id) return undefined;
  const told = settled(read(part, edition), memory, { ...frame, guide: edition });
  if (!told.leaned) return undefined;
  const lead = leadOf(edition, { of: frame.guide, leads: false, language: told.asked.language });
  return [{ ...told, guide: edition, ...(lead !== undefined && { lead }) }];
}

/**
 * No guide of that year: what this one would answer is no answer. What it does not know either, it may say in its own words; where several
 * are on file, it is said which.
 */
function unanswered(told: Told[], { years }: CallAsked, { onFile }: YearTurn): Told[] {
  return told.map((each) => {
    const [first] = each.drafts;
    const asWell = onFile.length === 1 || !isAboutOthers([each]);
    if (asWell && first?.status !== 'answered' && first?.status !== 'clarify') return each;
    return { ...each, drafts: [noSuchYear(years, onFile)] };
  });
}
