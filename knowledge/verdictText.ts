/** The verdict as plain text: headline, rows with what to do and their clause, priorities, what would help. */
import type { Caution } from './cautions.ts';
import type { Advice, ChecklistRow } from './checklist.ts';
import type { Verdict } from './findings.ts';
import type { Guide } from './guide.ts';
import { guideName } from './guideName.ts';
import { type Language, say } from './language.ts';
import type { Preference } from './priority.ts';
import type { Remedy } from './remedy.ts';
import { clauseIn, dateIn, entryIn, titleIn, withoutStop } from './spoken.ts';
import { type Section, verdictWords } from './verdictWords.ts';

interface Shown {
  verdict: Verdict;
  rows: readonly ChecklistRow[];
  advice: readonly Advice[];
  cautions: readonly Caution[];
  preferences: readonly Preference[];
  remedy: readonly Remedy[];
  guide: Guide;
  today: string;
  language: Language;
}

/** The sections of a checklist in the order in which they are shown. */
export const sections: readonly Section[] = ['failed', 'to-confirm', 'missing'];

/** 目前不符合 / 有 N 项要先确认 / 补齐 N 项后可以申报 / 条件基本具备，可以申报; N counts checklist rows. */
export function headline(verdict: Verdict, rows: readonly ChecklistRow[], language: Language): string {
  const counted: Partial<Record<Verdict, Section>> = { 'needs-confirmation': 'to-confirm', fixable: 'missing' };
  const n = rows.filter((row) => row.section === counted[verdict]).length;
  return say(verdictWords(language).headlines[verdict], { n });
}

/** What the verdict rests on, and who has the last word. */
export function caveat(guide: Guide, today: string, language: Language): string {
  const words = verdictWords(language);
  const title = language === 'zh' ? guide.title : titleIn(guide.title, language);
  const named = { title, day: dateIn(today, language), year: guide.year };
  const { overlay } = guide.laid ?? {};
  const inForce = overlay && overlay.units.length + overlay.words.length + overlay.rulings.length > 0;
  const version = inForce ? overlay.version : undefined;
  const by = version === undefined ? say(words.caveat, named) : say(words.caveatWithDesk, { ...named, version });
  return guide.newer ? by + say(words.newer, { newer: guideName(guide.newer, guide, language) }) : by;
}

/** 「负责人的出生日期（附5 二（一））」 */
export function withClause(text: string, clause: string, language: Language): string {
  return say(verdictWords(language).withClause, { text, clause: clauseIn(clause, language) });
}

/** 「三（三）；附5 四（一）」 */
export function clausesIn(clauses: readonly string[], language: Language): string {
  return clauses.map((each) => clauseIn(each, language)).join(verdictWords(language).clauses);
}

/** 「由江西的单位牵头，境外单位作参与单位（二 第1段）」. */
export function adviceLine({ todo, clause }: Advice, language: Language): string {
  return withClause(withoutStop(todo), clause, language);
}

/** 「“近2年”是哪两年：……请问科技厅（附5 三（二））」 */
export function cautionLine({ title, text, clause }: Caution, language: Language): string {
  return say(verdictWords(language).caution, { title, text: withoutStop(text), clause: clauseIn(clause, language) });
}

export function preferenceLine({ status, entry }: Preference, language: Language): string {
  const { priority, statuses } = verdictWords(language);
  return say(priority, { status: statuses[status], entry: entryIn(entry, language) });
}

/** What follows from a change: 「换一位符合条件的负责人，补齐其余材料后可以申报。」. */
export function remedyLine({ change, verdict }: Remedy, language: Language): string {
  const { remedy, after } = verdictWords(language);
  return say(remedy, { change: withoutStop(change), after: after[verdict] });
}

/** 「依据：指南附5 三（一）」. */
export function basisLine({ clauses }: Pick<ChecklistRow, 'clauses'>, language: Language): string {
  return say(verdictWords(language).basis, { clauses: clausesIn(clauses, language) });
}

/** Who does what: 「申报单位：补齐申报书」. */
function todoLine({ who, todo }: Pick<ChecklistRow, 'who' | 'todo'>, language: Language): string {
  return who ? say(verdictWords(language).who, { who, todo }) : todo;
}

/** What the text of a verdict is made from. */
export interface Told {
  headline: string;
  rows: readonly ChecklistRow[];
  advice: readonly Advice[];
  cautions: readonly Caution[];
  preferences: readonly Preference[];
  remedy: readonly Remedy[];
  caveat: string;
  language: Language;
}

/** Lines that stay together. */
export interface Block {
  /** An empty line stands before it. */
  apart?: true;
  text: string;
}

export function verdictText({ verdict, guide, today, ...shown }: Shown): string {
  const { rows, language } = shown;
  const said = { headline: headline(verdict, rows, language), caveat: caveat(guide, today, language) };
  return joined(verdictBlocks({ ...shown, ...said }));
}

/** The text of a verdict in the pieces that must not be torn: a row with all its lines, a heading with what follows it. */
export function verdictBlocks(told: Told): Block[] {
  const { headline, rows, advice, cautions, preferences, remedy, caveat, language } = told;
  const words = verdictWords(language);
  const section = (title: string, own: readonly string[]): Block[] =>
    own.map((text, at) => (at === 0 ? { apart: true, text: `${say(words.heading, { title })}\n${text}` } : { text }));
  return [
    { text: say(words.verdict, { headline }) },
    ...sections.flatMap((each) => {
      const here = rows.filter((row) => row.section === each);
      return section(
        words.sections[each],
        here.map((row, at) => rowText(row, at + 1, language)),
      );
    }),
    ...section(
      words.better,
      remedy.map((each) => remedyLine(each, language)),
    ),
    ...section(
      words.priorities,
      preferences.map((each) => preferenceLine(each, language)),
    ),
    ...section(
      words.advice,
      advice.map((each) => adviceLine(each, language)),
    ),
    ...section(
      words.cautions,
      cautions.map((each) => cautionLine(each, language)),
    ),
    { apart: true, text: caveat },
  ];
}

/** Blocks as one text; the first one begins it. */
export function joined(blocks: readonly Block[]): string {
  return blocks.map(({ apart, text }, at) => `${at === 0 ? '' : apart ? '\n\n' : '\n'}${text}`).join('');
}

function rowText(row: ChecklistRow, number: number, language: Language): string {
  const todo = row.todo ? [`   ${todoLine(row, language)}`] : [];
  return [`${number}. ${row.title}`, `   ${row.what}`, ...todo, `   ${basisLine(row, language)}`].join('\n');
}
