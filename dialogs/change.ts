/** A case with facts set or cleared outside the open question: what is kept in step, and what is said of it. */
import { isPartialDate } from '../knowledge/calendar.ts';
import { messageOf, ruledTodo } from '../knowledge/checklist.ts';
import type { Facts } from '../knowledge/facts.ts';
import { fill } from '../knowledge/fill.ts';
import { decideSome, wantsAbout } from '../knowledge/findings.ts';
import { inLanguage, say } from '../knowledge/language.ts';
import { isRecord } from '../knowledge/narrate/same.ts';
import type { Patch } from '../knowledge/question.ts';
import { splitWant } from '../knowledge/question.ts';
import { questionsOf } from '../knowledge/questions/index.ts';
import { type Change, changesBetween } from '../knowledge/recorded.ts';
import type { RuleRow } from '../knowledge/ruleSchema.ts';
import { clauseIn, withoutStop } from '../knowledge/spoken.ts';
import type { CaseRecord } from '../state/conversation.ts';
import { positionOf } from './position.ts';
import type { Reply } from './reply.ts';
import type { Frame } from './verdict.ts';
import { words } from './wording.ts';

/** A change of what is recorded; `updated` when it brings an earlier answer up to date without a word that it was wrong. */
export type Noted = Change & { readonly updated?: true };

export interface Changed {
  record: CaseRecord;
  changes: Noted[];
  /** Bars that fail now, with the way out, and bars that no longer do. */
  said: string[];
  basis: NonNullable<Reply['basis']>;
}

/**
 * The case with these facts.
 * @param answered ids of the questions that they answer, in order
 */
export function withNewFacts(record: CaseRecord, facts: Facts, answered: readonly string[], frame: Frame): Changed {
  const before = positionOf(record).facts;
  const changes = changesBetween(before, facts, frame.guide, frame.language);
  const left = Object.entries(record.left).filter(([want]) => same(valueAt(want, before), valueAt(want, facts)));
  const cleared = noLongerFailing(record, facts, frame);
  const bars = newBars(record, facts, frame);
  const told = record.told.filter((id) => !cleared.some((each) => each.id === id));
  return {
    record: {
      ...record,
      facts,
      left: Object.fromEntries(left),
      trail: [...record.trail, ...answered.filter((id) => !record.trail.includes(id) && !stillOpen(id, facts, frame))],
      told: [...told, ...bars.map(({ id }) => id)],
      ended: record.ended && changes.length === 0,
    },
    changes,
    said: [...cleared, ...bars].map(({ text }) => text),
    basis: { factsSet: changes.map(({ path }) => path), ruleIds: [...cleared, ...bars].map(({ id }) => id) },
  };
}

/** Whether something of the question must still be asked: then it keeps its turn. */
function stillOpen(id: string, facts: Facts, { guide }: Frame): boolean {
  const settles = questionsOf(guide).find((each) => each.id === id)?.settles ?? [];
  return wantsAbout(settles, facts, guide).length > 0;
}

function valueAt(want: string, facts: Facts): unknown {
  const { path, index } = splitWant(want);
  const [root = path, field] = path.split('[].');
  const value: unknown = (facts as Record<string, unknown>)[root];
  if (field === undefined) return value;
  const item: unknown = Array.isArray(value) ? value[index] : undefined;
  return isRecord(item) ? item[field] : undefined;
}

interface Told {
  id: string;
  text: string;
}

/** Bars that fail with these facts and were not told before. */
function newBars(record: CaseRecord, facts: Facts, { guide, language }: Frame): Told[] {
  const untold = ({ kind, id }: RuleRow): boolean => kind === 'bar' && !record.told.includes(id);
  return decideSome(facts, guide, untold).flatMap(({ row, outcome }): Told[] => {
    if (outcome !== 'unmet') return [];
    const { wayOut } = inLanguage(row.words, language);
    const what = withoutStop(messageOf(row, outcome, facts, guide, language));
    const out = ruledTodo(row, facts, guide) ?? (wayOut && fill(wayOut, facts, guide, language));
    const { blocked, wayOut: way, noWayOut } = words(language);
    const clause = clauseIn(row.clause, language);
    return [{ id: row.id, text: say(blocked, { what, clause, wayOut: out ? say(way, { out }) : noWayOut }) }];
  });
}

/** Bars that were told as failing and no longer fail. */
function noLongerFailing(record: CaseRecord, facts: Facts, { guide, language }: Frame): Told[] {
  const told = ({ id }: RuleRow): boolean => record.told.includes(id);
  return decideSome(facts, guide, told).flatMap(({ row, outcome }): Told[] => {
    if (outcome === 'unmet') return [];
    const { title } = inLanguage(row.words, language);
    const { cleared, reopened } = words(language);
    const clause = clauseIn(row.clause, language);
    return [{ id: row.id, text: say(outcome === 'met' ? cleared : reopened, { title, clause }) }];
  });
}

/** Facts of a patch that say something new; what is known already stands. */
export function onlyNew(before: Facts, patch: Patch): { patch: Patch; contradicted: boolean } {
  const fresh: Record<string, unknown> = {};
  let contradicted = false;
  for (const [id, value] of Object.entries(patch)) {
    const known: unknown = (before as Record<string, unknown>)[id];
    if (value === undefined || same(known, value)) continue;
    if (id === 'unit.name' && typeof known === 'string' && known.startsWith(String(value))) continue;
    if (known === undefined || refines(value, known) || clears(id, before, patch)) fresh[id] = value;
    else if (Array.isArray(known) && Array.isArray(value) && value.every((each) => typeof each === 'object')) {
      const merged = mergedLists(known, value);
      contradicted ||= merged.contradicted;
      if (!same(merged.list, known)) fresh[id] = merged.list;
    } else if (isRecord(known) && isRecord(value)) fresh[id] = { ...value, ...known };
    else contradicted = true;
  }
  return { patch: fresh as Patch, contradicted };
}

/** 主任, then 主任医师: the title on the certificate, where the first one told no level. */
function clears(id: string, before: Facts, patch: Patch): boolean {
  if (!id.startsWith('lead.title') || before['lead.titleLevel'] !== 'unclear') return false;
  return patch['lead.titleLevel'] !== undefined && patch['lead.titleLevel'] !== 'unclear';
}

/** A date that is more exact than the known one. */
function refines(value: unknown, known: unknown): boolean {
  if (typeof value === 'string' && typeof known === 'string') {
    return isPartialDate(value) && value.length > known.length && value.startsWith(`${known}-`);
  }
  return false;
}

function mergedLists(known: readonly unknown[], said: readonly unknown[]): { list: unknown[]; contradicted: boolean } {
  let contradicted = false;
  const list = said.map((each, at) => {
    const old = known[at];
    if (!isRecord(old) || !isRecord(each)) return each;
    const exact = Object.fromEntries(Object.entries(old).filter(([field, value]) => !refines(each[field], value)));
    contradicted ||= Object.entries(exact).some(([field, value]) => field in each && !same(each[field], value));
    return { ...each, ...exact };
  });
  return { list: [...list, ...known.slice(said.length)], contradicted };
}

/** Whether two values of facts are the same, their fields in the same order. */
export const same = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** The same of whole facts: those that were not touched need not be looked into. */
export function sameFacts(one: Facts, other: Facts): boolean {
  const [mine, theirs] = [Object.entries(one), Object.entries(other)];
  return (
    mine.length === theirs.length &&
    mine.every(([id, value], at) => id === theirs[at]?.[0] && same(value, theirs[at]?.[1]))
  );
}

/** 「记下了：职称：副教授；出生日期：1980年。」, and what was brought up to date as after a correction. */
export function notedText(changes: readonly Noted[], frame: Frame): string {
  const own = words(frame.language);
  const items = changes
    .filter(({ after, updated }) => after !== undefined && !updated)
    .map(({ name, after }) => `${name}${own.colon}${after}`);
  const noted = items.length ? say(own.noted, { items: items.join(own.semicolon) }) : '';
  const updates = changes.filter(({ updated }) => updated);
  return [noted, amendedText(updates, frame)].filter((each) => each !== '').join('\n');
}

/** 「已改：职称：讲师 → 副教授。」 */
export function amendedText(changes: readonly Change[], { language }: Frame): string {
  const own = words(language);
  const items = changes.map(({ name, before, after }) =>
    before === undefined ? `${name}${own.colon}${after}` : `${name}${own.colon}${before} → ${after ?? own.openAgain}`,
  );
  return items.length ? say(own.amended, { items: items.join(own.semicolon) }) : '';
}
