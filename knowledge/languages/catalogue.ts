/**
 * Chinese text → its text in another language, and back. Everything that is said stands in Chinese first; a sentence that no
 * table names is looked up here by its Chinese. A key may have gaps (`{1}`), for sentences that are put together.
 */
import { countries } from '../places/country.ts';
import { flat, guideFolders, type OtherLanguage, type Pair, pairsOfGuide, tableOf } from './tables.ts';

interface Catalogue {
  byChinese: ReadonlyMap<string, string>;
  gapped: readonly { pattern: RegExp; text: string }[];
  byText: ReadonlyMap<string, string>;
}

const made = new Map<OtherLanguage, Catalogue>();

function catalogueOf(language: OtherLanguage): Catalogue {
  const known = made.get(language);
  if (known) return known;
  const own: Pair[] = Object.entries(flat.parse(tableOf(language, 'phrases') ?? {}));
  const pairs = [
    ...countryNames(language),
    ...guideFolders().flatMap((folder) => pairsOfGuide(folder, language)),
    ...own,
  ];
  const catalogue = {
    byChinese: new Map(pairs),
    gapped: own.filter(([zh]) => /\{\d\}/.test(zh)).map(([zh, text]) => ({ pattern: patternOf(zh), text })),
    byText: new Map(
      pairs.flatMap(([zh, text]) => [key(text), key(text.replace(/ \(\P{ASCII}+\)$/u, ''))].map((each) => [each, zh])),
    ),
  };
  made.set(language, catalogue);
  return catalogue;
}

/** 德国 → Germany, by the code of the country. */
function countryNames(language: OtherLanguage): Pair[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  return countries.flatMap(({ code, zh }): Pair[] => {
    const name = /^[A-Z]{2}$/.test(code) ? names.of(code) : undefined;
    return name === undefined ? [] : [[zh, name]];
  });
}

/** Gaps hold at least a character, and never a line's end. */
function patternOf(zh: string): RegExp {
  const parts = zh.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('([^；，。\\n]{1,80}?)')}$`, 'u');
}

const longestGapped = 600;

/** The text in another language, or undefined while nobody has translated it. */
export function translated(zh: string, language: OtherLanguage): string | undefined {
  const { byChinese, gapped } = catalogueOf(language);
  const whole = byChinese.get(zh);
  if (whole !== undefined) return whole;
  if (zh.length > longestGapped) return undefined;
  for (const { pattern, text } of gapped) {
    const found = pattern.exec(zh);
    if (found)
      return text.replace(/\{(\d)\}/g, (_, at: string) => {
        const filled = found[Number(at)] ?? '';
        return byChinese.get(filled) ?? filled;
      });
  }
  return undefined;
}

const key = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** The Chinese of a text that was said in another language: what a button says is heard as its Chinese. */
export function original(text: string, language: OtherLanguage): string | undefined {
  return catalogueOf(language).byText.get(key(text));
}
