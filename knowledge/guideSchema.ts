/**
 * The shape of a guide folder's files. What the call says stands word for word; what we add stands under `ours`,
 * except ids, kinds, counts and the labels `what` and `unit` of a measure. `guideCheck.ts` proves the words.
 */
import { z } from 'zod';
import { cautionsFile } from './cautionSchema.ts';
import { regionShape } from './places/regions.ts';

const text = z.string().min(1);
const count = z.int().positive();
const day = z.iso.date();
const note = z.strictObject({ note: text });

const categoryIds = ['europe-americas', 'other-countries-regions'] as const;
const categoryId = z.enum(categoryIds);
const continents = ['亚洲', '欧洲', '美洲', '非洲', '大洋洲'] as const;

/** A piece of the call with the clause that it stands in, as in `附5 二（一）`. */
const quoted = z.strictObject({ clause: text, quote: text });

/** A threshold. Money is in yuan, durations in months. `ours` says why the value is read into the text. */
const parameter = z.discriminatedUnion('unit', [
  quoted.extend({ unit: z.literal('date'), value: day, ours: text.optional() }),
  quoted.extend({ unit: z.literal('years'), value: z.array(count).min(1), ours: text.optional() }),
  quoted.extend({
    unit: z.enum(['yuan', 'months', 'times', 'partners', 'channels']),
    value: z.number().positive(),
    ours: text.optional(),
  }),
]);

const section = z.strictObject({
  id: z.enum(['types', 'support', 'conditions', 'commonIndicators', 'directions']),
  heading: text,
  clauses: z.array(z.strictObject({ clause: text, text })),
});

const appendix = z.strictObject({
  id: z.enum(['附1', '附2', '附3', '附4', '附5']),
  title: text,
  note: text.optional(),
  columns: z.array(text).length(4).optional(),
  closing: text.optional(),
});

const guideFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  year: z.int().min(2000).max(2100),
  /** Which publication of this year's call: a corrected one has a higher number. */
  revision: count.default(1),
  /** Being worked on: nobody is answered by it yet. */
  draft: z.literal(true).optional(),
  /** What stands above the title (附件1), if anything does. */
  label: text.optional(),
  title: text,
  source: z.strictObject({ file: z.literal('source.txt'), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ours: z.strictObject({
    issuer: text,
    reason: text,
  }),
  types: z.array(quoted.extend({ id: categoryId, heading: text, name: text })).length(2),
  funding: z.strictObject({ mode: quoted.extend({ name: text }), amount: quoted, quota: quoted, shortfall: quoted }),
  duration: quoted,
  priorities: z
    .array(quoted.extend({ kind: z.enum(['agreement', 'sister-city', 'base-or-joint-lab']), list: text }))
    .length(3),
  parameters: z.record(z.string().regex(/^[a-z]+\.[a-zA-Z]+$/), parameter),
  sections: z.array(section).length(5),
  appendices: z.array(appendix).length(5),
  counts: z.strictObject({
    directions: z.record(categoryId, count),
    projects: count,
    indicators: count,
    measures: count,
    agreements: count,
    documents: count,
    distinctDocuments: count,
    pairs: count,
    jiangxiSides: count,
    countries: count,
    continents: z.record(z.enum(continents), count),
    bases: count,
    hosts: count,
  }),
});

/** `eq` exactly, `gte`/`lte` both inclusive, `lt` better than, `from-to` a change, `order` an order of magnitude. */
const operator = z.enum(['eq', 'gte', 'lte', 'lt', 'range', 'from-to', 'order']);
const needs = { eq: 'low', gte: 'low', lte: 'high', lt: 'high', range: 'low,high', 'from-to': 'low,high', order: '' };

const measure = z
  .strictObject({
    what: text,
    op: operator,
    low: z.number().optional(),
    high: z.number().optional(),
    unit: text,
    /** The unit of `high` where it has another one (0.025eV~100keV). */
    highUnit: text.optional(),
    condition: text.optional(),
    strength: text.optional(),
    quote: text,
    ours: note.optional(),
  })
  .refine(({ op, low, high }) => needs[op] === given(low, high), { error: 'low、high 与 op 不配' });

function given(low: number | undefined, high: number | undefined): string {
  return [low === undefined ? [] : 'low', high === undefined ? [] : 'high'].flat().join(',');
}

const indicator = z.strictObject({
  id: z.string().regex(/^\d+\.\d+$/),
  text,
  measures: z.array(measure),
});

const directionsFile = z.array(
  z.strictObject({
    number: count,
    numeral: text,
    title: text,
    categoryId,
    category: text,
    content: text,
    contentItems: z.array(text).min(1),
    indicatorText: text,
    indicators: z.array(indicator).min(1),
    quota: count,
    quotaQuote: text,
    /**
     * `terms`: words by which researchers of the field speak of it, only for finding the direction.
     * `slips`: misprints, quoted as printed, with the likely reading.
     */
    ours: z
      .strictObject({
        terms: z.array(text).min(10).optional(),
        /** A few words with which people may be asked to name it: 方向五，油菜抗旱. */
        example: text.optional(),
        slips: z
          .array(z.strictObject({ printed: text, reading: text }))
          .min(1)
          .optional(),
      })
      .optional(),
  }),
);

const agreementsFile = z.array(
  z.strictObject({
    /** As cited: `一（十三）`, or `三` for the entry without a number of its own. */
    no: text,
    section: text,
    /** `（十三）`; empty where none is printed. */
    item: z.string(),
    party: text.optional(),
    documents: z.array(text).min(1),
    ours: z.strictObject({
      label: text,
      kind: z.enum(['country', 'regional-organisation', 'multilateral']),
      categoryId: categoryId.optional(),
      scope: text.optional(),
      /** Members in May and June 2023. */
      members: z.array(text).optional(),
      /** Years in a document's title; documents are counted from 1. */
      years: z.array(z.strictObject({ document: count, years: text })).optional(),
      duplicates: z.array(z.strictObject({ document: count, duplicateOf: count })).optional(),
      note: text.optional(),
    }),
  }),
);

const sisterCitiesFile = z.array(
  z.strictObject({
    no: count,
    jiangxiSide: text,
    declaredCount: count,
    /** The count as printed, on the first pair of each 中方 only: `（16对）`. */
    declared: text.optional(),
    foreignPlace: text,
    country: text,
    ours: z.strictObject({
      continent: z.enum(continents),
      latin: text,
      countryToday: text.optional(),
      aliases: z.array(text).default([]),
      /** Where the place lies today, if `places/regions.json` does not have it. */
      region: regionShape.omit({ place: true, country: true }).optional(),
      note: text.optional(),
    }),
  }),
);

const basesFile = z.array(
  z.strictObject({
    no: count,
    name: text,
    type: text,
    host: text,
    ours: z.strictObject({ hostKind: text, hostToday: text.optional(), note: text.optional() }),
  }),
);

const warning = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  /** `fails`: copied as it is, the agreement misses a point; `rewrite`: better changed; `note`: worth knowing. */
  weight: z.enum(['fails', 'rewrite', 'note']),
  /** Where the template says it; absent where it says nothing. */
  at: quoted.optional(),
  against: z.array(quoted).min(1),
  ours: text,
});

const templateFile = z.strictObject({
  title: text,
  parts: z.array(
    z.strictObject({
      heading: text.optional(),
      clauses: z.array(
        z.strictObject({ clause: text, heading: text, text: z.array(text), ours: z.strictObject({ name: text }) }),
      ),
    }),
  ),
  warnings: z.array(warning),
});

const formChecksFile = z.array(
  z.strictObject({ clause: text, section: text.optional(), sentences: z.array(text).min(1) }),
);

/** The files of a guide folder beside `source.txt` and the rules, by the name of what they hold. */
export const guideSchemas = {
  guide: guideFile,
  directions: directionsFile,
  agreements: agreementsFile,
  sisterCities: sisterCitiesFile,
  bases: basesFile,
  template: templateFile,
  formChecks: formChecksFile,
  cautions: cautionsFile,
} as const;

export type GuideFileName = keyof typeof guideSchemas;
export type GuideFiles = { [Name in GuideFileName]: z.infer<(typeof guideSchemas)[Name]> };
export type Parameter = z.infer<typeof parameter>;
export type Direction = GuideFiles['directions'][number];
export type Measure = z.infer<typeof measure>;
export type Agreement = GuideFiles['agreements'][number];
export type SisterCity = GuideFiles['sisterCities'][number];
export type Base = GuideFiles['bases'][number];
export type FormCheck = GuideFiles['formChecks'][number];
