/**
 * A guide: one year's call as data, and what a rule of it is. The interfaces alone, so that everything may name them;
 * `loadGuide.ts` reads a guide from its folder.
 */
import type { ConceptRow } from './answer/lexiconSchema.ts';
import type { UnitRow } from './answer/unitSchema.ts';
import type { CautionRow } from './cautionSchema.ts';
import type { Agreement, Base, Direction, FormCheck, GuideFiles, Parameter, SisterCity } from './guideSchema.ts';
import type { OpenPoint, OpenPointOption } from './openPointSchema.ts';
import type { Overlay } from './overlayForm.ts';
import type { CategoryRuling } from './places/category.ts';
import type { PlainQuestion } from './plainQuestion.ts';
import type { RowWords, RuleRow } from './ruleSchema.ts';

export type { Agreement } from './guideSchema.ts';

type Main = GuideFiles['guide'];

export interface Guide extends GuideRules {
  id: string;
  year: number;
  /** Which publication of this year's call. */
  revision: number;
  title: string;
  /** The newest guide on file, where that is another one; absent on a guide as its folder gives it. */
  newer?: Pick<Guide, 'id' | 'year' | 'revision' | 'title'>;
  /** On the newest guide on file: the others, newest first; absent on a guide as its folder gives it. */
  older?: readonly Guide[];
  /** Who issues the call, as we name it (the call does not say). */
  issuer: string;
  /** The call's text, byte for byte. */
  source: string;
  types: Main['types'];
  funding: Main['funding'];
  duration: Main['duration'];
  priorities: Main['priorities'];
  parameters: Readonly<Record<string, Parameter>>;
  /** 一 to 五, clause by clause; those of 五 are the directions. */
  sections: Main['sections'];
  appendices: Main['appendices'];
  counts: Main['counts'];
  directions: readonly Direction[];
  agreements: readonly Agreement[];
  sisterCities: readonly SisterCity[];
  bases: readonly Base[];
  template: GuideFiles['template'];
  formChecks: readonly FormCheck[];
  /** Where the call contradicts itself or is silent, the most relevant first. */
  cautions: readonly CautionRow[];
  /** What the call leaves open and the department may settle. */
  openPoints: readonly OpenPoint[];
  /** What staff published on top of it; absent on a guide as its folder gives it. */
  laid?: Laid;
  /** What is answered to questions about the call, and what the call does not say. */
  answers: readonly UnitRow[];
  /** A parameter as it stands in `guide.json`; throws when the guide has none of that name. */
  parameter(id: string): Parameter;
  /** A date parameter, as an ISO day; throws when the guide has none of that name. */
  date(parameter: string): string;
  /** A number: yuan, months, a ratio or a count; throws when the guide has none of that name. */
  amount(parameter: string): number;
  /** A list of years; throws when the guide has none of that name. */
  years(parameter: string): readonly number[];
}

/** What lies on a guide (`overlay.ts`), and what follows from it beside the guide's own rows. */
export interface Laid {
  overlay: Overlay;
  /** The guide without it. */
  bare: Guide;
  ruled: readonly Ruled[];
  readings: Readings;
}

/** An open point as it is settled. */
export interface Ruled {
  point: OpenPoint;
  option: OpenPointOption;
  /** ISO day, and who. */
  date: string;
  by: string;
}

/** How rulings have rules read what the call leaves open; absent: as the guide alone is read. */
export interface Readings {
  /** By deadline: whether its own day counts. */
  ownDay: Readonly<Record<string, boolean>>;
  bothCategories?: 'direction' | 'none';
  organisationsByCountry?: true;
  noOrganisations?: true;
  yearsSinceFounding?: true;
  /** Rules that bar where the bare guide leaves something to be confirmed. */
  bars: readonly string[];
}

export type RuleKind = 'bar' | 'remedy' | 'preference' | 'advice' | 'info';

/**
 * What becomes of a rule for some facts.
 * - `open`: what is known does not fix the outcome.
 * - `covered`: does not stand by itself here: the cause is listed under another id, or it is not known whether it applies.
 */
export type Outcome = 'met' | 'unmet' | 'to-confirm' | 'not-applicable' | 'open' | 'covered';

/**
 * A fact that an open rule still needs: a fact id, or one field of one list item (`partners[0].country`).
 */
export type Want = string;

/** Facts as a rule of a usual kind sees them: a guide may declare facts of its own (ids are not in `FactTypes`). */
export type AnyFacts = Readonly<Record<string, unknown>>;

export interface Rule {
  id: string;
  needs: readonly string[];
  /** Parameters of the guide without which it cannot decide; absent where it needs none. */
  parameters?: readonly string[];
  decide(facts: AnyFacts, guide: Guide): Outcome;
  /** Every path that `wants` may ever name, list items without their number (`partners[].country`). */
  asks: readonly string[];
  /** What to ask for while the outcome is `open`. */
  wants(facts: AnyFacts, guide: Guide): Want[];
}

/** What a guide decides by: its rules with their words, the rulings on hard countries, and its own plain questions. */
export interface GuideRules {
  /** Every rule that holds in this guide, in the order of the call. */
  rules: readonly { row: RuleRow; rule: Rule }[];
  /** The words of a checklist row that several rules share; throws for an unknown row. */
  rowWords(id: string): RowWords;
  /** Category of the countries whose place is not plain. */
  rulings: readonly CategoryRuling[];
  /** Plain questions that this guide adds to the coded ones. */
  questions: readonly PlainQuestion[];
  /** Concepts that only this guide speaks of. */
  concepts: readonly ConceptRow[];
}
