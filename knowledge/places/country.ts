import { z } from 'zod';
import table from './countries.json' with { type: 'json' };
import { simplify } from './han.ts';

const countryShape = z.object({
  code: z.string(),
  zh: z.string(),
  names: z.array(z.string()).min(1),
  en: z.array(z.string()).min(1),
  continent: z.enum(['asia', 'europe', 'americas', 'africa', 'oceania', 'none']),
  blocs: z.array(z.enum(['eu', 'asean', 'brics'])),
  mainland: z.boolean().optional(),
});

/**
 * A country or region: `zh` as the guide writes it (刚果（金）, 韩国, 香港), `names` and `en` with full, short and old names,
 * `blocs` as of May 2023. Codes are ISO 3166-1 alpha 2, `XK` for 科索沃 and `INT` for an international organisation.
 */
export type Country = z.infer<typeof countryShape>;

export const countries: readonly Country[] = z.array(countryShape).parse(table);

const byCode = new Map(countries.map((country) => [country.code, country]));
const byName = new Map(
  countries.flatMap((country) => [country.zh, ...country.names, ...country.en].map((name) => [nameKey(name), country])),
);

/** Names as the table spells them, which need no key: the names that are stored are such ones. */
const bySpelling = new Map(
  countries.flatMap(({ zh, names, en }) => [zh, ...names, ...en].map((name) => [name, byName.get(nameKey(name))])),
);

function nameKey(text: string): string {
  return simplify(text.normalize('NFKC')).trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The country of this exact name; case, width, traditional characters and a remark in （） do not matter. */
export function countryByName(text: string): Country | undefined {
  const spelt = bySpelling.get(text);
  if (spelt) return spelt;
  const key = nameKey(text.slice(0, 200));
  return byName.get(key) ?? byName.get(key.replace(/\([^()]*\)/g, '').trim());
}

/** The country of this code, capital letters: `JP`. */
/** How a country or region is named in a sentence: 香港, 澳门 and 台湾 are places of China and said so. */
export function spokenName(zh: string): string {
  if (zh === '台湾') return '中国台湾地区';
  return zh === '香港' || zh === '澳门' ? `中国${zh}` : zh;
}

export function countryByCode(code: string): Country | undefined {
  return byCode.get(code);
}
