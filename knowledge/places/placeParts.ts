import { isPlaceOf, mainlandStart, placeCandidates } from './candidates.ts';
import { countryByName } from './country.ts';
import { simplify } from './han.ts';
import type { Mention } from './mentions.ts';
import { bareName } from './partnerName.ts';
import { stateCodes } from './states.ts';

/** A piece of an answer: where the partner is, or what it is called. */
export interface Part {
  kind: 'place' | 'name';
  text: string;
}

const organisation =
  /(?:大学|学院|学校|研究院|研究所|研究中心|研究会|科学院|工程院|公司|集团|株式会社|医院|中心|实验室|协会|学会|基金会|机构|工厂|医学部|分校|校区|[^在场派址近]所|[^法分]院|厂|局|联盟|university|universit|institut|college|school|academy|laborator|hospital|centre|center|company|corp|inc\.?|ltd\.?|gmbh|\bag\b|s\.a\.|polytechnic|\blab\b)/i;
const longestPlace = 40;
const intro =
  /^(?:就是|我们?|我方|我校|我院|我司|本校|本院|单位|学校)*(?:的|要|想|会|将|准备|打算|计划)*(?:和|与|跟|同)?(?:境外|外方|国外|海外|外国|对方)?(?:的)?(?:合作)?(?:单位|方|伙伴|机构|对象)?(?:的)?(?:名称|名字|全称)?(?:是|叫做|叫|为|有)?[:：]?\s*(?:一家|一所|一个)?/;
const outro = /(?:合作|一起做|共同申报|联合申报|签了协议|吧|呢|啊|呀|哦|的)+$/;
const located =
  /(?:坐落于|座落于|位于|地处|地址(?:是|为|在)?|城市(?:是|为)?|国家(?:是|为)?|所在地(?:是|为)?|总部在|总部设在|设在|在|来自):?\s*/;

/** Takes an answer apart at commas, brackets, 在 and 的; `text` is half width, `mentions` are its countries. */
export function partsOf(text: string, mentions: readonly Mention[]): Part[] {
  const codes = [...new Set(mentions.map((mention) => mention.country.code))].slice(0, 4);
  const found: Part[] = [];
  for (const segment of segmentsOf(text).slice(0, 24)) found.push(...readSegment(segment, codes));
  const names = found.filter((part) => part.kind === 'name');
  const places = found.filter((part) => part.kind === 'place');
  return [...joinRemarks(text, places), ...names.sort((a, b) => rank(a) - rank(b))];
}

/** Overseas organisations first, then other words, then those of the mainland. */
function rank({ text }: Part): number {
  if (mainlandStart(text) !== undefined || text.startsWith('中国')) return 2;
  return organisation.test(simplify(text)) ? 0 : 1;
}

function segmentsOf(text: string): string[] {
  return text
    .split(
      /[,，、;；。!！?？\n\t()[\]【】「」『』“”"《》/|]+|(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})|\s+-+\s+|(?<=大学|学院|公司|研究院|研究所)(?:一起|共同)?[和与跟同及]/u,
    )
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readSegment(segment: string, codes: readonly string[]): Part[] {
  const whole = placePart(segment, codes);
  if (whole) return whole;
  const cut = segment.replace(intro, '').replace(outro, '') || segment;
  const [before = '', ...after] = cut.split(located);
  if (after.length > 0 && (before === '' || organisation.test(before) || placePart(after.join(''), codes))) {
    return [
      ...(before === '' ? [] : readClause(before, codes)),
      ...after.flatMap((clause) => readClause(clause, codes)),
    ];
  }
  return readClause(cut, codes);
}

/** 塔吉克斯坦杜尚别的塔吉克斯坦科学院化学所: a place, 的, a name. */
function readClause(clause: string, codes: readonly string[]): Part[] {
  const text = clause
    .replace(/^(?:的|是|叫|为|:|\s)+/, '')
    .replace(outro, '')
    .trim();
  if (text === '') return [];
  const whole = placePart(text, codes);
  if (whole) return whole;
  for (const match of text.slice(0, longestPlace).matchAll(/的/g)) {
    const before = placePart(text.slice(0, match.index), codes);
    const rest = text.slice(match.index + 1).replace(/^(?:一家|一所|一个)/, '');
    if (before && rest !== '') return [...before, ...namePart(rest, codes)];
  }
  return namePart(text, codes);
}

/** The text as a country, a place, or a country with a place behind it; undefined if it is something else. */
function placePart(text: string, codes: readonly string[]): Part[] | undefined {
  if (text.length > longestPlace) return undefined;
  const simple = simplify(text)
    .replace(outro, '')
    .replace(/(?:那边|那里|当地)$/, '');
  const country = countryByName(simple);
  if (country && isStateToo(simple, country.code, codes)) return [{ kind: 'place', text: simple }];
  if (country) return isAlsoCity(simple, country.code) ? [{ kind: 'place', text: simple }] : [];
  if (simple.length < 2) return undefined;
  const { rest } = withoutCountryName(simple);
  if (rest === '') return [];
  if (isPlace(rest, codes)) return [{ kind: 'place', text: rest }];
  const marked = /^\p{Script=Han}{1,10}?(?:州|省|府|道|大区|[都县])(?=\p{Script=Han}{2,10}$)/u.exec(rest)?.[0];
  if (marked && isPlace(marked, codes) && isPlaceLike(rest.slice(marked.length), codes))
    return [{ kind: 'place', text: rest }];
  return rest !== simple && /^\p{Script=Han}{2,10}[市州省县郡町]$/u.test(rest) && !organisation.test(rest)
    ? [{ kind: 'place', text: rest }]
    : undefined;
}

function isPlaceLike(text: string, codes: readonly string[]): boolean {
  return isPlace(text, codes) || (!organisation.test(text) && /^\p{Script=Han}{2,8}[市县郡町区镇村]?$/u.test(text));
}

function isPlace(text: string, codes: readonly string[]): boolean {
  if (/^[A-Z]{2,}$/.test(text)) return codes.some((code) => stateCodes(text, code).length > 0);
  if (codes.some((code) => isPlaceOf(text, code))) return true;
  if (/^[a-z]/.test(text)) return false;
  const enough = /^\p{Script=Han}{2}$/u.test(text) ? 20_000 : 5000;
  return placeCandidates(text).some((candidate) => candidate.weight >= enough || candidate.listed);
}

/** 新加坡, 澳门 and 香港 are a country or region and a city at once. */
function isAlsoCity(text: string, code: string): boolean {
  return (
    ['SG', 'HK', 'MO', 'LU', 'MC', 'KW', 'PA', 'DJ', 'GT'].includes(code) && isPlaceOf(text, code) && text.length <= 4
  );
}

/** Georgia is the country, or a state of the USA where that is named; alone it is either. */
function isStateToo(text: string, country: string, codes: readonly string[]): boolean {
  if (/^georgia$/i.test(text)) return true;
  return !codes.includes(country) && codes.some((code) => stateCodes(text, code).length > 0);
}

function withoutCountryName(text: string): { country?: string; rest: string } {
  for (let end = Math.min(text.length, 16); end > 1; end--) {
    const country = countryByName(text.slice(0, end));
    if (country) return { country: country.code, rest: text.slice(end).replace(/^(?:的|\s)+/, '') };
  }
  return { rest: text };
}

/** A name; a country or a city with 市 before it is taken off where a place follows (日本香川大学, 高松市香川大学). */
function namePart(text: string, codes: readonly string[]): Part[] {
  const { country, rest } = withoutCountryName(text);
  if (country !== undefined && text.slice(0, text.length - rest.length).endsWith('的')) return namePart(rest, codes);
  const city = /^\p{Script=Han}{2,10}?(?:市|州|省|县|府)(?=\p{Script=Han}{3,})/u.exec(rest)?.[0];
  if (city && isPlace(city, codes) && !/^(?:立|政府)/.test(rest.slice(city.length))) {
    return [{ kind: 'place', text: city }, ...namePart(rest.slice(city.length).replace(/^的/, ''), codes)];
  }
  if (country !== undefined && /^(?:的|那边|一?[家所个])*(?:公司|单位|机构|企业|学校|高校)$/.test(rest)) return [];
  const name = bareName(country !== undefined && startsWithPlace(rest, codes) ? rest : text);
  return isName(name, codes.length > 0) ? [{ kind: 'name', text: name }] : [];
}

function startsWithPlace(text: string, codes: readonly string[]): boolean {
  for (let end = Math.min(text.length - 2, 10); end > 1; end--) {
    if (codes.some((code) => isPlaceOf(text.slice(0, end), code))) return true;
  }
  return false;
}

/** An organisation by its words, an acronym or several Latin words; a single Latin word only beside a country. */
function isName(text: string, known: boolean): boolean {
  const simple = simplify(text);
  return (
    (organisation.test(simple) &&
      !/^(?:公司|大学|学院|单位|研究所|医院|机构|企业|学校|研究院|中心|集团)$/.test(simple)) ||
    /^(?=.*[A-Z].*[A-Z])[A-Z0-9&-]{3,12}$/.test(text) ||
    /^[A-Z][A-Za-z0-9&.-]{2,}(?: [A-Za-z0-9&.'-]+)+$/.test(text) ||
    (known && /^[A-Z][A-Za-z0-9&.-]{2,}$/.test(text))
  );
}

/** A state in brackets right behind a city stays with it: 路易斯维尔（科罗拉多州）. */
function joinRemarks(text: string, places: readonly Part[]): Part[] {
  const kept: Part[] = [];
  for (const place of places) {
    const last = kept.at(-1);
    if (last && text.includes(`${last.text}(${place.text})`))
      kept[kept.length - 1] = { kind: 'place', text: `${last.text}（${place.text}）` };
    else kept.push(place);
  }
  return kept;
}
