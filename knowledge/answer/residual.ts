/** One question more than the rule: the rule is found, but what is asked about it is not in the guide. */

import type { Guide } from '../guide.ts';
import { phraseIn } from '../language.ts';
import { quoteIn } from '../spoken.ts';
import { absent } from './answerers/absent.ts';
import type { Asked, Span } from './asked.ts';
import { beyondRule, withoutReason } from './beyond.ts';
import { choiceIn, knowsNeither } from './choices.ts';
import type { AnswerFrame, Draft } from './draft.ts';
import { weightOf } from './lexicon.ts';
import { near } from './near.ts';
import { nearest } from './nearest.ts';
import { asksOtherThan, lacksFigure, lacksReason, toldBy } from './reach.ts';
import { rankedFor, refocused } from './refocus.ts';
import { rowOf } from './rowOf.ts';
import { asksOtherwise, broughtUp, isAskedOf, isPointedAt, stoodFor, wantsYesOrNo } from './standsFor.ts';
import type { UnitRow } from './unitSchema.ts';
import { askingClause, beyondConcepts, type Unknown, unknownIn } from './unknown.ts';

/**
 * The draft as it stands, or, when something that the rule does not know is to stand for a thing of the rule or to be brought
 * (彩票奖金算自有资金吗, 用火漆印代替签字行吗), the rule's sentence and that the guide goes no further.
 */
export function withResidual(draft: Draft, asked: Asked, frame: AnswerFrame): Draft {
  const unit = rowOf(frame.guide, draft.id);
  if (unit && draft.status === 'not-in-guide') return withoutTold(draft, asked, frame);
  if (unit && draft.status === 'clarify' && unknownIn(asked, frame.guide, askingClause(asked)).length > 0)
    return nearest(asked, [draft], frame) ?? draft;
  if (draft.published || draft.status !== 'answered' || draft.citations.length === 0) return draft;
  const clause = askingClause(asked);
  const looking = { asked, clause, frame };
  if (isStrangeInEnglish(draft, looking)) return knownInEnglish(draft, looking) ?? beyondRule(draft, undefined);
  if (unit && lacksReason(asked, clause, toldBy(draft))) return withoutReason(draft);
  const rule = unit !== undefined || draft.id.startsWith('conditions.');
  // By an id of its own: a ruling may have settled it.
  if (isOfBothKinds(draft, asked)) return beyondRule({ ...draft, id: 'category.both' }, strangeIn(draft, asked, frame));
  const beyond =
    isTooFine(draft, looking) || (rule ? isStrange(draft, unit, looking) : isFinerThanDirection(draft, looking));
  if (!beyond) return draft;
  return knowing(draft, looking) ?? beyondRule(draft, strangeIn(draft, asked, frame));
}

/** How far behind the first another draft may be that knows what is asked about. */
const behind = 1.2;

/** A draft nearly as good that does know it: a memorandum for 知识产权约定. */
function knowing(draft: Draft, looking: Looking): Draft | undefined {
  const { asked, frame } = looking;
  const all = rankedFor(asked, frame);
  const first = all.find((each) => each.draft.id === draft.id)?.score ?? 0;
  return all.find((each) => {
    const unit = rowOf(frame.guide, each.draft.id);
    return (
      unit !== undefined &&
      each.draft.id !== draft.id &&
      phraseIn(each.draft.text, 'zh') !== phraseIn(draft.text, 'zh') &&
      each.draft.status === 'answered' &&
      each.score >= Math.max(first - behind, worth) &&
      !isTooFine(each.draft, looking) &&
      !isStrange(each.draft, unit, looking)
    );
  })?.draft;
}

const worth = 0.6;

function withoutTold(draft: Draft, asked: Asked, frame: AnswerFrame): Draft {
  const second = isCertain(draft, asked, frame) ? undefined : refocused(asked, frame);
  if (second) return withResidual(second.draft, second.asked, frame);
  return draft.suggestions === undefined ? withNear(draft, asked, frame) : draft;
}

const mostNear = 2;

/** The guide does not say: what it does say nearest to it can be asked. */
function withNear(draft: Draft, asked: Asked, { guide }: AnswerFrame): Draft {
  const suggestions = near(asked, [], guide).slice(0, mostNear);
  return suggestions.length === 0 ? draft : { ...draft, suggestions };
}

interface Looking {
  asked: Asked;
  clause: Span;
  frame: AnswerFrame;
}

const aboutRules = /^(?!direction\.(?:search|none|quotas?|titles|total|requiring)|list|agreement\.in|cit|bas)/;

/** Whether a figure, a choice or a way round is asked of which the sentence says nothing. */
function isTooFine(draft: Draft, { asked, clause }: Looking): boolean {
  if (!aboutRules.test(draft.id)) return false;
  const told = toldBy(draft);
  if (lacksFigure(asked, clause, told) || asksOtherThan(draft, asked, clause, told)) return true;
  const choice = choiceIn(asked, clause);
  return choice !== undefined && knowsNeither(draft, asked, choice);
}

const aboutOneDirection = /^direction\.(?:metric|indicators|content|overview|search)/;

/** Partners of both kinds in one project: of each land the guide tells the kind, of the two together nothing. */
function isOfBothKinds({ id, text }: Draft, asked: Asked): boolean {
  if (id !== 'category.country' || !together.test(asked.text)) return false;
  const said = phraseIn(text, 'zh');
  return said.includes('属于“欧洲、美洲') && said.includes('属于“其他国家');
}

const together = /同一?个?(?:课题|项目)|同时|一起|一家.{0,20}一家|各一|各有|两家都|三方|一欧一/;

/** Whether more is asked of a direction's indicators than stands in them: 上线的机构非得三甲吗, 跟哪家软件比. */
function isFinerThanDirection(draft: Draft, { asked, clause }: Looking): boolean {
  if (!aboutOneDirection.test(draft.id)) return false;
  const told = draft.citations.map(({ quote }) => quote.toLowerCase()).join('\n');
  const strange = (each: Unknown) => !told.includes(each.text);
  const others = beyondConcepts(asked, clause, asked.concepts).filter(strange);
  const said = asked.text.slice(clause.start, clause.end);
  if (others.some(({ start }) => named.test(asked.text.slice(0, start)))) return true;
  if (!wantsYesOrNo(asked, clause) || !insists.test(said) || counted.test(said) || asksOtherwise(asked, clause))
    return false;
  return others.length > 0 || (!draft.id.startsWith('direction.search') && holdsMore(draft, asked, clause));
}

/** What is asked for by name: 跟哪家软件, 按什么口径. */
const named = /(?:什么|啥|哪种|哪个|哪一?家)的?$/;
/** 是不是必须培养十个人 asks for the number that stands there. */
const counted = /[\d一二两三四五六七八九十百]+(?:个|人|名|项|篇|成|%|兆|家|套|件)/;

/** 是不是非得三甲, 只能用小鼠吗, 要不要审定. */
const insists =
  /非得|必须|一定要|只能|只准|限定|指定|要不要|需不需要|用不用|还要|还得|才算|算不算|算吗|算不|也算|能不能算|能算|就行|够不够|够吗|能不能用|可以用/;

/** How far behind the first another draft may be that says the same in words that hold all that is asked. */
const close = 0.3;

function knownInEnglish(draft: Draft, looking: Looking): Draft | undefined {
  const all = rankedFor(looking.asked, looking.frame);
  const first = all.find((each) => each.draft.id === draft.id)?.score ?? 0;
  return all.find(
    (each) =>
      each.draft.status === 'answered' &&
      each.score >= Math.max(first - close, worth) &&
      aboutRules.test(each.draft.id) &&
      !isStrangeInEnglish(each.draft, looking),
  )?.draft;
}

/** An English question that holds words which nothing here knows: how many years of experience must the lead have. */
function isStrangeInEnglish(draft: Draft, { asked, clause, frame }: Looking): boolean {
  if (asked.language !== 'en' || !aboutRules.test(draft.id) || draft.id.startsWith('direction')) return false;
  const quotes = draft.citations.map(({ quote }) => quoteIn(quote, 'en'));
  return unknownIn(asked, frame.guide, clause, [phraseIn(draft.text, 'en'), ...quotes].join('\n')).length > 0;
}

/** Whether the rule does not know what is asked about. */
function isStrange(draft: Draft, unit: UnitRow | undefined, { asked, clause, frame }: Looking): boolean {
  if (unit && beyondConcepts(asked, clause, asked.concepts).some((each) => isAskedOf(asked, each))) return true;
  // we are a company of 2021: can we serve as the partner
  if (asked.language === 'en' && draft.id.startsWith('conditions.')) return false;
  if (asksOtherwise(asked, clause)) return false;
  const one = stoodFor(asked, clause);
  if (one)
    return (
      !knows(known(draft, unit), asked, { start: 0, end: one.end }) ||
      isUnequal(draft, asked, { one: filled(asked, one), leftOut: filled(asked, one) !== one }, frame)
    );
  const brought = unit && (broughtUp(asked, clause) ?? (wantsYesOrNo(asked, clause) ? clause : undefined));
  if (brought === undefined) return false;
  return unknownIn(asked, frame.guide, brought).length > 0 || holdsAbsent(draft, asked, looking(clause, frame));
}

/** Whether the clause holds a topic of which the guide teaches nothing and which the draft leaves aside (政协委员, 亲戚). */
function holdsAbsent(
  { uses }: Draft,
  asked: Asked,
  { clause, topics }: { clause: Span; topics: ReadonlySet<string> },
): boolean {
  const used = asked.touched.filter(({ concept }) => uses.includes(concept) && weightOf(concept) > 0);
  return asked.touched.some(
    ({ concept, start, end }) =>
      weightOf(concept) >= heavy &&
      topics.has(concept) &&
      !uses.includes(concept) &&
      isIn({ start, end }, clause) &&
      !/^.?的话/.test(asked.text.slice(end - 1)) &&
      !used.some((each) => each.start < end && start < each.end),
  );
}

const looking = (clause: Span, { guide }: AnswerFrame) => ({ clause, topics: untaught(guide) });
const untaughtOf = new WeakMap<Guide, ReadonlySet<string>>();

/** Concepts that only the general answers about what the guide does not say (`absent.…`) require. */
function untaught(guide: Guide): ReadonlySet<string> {
  const kept = untaughtOf.get(guide);
  if (kept) return kept;
  const required = (rows: readonly UnitRow[]) => rows.flatMap(({ all }) => all.flat());
  const taught = new Set(required(guide.answers.filter(({ status }) => status === undefined || status === 'answered')));
  const absentOnes = required(guide.answers.filter(({ id }) => id.startsWith('absent.')));
  const found = new Set(absentOnes.filter((concept) => !concept.startsWith('@') && !taught.has(concept)));
  untaughtOf.set(guide, found);
  return found;
}

/** What is to stand for something; when it is left out, the clause before tells it (外方愿意出二十万, 可以算自有资金吗). */
function filled(asked: Asked, one: Span): Span {
  const names = [...asked.touched.filter(({ concept }) => weightOf(concept) > broad), ...asked.mentions].some((each) =>
    isIn(each, one),
  );
  return names ? one : { start: 0, end: one.end };
}

/** Words of every question say nothing about what is to stand for something. */
const broad = 0.2;

/** What a draft rests on: what its row requires; a verdict, on what is told of a person and on things. */
function known({ uses }: Draft, unit: UnitRow | undefined): readonly string[] {
  return unit ? unit.all.flat() : uses.filter((use) => use.startsWith('@') || told.includes(use));
}

const told = ['academic-title', 'doctorate', 'lesser-degree', 'in-progress', 'lead-age', 'two-years'];

/** Whether a rule that rests on these concepts knows the one thing: one of them stands there. */
function knows(concepts: readonly string[], asked: Asked, one: Span): boolean {
  return (
    asked.touched.some(
      (each) => weightOf(each.concept) > broad && concepts.includes(each.concept) && isIn(each, one),
    ) || asked.mentions.some((each) => concepts.includes(`@${each.is}`) && isIn(each, one))
  );
}

const isIn = (each: Span, { start, end }: Span) => each.start >= start && each.end <= end;

/** What is asked to stand for something that the draft knows holds more than that. */
function isUnequal(
  draft: Draft,
  asked: Asked,
  { one, leftOut }: { one: Span; leftOut: boolean },
  { guide }: AnswerFrame,
): boolean {
  if (isPointedAt(asked, one) !== undefined) return true;
  // English tells much before it asks; what is unknown in what it asks was looked at.
  if (asked.language === 'zh' && unknownIn(asked, guide, one).length > 0) return true;
  const isUnit = rowOf(guide, draft.id) !== undefined;
  if (isUnit && beyondConcepts(asked, one, new Set(draft.uses)).length > 0) return true;
  // 刚满两年, 可以当外方吗: what is left out is what the verdict is about
  const judged = draft.id.startsWith('conditions.') && !leftOut;
  return (isUnit || judged) && holdsMore(draft, asked, one);
}

/** A concept of this weight is no by-word. */
const heavy = 0.5;

/** Whether a word stands there of which the draft uses no meaning. */
function holdsMore({ uses }: Draft, asked: Asked, one: Span): boolean {
  const inside = asked.touched.filter((each) => isIn(each, one));
  const used = inside.filter(({ concept }) => uses.includes(concept));
  return inside.some(
    (each) => weightOf(each.concept) >= heavy && !used.some(({ start, end }) => start < each.end && each.start < end),
  );
}

/** The word to say back, when there is one. */
function strangeIn(draft: Draft, asked: Asked, { guide }: AnswerFrame): string | undefined {
  const clause = askingClause(asked);
  const one = stoodFor(asked, clause) ?? broughtUp(asked, clause) ?? clause;
  return (
    isPointedAt(asked, one) ??
    unknownIn(asked, guide, one)[0]?.text ??
    beyondConcepts(asked, one, new Set(draft.uses))[0]?.text
  );
}

const isCertain = ({ id }: Draft, asked: Asked, frame: AnswerFrame) =>
  absent(asked, frame).some((each) => each.id === id);
