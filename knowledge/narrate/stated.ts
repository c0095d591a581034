/** The facts that a free sentence states, whatever question is open. A bare value without a cue of its own is nobody's. */
import type { Facts, Partner } from '../facts.ts';
import type { AnswerContext, Patch } from '../question.ts';
import { questionsOf } from '../questions/index.ts';
import { corrected } from '../read/correction.ts';
import { maxInput } from '../reading.ts';
import { agreementCues } from './agreementCues.ts';
import { type Clause, statedClauses } from './clauses.ts';
import type { Cue } from './cue.ts';
import { leadCues } from './leadCues.ts';
import type { Subject } from './owners.ts';
import { partnerCues } from './partnerCues.ts';
import { processCues } from './processCues.ts';
import { isRecord, same } from './same.ts';
import { unitCues } from './unitCues.ts';

/** One question's facts found in a text. */
export interface Stated {
  /** Id of the question that they answer. */
  question: string;
  /** As that question's own reader gives them; a `partners` list is whole and holds what earlier entries set. */
  patch: Patch;
  /** The clause or clauses that say so. */
  evidence: string;
}

const cues: readonly Cue[] = [...unitCues, ...leadCues, ...partnerCues, ...agreementCues, ...processCues];
const byQuestion = Map.groupBy(cues, (row) => row.question);

/**
 * Finds what a text says of the application besides answering `except` (question ids, normally the open one). What is
 * known already is left out; what differs from it is given all the same, and stands only when it is no contradiction.
 */
export function statedFacts(
  text: string,
  context: AnswerContext,
  who: 'self' | 'other',
  except: readonly string[] = [],
): Stated[] {
  let facts: Record<string, unknown> = context.facts;
  return allStated(text, context, who, except).flatMap((one) => {
    const fresh = Object.entries(one.patch).filter(([id, value]) => !finer(value, facts[id]));
    if (fresh.length === 0) return [];
    const patch: Patch = Object.fromEntries(fresh);
    facts = { ...facts, ...patch };
    return [{ ...one, patch }];
  });
}

/** All that the text states, known or not; a fact told in two ways is left out. */
export function allStated(
  text: string,
  context: AnswerContext,
  who: 'self' | 'other',
  except: readonly string[] = [],
): Stated[] {
  if (text.length > maxInput) return [];
  const clauses = statedClauses(corrected(text.normalize('NFKC')), who, subjectOf(except));
  let facts = context.facts;
  const found: Stated[] = [];
  for (const [question, rows] of byQuestion) {
    if (except.includes(question)) continue;
    const read = rows.flatMap((row) => readRow(row, clauses, text, { ...context, facts }));
    const patch = withKnown(agreed(read.map((one) => one.patch)), facts);
    if (Object.keys(patch).length === 0) continue;
    facts = { ...facts, ...patch } as Facts;
    found.push({ question, patch, evidence: [...new Set(read.map((one) => one.evidence))].join('，') });
  }
  return found;
}

/** Whom an answer to the open question speaks of until it names somebody. */
function subjectOf([open = '']: readonly string[]): Subject {
  if (/^(?:partner|us)\./.test(open)) return 'partner';
  if (open === 'participants' || open === 'domestic.agreement') return 'domestic';
  return open.startsWith('lead.') ? 'lead' : 'open';
}

function readRow(
  row: Cue,
  clauses: readonly Clause[],
  text: string,
  context: AnswerContext,
): Omit<Stated, 'question'>[] {
  if (row.beside && !row.beside.test(text)) return [];
  const own = clauses.filter((clause) => fits(row, clause, row.cue));
  const [first] = own;
  if (first === undefined) return [];
  if (!row.joins) return readEach(row, own, context);
  const joins = row.joins;
  const together: Clause[] = [];
  for (const clause of clauses) {
    const last = together.at(-1);
    const follows = last !== undefined && clause.at - last.at === 1 && fits(row, clause, joins, row.joinsAbout);
    if (own.includes(clause) || follows) together.push(clause);
  }
  return readOne(row, together.map((clause) => clause.text).join('，'), first, context);
}

/** One clause after the other; what is read of a partner is known to the next. */
function readEach(row: Cue, clauses: readonly Clause[], context: AnswerContext): Omit<Stated, 'question'>[] {
  let { facts } = context;
  return clauses.flatMap((clause) => {
    const read = readOne(row, pieceOf(row, clause.text), clause, { ...context, facts });
    const partners = read[0]?.patch.partners;
    if (partners) facts = { ...facts, partners };
    return read;
  });
}

/** Whether the clause may tell the row's fact, and does so in these words: which is asked last, of the few that may. */
function fits(row: Cue, clause: Clause, words: RegExp, besides: readonly Subject[] = []): boolean {
  return (
    (row.about.includes(clause.about) || besides.includes(clause.about)) &&
    !(row.ownOnly && clause.afterPartner) &&
    (clause.mood === 'stated' || row.moods?.includes(clause.mood) === true) &&
    words.test(clause.text) &&
    !row.not?.test(clause.text)
  );
}

function pieceOf(row: Cue, text: string): string {
  const hit = row.piece?.exec(text);
  return hit ? (hit[1] ?? hit[0]) : row.piece ? '' : text;
}

function readOne(row: Cue, words: string, clause: Clause, context: AnswerContext): Omit<Stated, 'question'>[] {
  if (words === '') return [];
  const read = row.read ?? questionsOf(context.guide).find((each) => each.id === row.question)?.read;
  const reading = read?.(words, context, clause);
  if (reading?.is !== 'value') return [];
  const kept = Object.entries(reading.value).filter(([id, value]) => row.keeps.includes(id) && value !== undefined);
  return kept.length ? [{ patch: Object.fromEntries(kept), evidence: row.joins ? words : clause.text }] : [];
}

/** Facts on which all readings agree; partners are merged field by field. */
function agreed(patches: readonly Patch[]): Patch {
  const out: Record<string, unknown> = {};
  const against = new Set<string>();
  for (const patch of patches) {
    for (const [id, value] of Object.entries(patch)) {
      if (id === 'partners' && Array.isArray(value) && Array.isArray(out[id])) {
        const merged = mergedPartners(out[id] as Partner[], value as Partner[]);
        if (merged === undefined) against.add(id);
        else out[id] = merged;
      } else if (id in out && !finer(out[id], value) && !finer(value, out[id])) against.add(id);
      else if (!(id in out) || finer(out[id], value)) out[id] = value;
    }
  }
  for (const id of against) delete out[id];
  return out;
}

function mergedPartners(one: readonly Partner[], other: readonly Partner[]): Partner[] | undefined {
  if (one.length !== other.length) return undefined;
  const clash = one.some((partner, i) =>
    Object.entries(other[i] ?? {}).some(
      ([field, value]) => field in partner && !same(partner[field as keyof Partner], value),
    ),
  );
  return clash ? undefined : one.map((partner, i) => ({ ...partner, ...other[i] }));
}

/** Contents of an agreement are added to those that were known. */
function withKnown(patch: Patch, facts: Facts): Patch {
  const known = facts as Record<string, unknown>;
  const whole = Object.entries(patch).map(([id, value]): [string, unknown] => {
    const before = known[id];
    return [id, isRecord(before) && isRecord(value) ? { ...before, ...value } : value];
  });
  return Object.fromEntries(whole);
}

/** Equal, or a longer form of the same date. */
function finer(one: unknown, other: unknown): boolean {
  if (same(one, other)) return true;
  return typeof one === 'string' && typeof other === 'string' && /^\d{4}(-|$)/.test(one) && other.startsWith(`${one}-`);
}
