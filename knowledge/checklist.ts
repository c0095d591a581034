/** The checklist: what fails, is to be confirmed, or is missing; each rule id stands in exactly one row. */
import type { Facts } from './facts.ts';
import { fill } from './fill.ts';
import type { Decided } from './findings.ts';
import type { Guide } from './guide.ts';
import { itemName } from './itemNames.ts';
import { inLanguage, type Language, say } from './language.ts';
import type { AnyFacts, Outcome } from './rule.ts';
import type { RuleRow } from './ruleSchema.ts';
import { rulingFor } from './rulings.ts';
import { ruledSentence } from './rulingWords.ts';
import { withoutStop } from './spoken.ts';
import { type Section, verdictWords } from './verdictWords.ts';

export interface ChecklistRow {
  section: Section;
  /** The rules that stand in this row. */
  ids: string[];
  title: string;
  /** What is the matter. */
  what: string;
  /** What to do, and who does it. */
  todo: string;
  who: string;
  clauses: string[];
  quotes: string[];
}

/** A reminder beside the checklist. */
export interface Advice {
  id: string;
  title: string;
  todo: string;
  clause: string;
}

/** The rows of the checklist, failed ones first, in the order of the guide's rules. */
export function checklist(decided: readonly Decided[], facts: Facts, guide: Guide, language: Language): ChecklistRow[] {
  const rows: ChecklistRow[] = [];
  for (const section of ['failed', 'to-confirm', 'missing'] as const) {
    const here = decided.filter((each) => sectionOf(each) === section);
    for (const [id, members] of Map.groupBy(here, ({ row }) => row.row ?? row.id)) {
      rows.push(
        ...(members.length > 1
          ? [sharedRow(section, id, members, facts, guide, language)]
          : members.map((each) => ownRow(section, each, facts, guide, language))),
      );
    }
  }
  return rows;
}

/** Where a decided rule stands in the checklist, if anywhere. */
function sectionOf({ row, outcome }: Decided): Section | undefined {
  if (row.kind === 'bar') {
    if (outcome === 'unmet') return 'failed';
    return outcome === 'open' || outcome === 'to-confirm' ? 'to-confirm' : undefined;
  }
  if (row.kind !== 'remedy') return undefined;
  if (outcome === 'to-confirm') return 'to-confirm';
  return outcome === 'unmet' || outcome === 'open' ? 'missing' : undefined;
}

function ownRow(
  section: Section,
  { row, outcome }: Decided,
  facts: Facts,
  guide: Guide,
  language: Language,
): ChecklistRow {
  const words = inLanguage(row.words, language);
  const missing = outcome === 'unmet' && namesItems(row, facts) ? missingNames(row, facts, language) : [];
  const own = verdictWords(language);
  const still = say(own.stillMissing, { items: missing.join(own.items) });
  const what = messageOf(row, outcome, facts, guide, language);
  return {
    section,
    ids: [row.id],
    title: words.title,
    what: missing.length ? say(own.lacking, { what: withoutStop(what), still }) : what,
    todo:
      section === 'to-confirm'
        ? confirmTodo(row, outcome, facts, guide, language)
        : (ruledTodo(row, facts, guide) ?? fill(words.todo ?? '', facts, guide, language)),
    who: words.who ?? '',
    clauses: [row.clause],
    quotes: row.quotes,
  };
}

/** Bars that are open are found out by the applicant; what the guide leaves open is asked of the department. */
function confirmTodo(row: RuleRow, outcome: Outcome, facts: Facts, guide: Guide, language: Language): string {
  const words = inLanguage(row.words, language);
  const { find, askDepartment } = verdictWords(language);
  if (outcome === 'open') return find;
  return words.todo && row.check.kind === 'code' && !words.unmet
    ? fill(words.todo, facts, guide, language)
    : askDepartment;
}

function sharedRow(
  section: Section,
  id: string,
  members: readonly Decided[],
  facts: Facts,
  guide: Guide,
  language: Language,
): ChecklistRow {
  const words = inLanguage(guide.rowWords(id), language);
  const items = [...new Set(members.flatMap(({ row }) => missingNames(row, facts, language)))];
  const said = members.map(({ row, outcome }) => withoutStop(messageOf(row, outcome, facts, guide, language)));
  const own = verdictWords(language);
  return {
    section,
    ids: members.map(({ row }) => row.id),
    title: words.title,
    what: words.what?.replace('{items}', items.join(own.items)) ?? said.join(own.clauses) + own.stop,
    todo: words.todo.replace('{items}', items.join(own.items)),
    who: words.who ?? '',
    clauses: [...new Set(members.map(({ row }) => row.clause))],
    quotes: [...new Set(members.flatMap(({ row }) => row.quotes))],
  };
}

/** The names of the list's items that are not known to be written. */
function missingNames(row: RuleRow, facts: AnyFacts, language: Language): string[] {
  if (row.check.kind !== 'written') return [];
  const { fact, items } = row.check;
  const written = writtenOf(fact, facts);
  return items.filter((item) => (written[item] ?? written.rest) !== true).map((item) => itemName(fact, item, language));
}

/** Whether the row must say which of its items are missing, and one is known by its name; 「没写全」 names none. */
function namesItems({ check }: RuleRow, facts: AnyFacts): boolean {
  if (check.kind !== 'written' || check.items.length < 2) return false;
  const written = writtenOf(check.fact, facts);
  return check.items.some((item) => item in written);
}

function writtenOf(fact: string, facts: AnyFacts): Record<string, unknown> {
  return Object.assign({}, facts[fact]);
}

/** What the checklist says of a rule with this outcome. */
export function messageOf(row: RuleRow, outcome: Outcome, facts: AnyFacts, guide: Guide, language: Language): string {
  const words = inLanguage(row.words, language);
  const said: Partial<Record<Outcome, string | undefined>> = {
    met: words.met,
    unmet: words.unmet,
    'to-confirm': words.toConfirm ?? words.open,
    open: words.open ?? words.todo,
    covered: words.todo,
  };
  const own = fill(said[outcome] ?? words.title, facts, guide, language);
  const ruled = rulingFor(row.id, facts, guide);
  if (!ruled) return own;
  // What is met by a ruling is not met as the guide's words have it; what bars by itself needs no other words.
  const still = outcome === 'open' || outcome === 'to-confirm';
  const stands = still || (outcome === 'unmet' && words.unmet !== undefined && ruled.option.todo === undefined);
  return stands ? own + ruledSentence(ruled) : ruledSentence(ruled);
}

/** What to do where a ruling bars. */
export function ruledTodo(row: RuleRow, facts: AnyFacts, guide: Guide): string | undefined {
  return rulingFor(row.id, facts, guide)?.option.todo;
}

/** Advice of the guide that no fact decides, where it applies: told beside the checklist. */
export function adviceOf(decided: readonly Decided[], facts: Facts, guide: Guide, language: Language): Advice[] {
  return decided.flatMap(({ row, outcome }) => {
    if (!row.remind || outcome === 'not-applicable') return [];
    const words = inLanguage(row.words, language);
    return [
      { id: row.id, title: words.title, todo: fill(words.todo ?? '', facts, guide, language), clause: row.clause },
    ];
  });
}
