/** The countries, blocs and continents that a text in one spelling names. */
import { type Country, countries, countryByCode } from '../../places/country.ts';
import { countryMentions } from '../../places/mentions.ts';
import { type Words, wordAt, words } from '../../read/scan.ts';
import type { Mention } from '../asked.ts';
import names from './listsCountries.json' with { type: 'json' };

/** 中美, 中韩: the second sign of a pair of countries; only before words that go with two of them. */
const withChina: Readonly<Record<string, string>> = names.withChina;
const both =
  /(?<![其合作之过当程集])中([\p{Script=Han}])(?=两国|双方|产业|能源|第\d|之间|间|政府|科技|科学|协议|协定|合作|友城|友好|联委会|联合|有[没无政协什啥几哪科]|签|关系|的协|那[个条份]|备忘录|战略|混委会)/gu;
/** 韩方, 德企: a country by its first sign. */
const oneSide = /([美日韩德英法俄意泰越])(?:方|企|资|籍)(?!法|面|便|案|向|程|式|言|人)/gu;

const latin = latinTable();

function latinTable(): Words<Country> {
  const entries: [string, Country][] = [];
  for (const country of countries)
    for (const name of country.en) {
      const key = name.toLowerCase();
      if (key.length > 3 || ['usa', 'uae', 'drc'].includes(key)) entries.push([key, country]);
    }
  for (const [name, code] of Object.entries(names.latin)) {
    const country = countryByCode(code);
    if (country) entries.push([name, country]);
  }
  return words(entries);
}

const letter = /[a-z]/;

/** Whole Latin words only: oman is not in woman. */
function latinMentions(text: string): Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < text.length; at++) {
    if (letter.test(text.charAt(at - 1)) || !letter.test(text.charAt(at))) continue;
    const word = wordAt(text, at, latin);
    if (!word) continue;
    const end = at + word.text.length;
    if (letter.test(text.charAt(end)) && !/^(?:s|'s)\b/.test(text.slice(end))) continue;
    // europe and america is a kind of project
    if (/^america/.test(word.text) && /europe(?:an)?(?:,| and| or|\/| &)* (?:the )?$/.test(text.slice(0, at))) continue;
    // savannah, georgia: the state
    if (
      word.text === 'georgia' &&
      /[a-z]{3,},? $/.test(text.slice(0, at)) &&
      /[a-z], $|savannah|atlanta|augusta|athens|columbus|macon/.test(text.slice(0, at)) &&
      !/tbilisi|kutaisi/.test(text)
    )
      continue;
    found.push({ is: 'country', code: word.means.code, start: at, end });
    at = end - 1;
  }
  return found;
}

const spoken = words(Object.entries(names.spoken));

function spokenMentions(text: string): Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < text.length; at++) {
    const word = wordAt(text, at, spoken);
    if (!word || letter.test(word.text.charAt(0))) continue;
    found.push({ is: 'country', code: word.means, start: at, end: at + word.text.length });
    at += word.text.length - 1;
  }
  return found;
}

function bySign(text: string): Mention[] {
  return [...text.matchAll(both), ...text.matchAll(oneSide)].flatMap((match): Mention[] => {
    const code = withChina[match[1] ?? ''];
    if (code === undefined || code.length !== 2) return [];
    return [{ is: 'country', code, start: match.index, end: match.index + 2 }];
  });
}

/** All countries and regions, named in full, in short, in Latin script or by the signs of 中美. */
export function countriesIn(text: string): Mention[] {
  const full = countryMentions(text)
    .filter(({ country }) => country.code !== 'CN' && country.code !== 'INT')
    .filter(({ start }) => !letter.test(text.charAt(start)))
    .map(({ country, start, end }): Mention => ({ is: 'country', code: country.code, start, end }));
  return [...full, ...latinMentions(text), ...spokenMentions(text), ...bySign(text)];
}

const parties = words(Object.entries(names.parties));
const continents = words(Object.entries(names.continents));
/** 欧洲、美洲国家科技合作 is the name of a kind of project and no continent. */
const kindsOfProject =
  /(?:欧洲|欧)[、,和与及]?(?:美洲|美)(?:国家)?(?:科技合作)?|其他国家和地区|亚洲[、,和与]?非洲国家/gu;

/** 欧盟, 东盟 and 金砖, by their number in 附1. */
export function partiesIn(text: string): Mention[] {
  return wordsIn(text, parties).map(({ means, at, length }) => ({
    is: 'party',
    no: means,
    start: at,
    end: at + length,
  }));
}

/** The five continents as 附2 counts them; South and North America are 美洲. */
export function continentsIn(text: string): Mention[] {
  const kinds = [...text.matchAll(kindsOfProject)].map(({ index, 0: whole }) => ({
    start: index,
    end: index + whole.length,
  }));
  return wordsIn(text, continents)
    .filter(({ at }) => !kinds.some(({ start, end }) => at >= start && at < end))
    .map(({ means, at, length }) => ({ is: 'continent', name: means, start: at, end: at + length }));
}

function wordsIn(text: string, table: Words<string>): { means: string; at: number; length: number }[] {
  const found: { means: string; at: number; length: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const word = wordAt(text, at, table);
    if (!word) continue;
    const end = at + word.text.length;
    if (letter.test(word.text) && (letter.test(text.charAt(at - 1)) || /^[a-rt-z]/.test(text.slice(end)))) continue;
    found.push({ means: word.means, at, length: word.text.length });
    at = end - 1;
  }
  return found;
}
