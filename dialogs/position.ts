/** A stored case seen as the interview's position, and the question that is open in it. */
import type { Facts } from '../knowledge/facts.ts';
import { storedFacts } from '../knowledge/factsSchema.ts';
import { fill, numeralIn } from '../knowledge/fill.ts';
import { wantsAbout } from '../knowledge/findings.ts';
import type { Guide } from '../knowledge/guide.ts';
import { baseId, nextQuestion, type OpenQuestion, type Position, stillPossible } from '../knowledge/interview.ts';
import { inLanguage, type Language, phraseIn, say } from '../knowledge/language.ts';
import { madeFrom } from '../knowledge/madeFrom.ts';
import { splitWant } from '../knowledge/question.ts';
import { questionsOf } from '../knowledge/questions/index.ts';
import type { CaseRecord } from '../state/conversation.ts';
import type { QuestionMark } from './reply.ts';
import { words } from './wording.ts';

/** Questions that come before the guide's own: on whose behalf, and which name to use. */
export const preludes = ['behalf', 'behalf.name'] as const;
export const confirmRestart = 'confirm.restart';
/** The list of answers, of which one is chosen to be changed. */
export const chooseAmend = 'choose.amend';
/** The list of cases, of which one is chosen. */
export const chooseCase = 'choose.case';
/** Questions about the talk itself: they belong to no topic, and 跳过 leaves them. */
export const asides: readonly string[] = [confirmRestart, chooseAmend, chooseCase];

export function positionOf(record: CaseRecord): Position {
  return { facts: storedFacts(record.facts), left: record.left, trail: record.trail };
}

/** The id of the question that should be asked now; undefined when the interview is at its end. */
export function dueQuestion(record: CaseRecord, guide: Guide): OpenQuestion | (typeof preludes)[number] | undefined {
  if (record.behalf === undefined) return 'behalf';
  if (record.behalf !== 'self' && !record.trail.includes('behalf.name')) return 'behalf.name';
  return nextQuestion(positionOf(record), guide);
}

/** The question of a stored id, whole or as a part of it; undefined when the list no longer has it. */
export function questionById(id: string, guide: Guide): OpenQuestion | undefined {
  const [whole = id, path] = id.split('/');
  const [questionId = whole, number] = whole.split('#');
  const question = questionsOf(guide).find((each) => each.id === questionId);
  if (!question) return undefined;
  const index = number === undefined ? 0 : Number(number) - 1;
  const part = path === undefined ? undefined : question.parts?.[path];
  if (path !== undefined && !part) return undefined;
  const wants = (path === undefined ? question.settles : [path]).map((each) => each.replace('[]', `[${index}]`));
  return { id, question, index, ...(part && { part }), wants };
}

/**
 * The question of a stored id as it is open now: its wants narrowed to those that are still open. One asked again to
 * change its answer keeps all; undefined when the list no longer has it, or nothing of it is open any more.
 */
export function openById(id: string, again: boolean, record: CaseRecord, guide: Guide): OpenQuestion | undefined {
  const found = questionById(id, guide);
  if (!found || again) return found;
  const { facts, left } = positionOf(record);
  const paths = found.part ? found.wants.map((want) => splitWant(want).path) : found.question.settles;
  const wants = wantsAbout(paths, facts, guide).filter((want) => {
    const mine = !found.part || found.wants.includes(want);
    const here = splitWant(want).index === found.index || !want.includes('[');
    return mine && here && (left[want] ?? 'put-off') === 'put-off';
  });
  return wants.length ? { ...found, wants } : undefined;
}

/** How the lead, the partner and the chosen direction are spoken of in a question. */
function namesIn(
  record: CaseRecord,
  facts: Facts,
  guide: Guide,
  index: number,
  language: Language,
): Record<string, string> {
  const own = words(language);
  const lead = record.behalf === 'self' || record.behalf === undefined ? own.you : record.behalf.name || own.lead;
  const partner = facts.partners?.[index]?.name;
  const direction = guide.directions.find((each) => each.number === facts.direction);
  return {
    who: lead,
    partner: partner ?? (index === 0 ? own.partner : say(own.nextPartner, { n: index + 1 })),
    direction: direction
      ? say(own.direction, {
          number: numeralIn(direction.number, language),
          title: phraseIn(direction.title, language),
        })
      : own.anyDirection,
  };
}

/** The text of a question with its names and figures, and the choices it offers. */
export function wordingOf(
  open: OpenQuestion,
  record: CaseRecord,
  guide: Guide,
  language: Language,
): { ask: string; choices: readonly string[]; list: readonly string[] } {
  const { facts } = positionOf(record);
  const wording = inLanguage(open.question.wording, language);
  const names = namesIn(record, facts, guide, open.index, language);
  const ask = phraseIn(open.part?.ask ?? wording.ask, language).replace(
    /\{(who|partner|direction)\}/g,
    (_, name: string) => names[name] ?? '',
  );
  const choices = open.part
    ? (open.part.choices ?? []).map((choice) => phraseIn(choice, language))
    : (wording.choices ?? []);
  const list = open.part ? [] : (wording.list ?? []);
  const numbered = list.map((item, at) => `${at + 1} ${item}`).join(words(language).gap);
  const asked = fill(ask, facts as Record<string, unknown>, guide, language);
  return { ask: numbered ? `${asked}\n${numbered}` : asked, choices, list };
}

function preludesLeft(record: CaseRecord): number {
  if (record.behalf === undefined) return preludes.length;
  return record.behalf !== 'self' && !record.trail.includes('behalf.name') ? 1 : 0;
}

/**
 * Which question this is, how many came before, and a bound on the total that only shrinks. A part of a question, and
 * the same question about a further partner, have the number of the question.
 */
export function markOf(id: string, topic: QuestionMark['topic'], record: CaseRecord, guide: Guide): QuestionMark {
  const answered = [...new Set(record.trail.map(numberedId))];
  const place = answered.indexOf(numberedId(id));
  const ahead = stillPossible(positionOf(record), guide) + preludesLeft(record);
  const bound = answered.length + Math.max(ahead, place >= 0 ? 0 : 1);
  const total = Math.min(record.total ?? bound, bound);
  return { id, topic, index: Math.min(place >= 0 ? place + 1 : answered.length + 1, total), total };
}

/** The id under which a question is numbered: without its part and partner. */
export const numberedId = (id: string): string => baseId(id).replace(/#\d+$/, '');

/** Facts of a question cleared, before a new answer to it is taken. */
export function withoutAnswerOf(open: OpenQuestion, facts: Facts): Facts {
  const cleared: Record<string, unknown> = { ...facts };
  for (const want of open.wants) {
    const { path, index } = splitWant(want);
    const [root = path, field] = path.split('[].');
    if (field === undefined) {
      if (path !== 'partners') delete cleared[path];
      continue;
    }
    const list = cleared[root];
    if (!Array.isArray(list)) continue;
    cleared[root] = list.map((item: Record<string, unknown>, at) => {
      if (at !== index) return item;
      const { [field]: _gone, ...rest } = item;
      return rest;
    });
  }
  return madeFrom(cleared as Facts, facts);
}
