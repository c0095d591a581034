/** A question as the answerer sees it: the text in one spelling, the things it names, the concepts it touches. */
import type { Language } from '../language.ts';

/** A stretch of `Asked.text`, in UTF-16 units; `end` is behind the last. */
export interface Span {
  start: number;
  end: number;
}

/** Something particular that a question names. Dates are ISO, possibly partial; amounts are whole yuan. */
export type Thing =
  | { is: 'direction'; number: number }
  /** One of the parties of 附1, by its `no` there (`一（二）`, `三`). */
  | { is: 'party'; no: string }
  /** A country or region, by code (`JP`), listed or not. */
  | { is: 'country'; code: string }
  | { is: 'continent'; name: string }
  /** A town or region outside China: as it was written, and the codes of the countries in which it may lie. */
  | { is: 'place'; name: string; countries: readonly string[]; pairs: readonly number[] }
  /** A place of Jiangxi that stands in 附2 as 中方 (`南昌市`), or another one, not listed. */
  | { is: 'side'; name: string; listed: boolean }
  /** A host of 附3, by the printed name. */
  | { is: 'host'; name: string }
  /** A base of 附3, by its numbers. */
  | { is: 'base'; nos: readonly number[] }
  /** A unit of Jiangxi that is no host. */
  | { is: 'unit'; name: string }
  | { is: 'date'; value: string }
  | { is: 'age'; years: number }
  | { is: 'amount'; yuan: number }
  | { is: 'duration'; months: number }
  | { is: 'title'; name: string }
  /** Somebody called by surname and post (王教授). */
  | { is: 'person' };

export type Mention = Span & Thing;

/** A concept of the lexicon where it stands in the text. */
export interface Touched extends Span {
  concept: string;
}

export interface Asked {
  /** As it was typed. */
  raw: string;
  /** One spelling: half width, lower case, simplified, one dash, slips repaired. */
  text: string;
  language: Language;
  mentions: readonly Mention[];
  touched: readonly Touched[];
  /** The ids in `touched`. */
  concepts: ReadonlySet<string>;
}

/** The mentions of one kind, in the order of the text. */
export function named<K extends Thing['is']>(asked: Asked, is: K): Extract<Mention, { is: K }>[] {
  return asked.mentions.filter((each): each is Extract<Mention, { is: K }> => each.is === is);
}
