/** The questions that a person has answered, numbered as they were shown: to look at, and to change one. */
import type { Facts } from '../knowledge/facts.ts';
import { factWords } from '../knowledge/factWords.ts';
import type { Guide } from '../knowledge/guide.ts';
import { inLanguage, type Language, say } from '../knowledge/language.ts';
import { type Question, splitWant } from '../knowledge/question.ts';
import { questionsOf } from '../knowledge/questions/index.ts';
import { type Entry, entriesOf } from '../knowledge/recorded.ts';
import type { CaseRecord } from '../state/conversation.ts';
import { dueQuestion, markOf, numberedId, positionOf } from './position.ts';
import type { Frame } from './verdict.ts';
import { words } from './wording.ts';

export interface AnsweredQuestion {
  /** 1 is the first. */
  number: number;
  id: string;
  name: string;
  /** What is recorded, or that it is not known. */
  value: string;
}

/** Every answered question with what is recorded for it. */
export function answeredQuestions(record: CaseRecord, { guide, language }: Frame): AnsweredQuestion[] {
  const { facts } = positionOf(record);
  const partly = questionsOf(guide).filter((each) => recordedIn(each, facts, guide, language).length > 0);
  const ids = [...new Set([...record.trail.map(numberedId), ...partly.map(({ id }) => id)])];
  return ids.flatMap((id, at): AnsweredQuestion[] => {
    const name = nameOf(id, guide, language);
    if (name === undefined) return [];
    return [{ number: at + 1, id, name, value: recordedText(id, record, facts, guide, language) }];
  });
}

/** What a question is called, in a few characters; undefined for one that the guide does not have. */
export function nameOf(id: string, guide: Guide, language: Language): string | undefined {
  const own = words(language);
  if (id === 'behalf') return own.behalfShort;
  if (id === 'behalf.name') return own.behalfNameShort;
  const question = questionsOf(guide).find((each) => each.id === id);
  if (!question) return undefined;
  const path = question.settles.find((each) => each in factWords(language)) ?? question.settles[0] ?? id;
  const rule = guide.rules.find(({ rule: each }) => each.asks.includes(path));
  return factWords(language)[path]?.name ?? (rule && inLanguage(rule.row.words, language).title) ?? id;
}

/** Facts that a question takes beside those that it is there for. */
const beside: Readonly<Record<string, readonly string[]>> = {
  'lead.title': ['lead.titleText'],
  'unit.registration': ['unit.location'],
  direction: ['topic'],
};

function recordedText(id: string, record: CaseRecord, facts: Facts, guide: Guide, language: Language): string {
  const own = words(language);
  if (id === 'behalf') return record.behalf === 'self' ? own.behalfSelf : own.behalfOther;
  if (id === 'behalf.name') return (typeof record.behalf === 'object' && record.behalf.name) || own.noName;
  const question = questionsOf(guide).find((each) => each.id === id);
  if (!question) return own.putOffShort;
  const entries = recordedIn(question, facts, guide, language);
  const name = nameOf(id, guide, language);
  const said = (each: Entry): string => (each.name === name ? each.value : `${each.name}${own.colon}${each.value}`);
  if (entries.length) return entries.map(said).join(own.comma);
  const why = Object.entries(record.left).find(([want]) => question.settles.includes(splitWant(want).path))?.[1];
  return why === 'not-known' ? own.notKnown : own.putOffShort;
}

/** What is recorded of the facts that a question settles. */
function recordedIn({ id, settles }: Question, facts: Facts, guide: Guide, language: Language): Entry[] {
  const paths = new Set([...settles, ...(beside[id] ?? [])]);
  return entriesOf(facts, guide, language).filter(
    ({ path }) =>
      paths.has(path.replace(/\[\d+\]/, '[]')) || (paths.has('partners') && /^partners\[\d+\]\.name$/.test(path)),
  );
}

/** 「已答 12 题，接下来最多还有 15 题。」 and the list. */
export function progressText(record: CaseRecord, frame: Frame): string {
  const own = words(frame.language);
  const done = answeredQuestions(record, frame);
  if (!done.length) return own.nothingYet;
  const due = dueQuestion(record, frame.guide);
  const mark = typeof due === 'object' ? markOf(due.id, due.question.topic, record, frame.guide) : undefined;
  const ahead = mark ? say(own.remaining, { n: mark.total - mark.index + 1 }) : own.allAnswered;
  return [
    say(own.answeredSoFar, { n: new Set(record.trail.map(numberedId)).size }) + ahead,
    ...listed(done, frame),
  ].join('\n');
}

/** The list as lines: 「3 出生日期：1979年3月12日」. */
export function listed(done: readonly AnsweredQuestion[], { language }: Frame): string[] {
  return done.map(({ number, name, value }) => `${number} ${name}${words(language).colon}${value}`);
}
