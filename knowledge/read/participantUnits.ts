/** The units that an answer about the participants names, each with the side it stands on. */
import type { Partner } from '../facts.ts';
import { spelledBySound } from '../places/bySound.ts';
import { clearCountry, placeCandidates } from '../places/candidates.ts';
import { countries } from '../places/country.ts';

export type Side = 'overseas' | 'domestic' | 'own' | 'strange';

/** A unit named in a clause: where, on which side, and its name when it has one. */
export interface UnitMention {
  readonly clause: number;
  readonly start: number;
  readonly end: number;
  readonly side: Side;
  readonly name?: string;
}

const overseasWords =
  /老外|洋人|境外|国外|海外|外国|外方|外单位|外企|外商|(?<![地双各甲乙我中])(?:[德日韩美英法俄港澳台泰越意捷西葡荷瑞挪芬波匈奥印新马加墨巴智秘埃肯以]方)|对方(?!单位)|合作方|合作伙伴/;
const domesticWords =
  /国内|境内|省内|本省|我省|市里|县里|当地龙头|江西|中科院|中国|农科院|清华|北大|复旦|同济|[交浙南中]大(?!学[\p{Script=Han}])|中南|华中|华东|华南|华北|东北|西北|西南|[\p{Script=Han}]{2}[省市县区乡镇]/u;
const ownWords = /我们|咱们?|我方|我校|我院|我所|我司|我单位|我公司|本单位|本校|本院|本公司|申报单位|牵头单位/;
const suffix =
  '(?:公司|大学|学院|学校|农大|师大|理工|财大|研究所|研究院|研究中心|科学院|农科所|农科院|科研所|医院|集团|中心|企业|合作社|药厂|制药|厂|[药实种乳牧渔茶酒矿]业|农业|科技|机械|精工|材料|化工|生物|协会|学会|基地|实验室|站|所|院|university|institute|gmbh|ltd|inc)';
const named = new RegExp(`^(.*${suffix})`, 'u');
const connectors = new RegExp(
  [
    '、|以及|还有|另有|另外|加上|外加|再加|然后|接着|完了|其次|之后|后[面头]|前[面头]|除了?|或者?',
    '(?<![泰共永人祥谐])和(?!平|谐)|(?<!参)与|跟|同(?=[德日韩美我])|(?<!埃)及',
    '(?<![编])排(?!放|水)|(?<!色)列(?=[在第为])|(?<!解)放(?=[在第])|写|第[一二三四五1-5](?:个|位|家|名|参与单位)?(?!附属|人民|中学|医院|临床|\\p{Script=Han}{0,2}厂)|头一?[个家名]|打头|首位|最[前后]',
    '(?<=有限公司)(?=\\p{Script=Han})|是(?!否)|(?<!华)为(?=[第\\p{Script=Han}])|(?<![国所没])有(?!限|色|机)|叫|名字|在|由|[拉找请](?=了|上|着|来)|了(?=个|一|俩|两)|只|仅|就|都(?=[排是有])|也|还|[:]|\\d+[.)]?',
  ].join('|'),
  'gu',
);
const foreignNames = countries
  .filter((each) => !each.mainland)
  .flatMap((each) => [each.zh, ...each.names])
  .filter((name) => [...name].length >= 2);
/** Whether a country or region abroad is named. */
export function namesCountry(text: string): boolean {
  return foreignNames.some((name) => text.includes(name));
}

/** 萨斯卡通作物公司: the part of the name that is its own is spelt by sound. */
function soundsForeign(name: string): boolean {
  return spelledBySound(name.replace(/(?:大学|学院|研究|公司|有限|技术|科技|医学|农业|理工|作物|生命|生物).*$/, ''));
}

/** University of Utah: under what Chinese name it goes is not known. */
export function namedInLatin({ name }: Partner): boolean {
  return name !== undefined && !/\p{Script=Han}/u.test(name);
}

/** 佳友药业, beside partners whose names are known: of the country itself. */
export function looksDomestic(name: string | undefined): name is string {
  return name !== undefined && !soundsForeign(name) && /^\p{Script=Han}+$/u.test(name);
}

/** The units of the clauses, in the order in which they are named. */
export function unitsIn(parts: readonly string[], partners: readonly Partner[]): UnitMention[] {
  const found: UnitMention[] = [];
  for (const [clause, part] of parts.entries()) {
    for (const { text, start } of chunksOf(part)) {
      const mention = mentionIn(text, partners, found);
      if (mention) found.push({ ...mention, clause, start, end: start + text.length });
    }
  }
  return found;
}

function chunksOf(part: string): { text: string; start: number }[] {
  const chunks: { text: string; start: number }[] = [];
  let from = 0;
  for (const hit of [...part.matchAll(connectors), undefined]) {
    const end = hit?.index ?? part.length;
    if (end > from) chunks.push({ text: part.slice(from, end), start: from });
    if (hit) from = hit.index + hit[0].length;
  }
  return chunks;
}

const lead =
  /^(?:参与(?:的)?(?:单位)?|合作|一起|还|的|个|家|位|名|叫|[一两俩二三2-3]+[家个所]|[俩]|单位|方面|表上|顺序|排位|排序|依次|分别|再|了|着)+/;

function mentionIn(
  chunk: string,
  partners: readonly Partner[],
  before: readonly UnitMention[],
): Pick<UnitMention, 'side' | 'name'> | undefined {
  const text = chunk
    .replace(lead, '')
    .replace(/[的地得了吧]+$/, '')
    .replace(/^(?:国内|境内|省内)的?(?=.{4})/, (hit) =>
      startsAtHome(chunk.slice(chunk.indexOf(hit) + hit.length)) ? '' : hit,
    )
    .replace(/^\p{Script=Han}{2,4}的(?=\p{Script=Han}{6})/u, (hit) => (namesCountry(hit) ? hit : ''));
  if ([...text].length < 2) return undefined;
  if (/^[也都再]?(?:没|无(?!锡)|未|不(?!来梅|丹|列颠|伦))|别的|其[他它]|别家|别人/.test(text)) return undefined;
  const known = partners.some((partner) => speaksOf(text, partner));
  const name = named.exec(text)?.[1];
  if (known || overseasWords.test(text) || namesCountry(text))
    return { side: 'overseas', ...(name === undefined ? {} : { name }) };
  if (ownWords.test(text)) return { side: 'own' };
  const same = before.find((each) => each.name !== undefined && sameUnit(text, each.name));
  if (same) return { side: same.side, ...(same.name === undefined ? {} : { name: same.name }) };
  const generic = /^(?:国内|境内|省内|本省|江西)/.test(text) && /单位|企业|机构|方$|那家|那边|的$|这家/.test(chunk);
  const athome = startsAtHome(text);
  if (name === undefined && athome && /^\p{Script=Han}{4,12}$/u.test(text) && !/[排签放列]|那[家边个]/.test(text))
    return { side: 'domestic', name: text };
  if (name === undefined && !generic) return undefined;
  if (name !== undefined && [...name].length < 3) return undefined;
  if (
    name !== undefined &&
    /^(?:那|这|某|几|多)?[家个]?(?:公司|大学|学院|研究所|研究院|医院|企业|中心|单位)$/.test(name)
  )
    return undefined;
  const side: Side = domesticWords.test(text) || athome ? 'domestic' : 'strange';
  if (side === 'strange' && partners.length > 0 && !partners.some(namedInLatin) && looksDomestic(name))
    return { side: 'domestic', name };
  return { side, ...(name === undefined ? {} : { name }) };
}

/** 蔚山研究院, 捷克公司, 卡梅尔, 高屏大学 for 高屏生技医学大学: a known partner by a part of its name, its city or its country. */
function speaksOf(text: string, { name, country, city }: Partner): boolean {
  const town = city?.replace(/[（(].*$/, '').replace(/[市州省县府]$/, '');
  if (town !== undefined && town.length > 1 && text.includes(town)) return true;
  if (country !== undefined && text.includes(country)) return true;
  if (name === undefined) return false;
  const head = name.replace(/(?:大学|学院|研究|公司|有限|技术|科技|医学|农业|理工|医院|中心|株式).*$/, '');
  return (
    text.includes(name) ||
    (head.length > 1 && text.includes(head)) ||
    (text.length > 3 && (name.includes(text) || isWithin(text, name)))
  );
}

/** 瑞康, 中医药大学, 南昌那家: a unit named before, by a part of its name. */
function sameUnit(text: string, name: string): boolean {
  const short = text.replace(/(?:那|这)?(?:家|个|边|所|院|公司|企业|单位)?$/, '');
  if (short.length < 2) return false;
  // 江西师大 is 江西师范大学.
  return name.includes(short) || short.includes(name) || (short.length > 2 && isWithin(short, name));
}

/** Whether the signs of one stand in the other in the same order, from its beginning on. */
function isWithin(short: string, name: string): boolean {
  let at = 0;
  for (const sign of name) if (sign === short.charAt(at)) at += 1;
  return at === short.length && name.startsWith(short.slice(0, 2));
}

function startsAtHome(text: string): boolean {
  const signs = [...text];
  return [2, 3].some((length) => {
    const head = signs.slice(0, length).join('');
    return signs.length > length && clearCountry(head, placeCandidates(head))?.mainland === true;
  });
}
