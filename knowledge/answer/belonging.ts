/**
 * Whose age, title, money or papers are asked for. The age of a company is how long it has been registered; of the age of the partner's
 * scientists the guide says nothing: what a word of the question means is settled by whom it is said of.
 */
import { z } from 'zod';
import { chineseNumber } from '../read/chineseNumber.ts';
import type { Mention, Span, Touched } from './asked.ts';
import file from './owners.json' with { type: 'json' };
import { type Owned, type Owner, ownersIn } from './owners.ts';

const { attributes, means } = z
  .object({
    attributes: z.record(z.string(), z.array(z.string())),
    means: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
  })
  .parse(file);
const attributeOf = new Map(
  Object.entries(attributes).flatMap(([attribute, all]) => all.map((concept) => [concept, attribute] as const)),
);

interface Read {
  text: string;
  language: 'zh' | 'en';
  touched: readonly Touched[];
  mentions: readonly Mention[];
}

/** The concepts and things of a question by whom they are said of; unchanged where nobody or more than one is named. */
export function belonging({ text, language, touched, mentions }: Read): Pick<Read, 'touched' | 'mentions'> {
  const owners = ownersIn(text, language);
  if (owners.length === 0) return { touched, mentions };
  const ownerOf = (each: Span) => ownerIn(clauseOf(each, text, language), owners, text);
  const settled = touched.flatMap((each): Touched[] => {
    const attribute = attributeOf.get(each.concept);
    if (attribute === undefined || owners.some((owner) => overlap(owner, each))) return [each];
    if (attribute === 'registration' && touched.some((other) => isTerm(other, each))) return [each];
    const owner = ownerOf(each);
    const meant = owner === undefined ? undefined : means[attribute]?.[owner];
    return meant?.map((concept) => ({ ...each, concept })) ?? [each];
  });
  const years = yearsOfOrganisations(text, ownerOf);
  const others = mentions.filter((each) => !years.some((other) => overlap(each, other)));
  return {
    touched: [...settled, ...years.map(({ start, end }) => ({ concept: 'registration', start, end }))],
    mentions: years.length === 0 ? mentions : [...others, ...years].sort((one, other) => one.start - other.start),
  };
}

/** How many years does the project last: beside the years the project itself is named. */
const isTerm = (other: Touched, years: Span) => other.concept === 'term' && !overlap(other, years);

const overlap = (one: Span, other: Span) => one.start < other.end && other.start < one.end;

/** What was asked of somebody, asked of the one who is named now: 负责人几岁以下, 那外方呢. */
export function askedOfNext(
  concepts: readonly string[],
  { text, language }: Pick<Read, 'text' | 'language'>,
): string[] {
  const owner = only(ownersIn(text, language));
  if (owner === undefined) return [...concepts];
  return concepts.flatMap((concept) => {
    const attribute = attributeOf.get(concept);
    return (attribute !== undefined && means[attribute]?.[owner]) || [concept];
  });
}

/** The one who is named in a clause, or in the one before it where this one only points back or that one says nothing else. */
function ownerIn({ own, before }: Clauses, owners: readonly Owned[], text: string): Owner | undefined {
  const within = ({ start, end }: Span) => owners.filter((each) => each.start >= start && each.end <= end);
  const here = within(own);
  if (here.length > 0 || before === undefined) return only(here);
  const there = within(before);
  const [first] = there;
  const bare = first !== undefined && before.end - before.start - (first.end - first.start) <= 2;
  return bare || pointsBack.test(text.slice(own.start, own.end)) ? only(there) : undefined;
}

const pointsBack = /\b(?:it|its)\b/;

function only(owners: readonly Owned[]): Owner | undefined {
  const [first, ...others] = new Set(owners.map(({ owner }) => owner));
  return others.length === 0 ? first : undefined;
}

interface Clauses {
  own: Span;
  before?: Span;
}

const ends = { zh: /[,，。;；!！?？\n]/g, en: /[.?!;:\n](?=\s|$)|,? (?=if |when |while |because )/g };

function clauseOf({ start }: Span, text: string, language: 'zh' | 'en'): Clauses {
  const stops = [...text.matchAll(ends[language])].map(({ index }) => index);
  const bounds = [-1, ...stops, text.length];
  const at = bounds.findIndex((each) => each >= start);
  const span = (nth: number): Span => ({ start: (bounds[nth - 1] ?? -1) + 1, end: bounds[nth] ?? text.length });
  return { own: span(at), ...(at > 1 && { before: span(at - 1) }) };
}

/** 5 years old, 两岁: of an institution it is a length of time. */
const yearsOld = /\b(\d{1,3})[ -]years?[ -]old\b|([\d零一二两三四五六七八九十]{1,3})(?:周岁|岁)/g;
const organisations: readonly (Owner | undefined)[] = ['partner', 'applicant', 'participant', 'recommender'];
const person = /\b(?:he|she|his|her|him|prof|professor|dr|lead|pi|scientist)\b/;

function yearsOfOrganisations(text: string, ownerOf: (each: Span) => Owner | undefined): Mention[] {
  if (person.test(text)) return [];
  return [...text.matchAll(yearsOld)].flatMap(({ 0: whole, 1: digits, 2: numeral, index }): Mention[] => {
    const span = { start: index, end: index + whole.length };
    const count = chineseNumber(digits ?? numeral ?? '');
    if (count === undefined || !organisations.includes(ownerOf(span))) return [];
    return [{ is: 'duration', months: count * 12, ...span }];
  });
}
