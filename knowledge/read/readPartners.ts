/** What an answer says of the partners beside name and place: none at all, several at once, of which kind they are. */
import type { Partner, PartnerKind } from '../facts.ts';
import { simplify } from '../places/han.ts';
import { countryMentions } from '../places/mentions.ts';
import { readPlace } from '../places/readPlace.ts';
import { spokenPlace } from '../places/spokenPlace.ts';
import { maxInput } from '../reading.ts';
import { plainSpeech } from './plainSpeech.ts';
import { saysUnknown } from './tidy.ts';

const none =
  /^(?:目前|现在|暂时|我们|还|尚|都|确实|真的|呃|嗯|哎)*(?:还没有?|没有|没|无|暂无|尚无|尚未|未)(?:有|找到|找|落实|谈妥|谈成|着落)?(?:任何)?(?:境外|国外|外方|合作|具体|合适|靠谱|满意|理想)*(?:的)?(?:合作)?(?:单位|伙伴|方|对象|人家)?(?:呢|哈|了|。)?$/;

/** 没有境外单位，想先报: the first clause says that there is none. */
export function saysNoPartner(text: string): boolean {
  const [start = '', ...rest] = plainSpeech(text.normalize('NFKC'))
    .trim()
    .split(/[,;。]/);
  // 没定，可能是德国 is no answer yet.
  return (
    none.test(start) && (rest.join('') === '' || (!/没定/.test(start) && readPlace(rest.join(','))?.is !== 'value'))
  );
}

/** 以色列的一家公司: the kind is said though the name is not. */
const nameless: readonly (readonly [RegExp, PartnerKind])[] = [
  [/[一是][家个](?:[\p{Script=Han}]{0,6})(?:公司|企业)(?![\p{Script=Han}]*[研院所])/u, 'enterprise'],
  [/一[所家个](?:[\p{Script=Han}]{0,4})(?:大学|高校)(?!的)/u, 'university'],
  [/一[所家个](?:[\p{Script=Han}]{0,4})(?:研究所|研究院)/u, 'research-institute'],
];

/** Names that say what their bearer is; those of institutes do not （玉野机械研究所 may be a company）. */
const telling: readonly (readonly [RegExp, PartnerKind])[] = [
  [/医院$/, 'hospital'],
  [/(?:有限公司|公司|株式会社|集团)$|(?<![a-z])(?:gmbh|ltd|inc|corp|s\.?r\.?o|llc|b\.?v)\.?$/i, 'enterprise'],
  [/大学(?:校|院)?$|^university\b|\buniversit(?:y|ät|é|à)\b/i, 'university'],
];

/** The kind of a partner by its name, or by 一家公司 where it is not named. */
export function kindOfPartner(text: string, name: string | undefined): PartnerKind | undefined {
  if (name !== undefined && /国际|世界|联合国|全球/.test(name)) return undefined;
  const named = name === undefined ? undefined : telling.find(([words]) => words.test(name.trim()))?.[1];
  return named ?? nameless.find(([words]) => words.test(text))?.[1];
}

/** Where the next partner begins: 第二家, 另外还有一家, ②. */
const turn =
  /(?=(?:^|(?<=[,，、;；。:：\n\s和与及]))\s*(?:第[一二三123](?:家|个)|(?:另外?|还有|另有|此外)*(?:还有)?[一另][家个所](?!的)|(?:另外|还有|另有|此外|再有)|[一二三123][.、)](?!\d)|[①②③]|[甲乙丙](?=[是:：方])))|(?=[①②③])|(?<=[;；。\n])/u;
const saysSeveral =
  /[两俩二三23]个?(?:家|个(?:境外|国外|合作)?单位|所|方)|第[二2][家个]|另外?[一1]?[家个所]|还有[一1][家个所]|②|一[家所].*一[家所]|甲.*乙/;
const opening =
  /^(?:[两俩][,，、])?(?:\s*(?:第[一二三123][家个]|头一?[个家]|(?:另外?|还有|另有|此外)*(?:还有)?[一另]?[家个所](?=是|叫|在|为|\p{Script=Han})|另外|还有|另有|此外|再有|[一二三123][.、)]|[①②③]|[甲乙丙]方?(?=[是:：]))(?:是|叫|为|[:：])?)+/u;

/** 一家法国第戎的…，一家韩国罗州的…: each with its own country, or it is asked for one at a time. */
export function severalPartners(text: string): Partner[] | undefined {
  if (text.length > maxInput) return undefined;
  const plain = spokenPlace(text);
  const counted = saysSeveral.test(text);
  for (const pieces of [plain.split(turn), byCountry(plain)]) {
    const groups = pieces.map((piece) => piece.replace(opening, '')).filter((piece) => /\p{L}{2}/u.test(piece));
    const partners = groupsOf(groups).map((group) => partnerIn(group, counted));
    const found = partners.flatMap((partner) => (partner ? [partner] : []));
    if (found.length > 1 && found.length === partners.length && differ(found))
      return [...found, ...notNamed(text, found.length)];
  }
  return undefined;
}

/** 三家：德国…、日本…，还有一家哪国的不清楚: the third is there, and its place is asked for. */
function notNamed(text: string, found: number): Partner[] {
  return found === 2 && /(?<![第十\d])[三3](?:家|所|个(?:境外|国外|合作)?单位)\s*[:：]/.test(text) ? [{}] : [];
}

/** Cut at the commas and conjunctions in front of a country that was not named just before. */
function byCountry(text: string): string[] {
  const simple = simplify(text);
  const pieces: string[] = [];
  let from = 0;
  let last: string | undefined;
  for (const { country, start } of countryMentions(simple).sort((a, b) => a.start - b.start)) {
    if (country.mainland) continue;
    if (last !== undefined && country.code !== last) {
      const before = simple.slice(from, start);
      const pause = Math.max(
        before.lastIndexOf(','),
        before.lastIndexOf('，'),
        before.lastIndexOf('、'),
        before.lastIndexOf(';'),
        before.lastIndexOf('；'),
        before.lastIndexOf('。'),
        before.lastIndexOf('和'),
        before.lastIndexOf('与'),
        before.lastIndexOf('及'),
        before.lastIndexOf('跟'),
      );
      const at = pause < 0 ? start : from + pause + 1;
      pieces.push(text.slice(from, at));
      from = at;
    }
    last = country.code;
  }
  return [...pieces, text.slice(from)];
}

/** A piece without a place of its own (主要是, 在熊本) goes with the one before. */
function groupsOf(pieces: readonly string[]): string[] {
  const groups: string[] = [];
  for (const piece of pieces) {
    const named = countryMentions(simplify(piece)).some(({ country }) => !country.mainland);
    if (named || groups.length === 0) {
      if (!named) continue;
      groups.push(piece);
    } else groups[groups.length - 1] = `${groups.at(-1)}，${piece}`;
  }
  return groups;
}

function partnerIn(text: string, counted: boolean): Partner | undefined {
  const reading = readPlace(text.replace(/[和与及跟、,，;；。\s]+$/u, ''));
  if (reading?.is !== 'value' || reading.value.country === undefined) return undefined;
  const kind = kindOfPartner(text, reading.value.name);
  // 芬兰的公司，总部在瑞典: without a name or 两家 it is one unit of two countries.
  if (!counted && reading.value.name === undefined) return undefined;
  return { ...reading.value, ...(kind === undefined ? {} : { kind }) };
}

function differ(partners: readonly Partner[]): boolean {
  return new Set(partners.map(({ country, city, name }) => `${country}|${city}|${name}`)).size === partners.length;
}

/** 名字要问下老师, 还没最后定: no partner is told yet. */
export function saysNotYetKnown(text: string): boolean {
  return (
    saysUnknown(text) ||
    /记不住|(?:得|要|还没|没)去?(?:翻(?!译)|找|查)|尚未(?:确定|定|明确|落实)|[还没未]最?后?(?:确定|定下|敲定|选好|谈[妥拢])|定下来|再说吧?$/.test(
      text,
    )
  );
}

const person =
  /(?:^|[,，。;；是找跟和与有])(?:[一那这某]|两|几|(?<=有))[个位名][\p{Script=Han}]{1,8}?(?:人|教授|专家|学者|科学家|博士|老师|朋友|同学|老外|院士|医生|老板|工程师)(?![的们])/u;
const organisation =
  /大学|公司|研究|学院|医院|实验室|中心|机构|单位|企业|学校|协会|集团|[院所厂校]|univers|institut|\b(?:ltd|gmbh|inc|corp|lab)\b/i;

/** 一个法国人，跟老板是老同学: a person, and no unit at all. */
export function saysOnlyPerson(text: string): boolean {
  return (
    person.test(text) &&
    !organisation.test(text.replace(/(?:同|[大中]|母)学|(?:单位|学校|公司)[^,，。;；]{0,6}[没不未]/g, ''))
  );
}

/** 荷兰一家以色列一家，最后跟谁做没定: named, but not chosen. */
export function saysUndecided(text: string): boolean {
  return /[还都]?[没未][^,，。;；]{0,3}(?:定|选好|敲定)|待定|再(?:定|选)$|[没未](?:有)?(?:定|选)下/.test(text);
}
