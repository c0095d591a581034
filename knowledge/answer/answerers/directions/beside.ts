/** 跟德国合作做稀土发光: whether the partner's land is of the kind to which the directions found belong. */
import type { Guide } from '../../../guide.ts';
import { categoryOfCountry } from '../../../places/category.ts';
import { countryByCode, spokenName } from '../../../places/country.ts';
import { type Asked, named } from '../../asked.ts';
import type { Part } from './asking.ts';
import type { Direction } from './say.ts';

interface Land {
  zh: string;
  en: string;
  kind: string;
}

/** The lands of the partners that a question names, with the kind of each; those that lie in one country only, and of a kind that is certain. */
function landsIn(asked: Asked, guide: Guide): Land[] {
  const codes = [
    ...named(asked, 'country').map(({ code }) => code),
    ...named(asked, 'place').flatMap(({ countries }) => (countries.length === 1 ? countries : [])),
  ];
  const countries = [...new Set(codes)].flatMap((code) => countryByCode(code) ?? []);
  const continents = [...new Set(named(asked, 'continent').map(({ name }) => name))].map((name) => ({
    zh: name,
    en: name,
    kind: name === '欧洲' || name === '美洲' ? 'europe-americas' : 'other-countries-regions',
  }));
  return [
    ...countries.map((country) => ({
      zh: spokenName(country.zh),
      en: country.en[0] ?? country.zh,
      kind: categoryOfCountry(country, guide.rulings),
    })),
    ...continents,
  ].filter(({ kind }) => guide.types.some(({ id }) => id === kind));
}

/** What is found, and that its kind is not the partner's, or is. */
export function withKind(
  part: Part,
  directions: readonly Direction[],
  { asked, guide }: { asked: Asked; guide: Guide },
): Part {
  const lands = landsIn(asked, guide);
  const [land, ...others] = lands;
  const [direction] = directions;
  const kinds = new Set(directions.map(({ categoryId }) => categoryId));
  if (!land || !direction || kinds.size !== 1 || others.some(({ kind }) => kind !== land.kind)) return part;
  const type = guide.types.find(({ id }) => id === land.kind);
  const both = guide.types.find(({ id }) => id === 'europe-americas');
  if (!type || !both || typeof part.text === 'string') return part;
  const own = guide.directions.filter(({ categoryId }) => categoryId === land.kind);
  const names = lands.map(({ zh }) => zh).join('、');
  const english = lands.map(({ en }) => en).join(', ');
  const span = `方向${own[0]?.numeral}至${own.at(-1)?.numeral}`;
  const same = direction.categoryId === land.kind;
  return {
    ...part,
    text: {
      zh: same
        ? `${part.text.zh}${names}也属于“${type.name}”，类别对得上。`
        : `类别对不上：${names}属于“${type.name}”，可选${span}，不能按下面的方向报。${part.text.zh}`,
      en: same
        ? `${part.text.en} ${english} is of this kind, too.`
        : `The kinds differ: ${english} belongs to directions ${own[0]?.number} to ${own.at(-1)?.number}, so this direction is not open to it. ${part.text.en}`,
    },
    citations: [...part.citations, { clause: both.clause, quote: both.quote.replace(/。$/, '') }],
  };
}
