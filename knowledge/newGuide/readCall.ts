/** A new call read into the files of a guide folder, as far as its text alone gives them. */
import { createHash } from 'node:crypto';
import { linesOf, type Outline, outlineOf, wordsOf } from '../check/outline.ts';
import type { GuideFiles } from '../guideSchema.ts';
import { agreementsOf } from './agreements.ts';
import { formChecksOf, templateOf } from './appendices.ts';
import { directionsOf } from './directions.ts';
import { durationOf, fundingOf, prioritiesOf, sectionsOf, titleOf, typesOf } from './front.ts';
import type { OldGuide } from './oldGuide.ts';
import { type Pending, parametersIn } from './parameters.ts';
import { basesOf, sisterCitiesOf } from './tables.ts';

export interface Call {
  /** As it is kept in `source.txt`. */
  source: string;
  words: string;
  outline: Outline;
  /** Without cautions and warnings, which are carried over. */
  files: GuideFiles;
  parameters: { moved: string[]; pending: Pending[] };
  /** What a person should look at, by file. */
  notes: { file: string; notes: string[] }[];
}

interface Wanted {
  id: string;
  year: number;
}

/** Throws `NotAGuide` for a text that is none. */
export function readCall(source: string, { id, year }: Wanted, { files: old }: OldGuide): Call {
  const words = wordsOf(source);
  const title = titleOf(words, year);
  const outline = outlineOf(words);
  const sections = sectionsOf(words, outline);
  const types = typesOf(outline, old);
  const { directions, bySplitting, withoutTerms } = directionsOf(outline, old, types);
  const agreements = agreementsOf(words, old);
  const cities = sisterCitiesOf(words, old);
  const bases = basesOf(words, old);
  const { template, unknown } = templateOf(outline, old);
  const { parameters, ...read } = parametersIn(outline, old, year - old.guide.year);
  const [, agreementsTitle = '', note] = headOf(words, '附1');
  const lists = {
    directions,
    agreements: agreements.agreements,
    sisterCities: cities.sisterCities,
    bases: bases.bases,
  };
  const guide: GuideFiles['guide'] = {
    id,
    revision: 1,
    draft: true,
    ...title,
    source: { file: 'source.txt', sha256: createHash('sha256').update(source).digest('hex') },
    ours: { issuer: old.guide.ours.issuer, reason: old.guide.ours.reason },
    types,
    funding: fundingOf(outline, old),
    duration: durationOf(outline, old),
    priorities: prioritiesOf(outline, old),
    parameters,
    sections,
    appendices: [
      { id: '附1', title: agreementsTitle, ...(note !== undefined && /^（.*）$/.test(note) && { note }) },
      cities.appendix,
      bases.appendix,
      { id: '附4', title: headOf(words, '附4')[1] ?? '' },
      { id: '附5', title: headOf(words, '附5')[1] ?? '' },
    ],
    counts: countsOf(lists, cities.appendix.closing ?? ''),
  };
  return {
    source,
    words,
    outline,
    files: { guide, ...lists, template, formChecks: formChecksOf(outline), cautions: [] },
    parameters: read,
    notes: [
      {
        file: 'directions.json',
        notes: [
          ...(bySplitting.length > 0
            ? [`${bySplitting.join('、')}的考核指标是按标点和数字拆开的：请核对 indicators，把 what 写成人话。`]
            : []),
          ...(withoutTerms.length > 0
            ? [`${withoutTerms.join('、')}还没有行话（ours.terms，至少 10 个词）：没有也能用，有了才认得出人们的说法。`]
            : []),
        ],
      },
      { file: 'agreements.json', notes: agreements.notes },
      { file: 'sisterCities.json', notes: cities.notes },
      { file: 'bases.json', notes: bases.notes },
      {
        file: 'template.json',
        notes: unknown.length > 0 ? [`${unknown.join('、')}是新的一条：请写 ours.name（几个字的中文名）。`] : [],
      },
    ].filter(({ notes }) => notes.length > 0),
  };
}

/** The name of an appendix, its title, and the line below. */
function headOf(words: string, name: string): string[] {
  const lines = linesOf(words);
  const at = lines.indexOf(name);
  return at < 0 ? [] : lines.slice(at, at + 3);
}

type Counted = Pick<GuideFiles, 'directions' | 'agreements' | 'sisterCities' | 'bases'>;

/** What is counted; pairs by continent as the call itself sums them up. */
function countsOf(
  { directions, agreements, sisterCities, bases }: Counted,
  closing: string,
): GuideFiles['guide']['counts'] {
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
  const different = (values: readonly string[]): number => new Set(values).size;
  const documents = agreements.flatMap((each) => each.documents);
  const indicators = directions.flatMap((each) => each.indicators);
  const continent = (name: string): number =>
    Number(new RegExp(`[，。]${name}(\\d+)对`).exec(closing)?.[1]) ||
    sisterCities.filter(({ ours }) => ours.continent === name).length;
  const of = (kind: string): number => directions.filter(({ categoryId }) => categoryId === kind).length;
  return {
    directions: { 'europe-americas': of('europe-americas'), 'other-countries-regions': of('other-countries-regions') },
    projects: sum(directions.map(({ quota }) => quota)),
    indicators: indicators.length,
    measures: sum(indicators.map(({ measures }) => measures.length)),
    agreements: agreements.length,
    documents: documents.length,
    distinctDocuments: different(documents),
    pairs: sisterCities.length,
    jiangxiSides: different(sisterCities.map(({ jiangxiSide }) => jiangxiSide)),
    countries: different(sisterCities.map(({ country }) => country)),
    continents: {
      亚洲: continent('亚洲'),
      欧洲: continent('欧洲'),
      美洲: continent('美洲'),
      非洲: continent('非洲'),
      大洋洲: continent('大洋洲'),
    },
    bases: bases.length,
    hosts: different(bases.map(({ host }) => host)),
  };
}
