import { type Country, countries, countryByName } from './country.ts';
import { placesNamed } from './gazetteer.ts';
import { simplify } from './han.ts';
import { stateNames } from './states.ts';

/** Finds country names in free text without taking a part of another name for one (白俄罗斯, 新墨西哥, 上海地质, 完美国际). */

/** Words that contain a country's name and mean something else. */
const others = [
  ...[
    '哥伦比亚大学',
    '哥伦比亚特区',
    '哥伦比亚河',
    '英属哥伦比亚',
    '不列颠哥伦比亚',
    '朝鲜大学',
    '内蒙古',
    '新英格兰',
    '西印度',
    '印度洋',
    '印度河',
    '刚果河',
    '印度教',
    '墨西哥城',
  ],
  ...[
    '印度支那',
    '几内亚湾',
    '墨西哥湾',
    '南非洲',
    '东南非',
    '西南非',
    '中南非',
    '马里奥',
    '阿曼达',
    '巴林特',
    '荷兰豆',
    '黑山县',
    '巴林左旗',
  ],
  ...[
    '巴林右旗',
    '泰国际',
    '美国际',
    '英国际',
    '法国际',
    '德国际',
    '韩国际',
    '佐治亚',
    '外蒙古族',
    '蒙古族',
    '蒙古包',
    '朝鲜族',
    '俄罗斯族',
  ],
  ...[
    '波斯湾',
    '约旦河',
    '加纳利',
    '古巴比伦',
    '巴西利亚大街',
    '智利硝',
    '苏丹红',
    '秘鲁鳀',
    '日本海',
    '法国梧桐',
    '荷兰猪',
    '新西兰兔',
    '合法国家',
  ],
  ...[
    '合法国有',
    '今日本',
    '昨日本',
    '近日本',
    '明日本',
    '每日本',
    '节日本',
    '生日本',
    '当日本',
    '同日本校',
    '自由德国',
  ],
];

/** Names too short or too common to be looked for inside a sentence; alone they are understood. */
const onlyAlone = new Set([
  '中非',
  '国内',
  '我国',
  '内地',
  '大陆',
  '大马',
  '特多',
  '波斯',
  '狮子山',
  '合众国',
  '教廷',
  '马岛',
  '巴新',
  '埃塞',
  '白俄',
  '卡达',
  '查德',
  '东加',
]);

const countryNames = new Map<string, Country>();
for (const country of countries) {
  for (const name of country.names) {
    const key = simplify(name.normalize('NFKC'));
    if (key.length > 1 && /^[\p{Script=Han}()]+$/u.test(key) && !onlyAlone.has(key)) countryNames.set(key, country);
  }
}

const masks = new Set(
  [...others, ...stateNames().map(({ key }) => key)].filter((name) => /\p{Script=Han}/u.test(name)),
);
const chinese = /^[\p{Script=Han}·-]+$/u;
const longest = 16;
const mostMentions = 16;

export interface Mention {
  country: Country;
  start: number;
  end: number;
}

/** The countries named in the text, in order; `text` is simplified and half width. */
export function countryMentions(text: string): Mention[] {
  const found: Mention[] = [];
  for (let start = 0, seen = 0; start < text.length && seen < mostMentions; start++) {
    const mention = mentionAt(text, start);
    if (!mention) continue;
    seen++;
    if (!isMasked(text, mention)) found.push(mention);
    start = mention.end - 1;
  }
  return [...found, ...latinMentions(text)];
}

function mentionAt(text: string, start: number): Mention | undefined {
  for (let length = Math.min(longest, text.length - start); length > 1; length--) {
    const country = countryNames.get(text.slice(start, start + length));
    if (country) return { country, start, end: start + length };
  }
  return undefined;
}

/** Whether the name is a part of a longer state, town or word, or shares a character with a Chinese city before it. */
function isMasked(text: string, { country, start, end }: Mention): boolean {
  // 乌法国立石油大学: 国立 begins inside what looks like 法国.
  if (end - start === 2 && text.startsWith('国立', end - 1)) return true;
  for (let from = Math.max(0, start - 6); from <= start; from++) {
    for (let to = end; to <= Math.min(text.length, end + 6); to++) {
      if (to - from <= end - start) continue;
      const word = text.slice(from, to);
      if (!chinese.test(word)) continue;
      if (masks.has(word) || (!countryNames.has(word) && isOtherTown(word, country.code))) return true;
    }
    if (from < start && end - start === 2) {
      const word = text.slice(from, start + 1);
      if (placesNamed(word, 'CN').some((place) => place.population >= 100_000)) return true;
    }
  }
  return false;
}

function isOtherTown(word: string, country: string): boolean {
  const places = placesNamed(word);
  return places.length > 0 && places.every((place) => place.country !== country);
}

/** A country named in Latin script as a whole part between commas, or at the end of “University of …”. */
function latinMentions(text: string): Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(/[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ.'’& -]*/g)) {
    const part = match[0].trim();
    const tail = /\b(?:of|in|from) (?:the )?([A-Z][A-Za-zÀ-ÿ.' -]*)$/.exec(part)?.[1];
    const country = latinCountry(part) ?? (tail === undefined ? undefined : latinCountry(tail));
    if (country) found.push({ country, start: match.index, end: match.index + part.length });
  }
  return found;
}

function latinCountry(part: string): Country | undefined {
  const plain = part.replace(/^the /i, '');
  if (/^(us|car|lao)$/.test(plain) || /^georgia$/i.test(plain)) return undefined;
  return countryByName(plain);
}
