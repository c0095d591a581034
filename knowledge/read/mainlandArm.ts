/** A company in the mainland named as the partner: 德国莱茵菲德集团的，盖的是“莱茵菲德测量技术（太仓）有限公司”. */
import { clearCountry, placeCandidates } from '../places/candidates.ts';
import { simplify } from '../places/han.ts';
import { countryMentions } from '../places/mentions.ts';
import { maxInput } from '../reading.ts';

export interface MainlandArm {
  /** Where its group is at home. */
  readonly country: string;
  readonly name?: string;
}

const bracketed =
  /([\p{Script=Han}A-Za-z0-9&·.-]{2,24})[（(]([\p{Script=Han}]{2,6})[）)]([\p{Script=Han}]{0,14}公司)/gu;
/** 它在太仓的子公司跟我们签的: no name, but who signs. */
const spokenOf =
  /在(华|中国|[\p{Script=Han}]{2,4}?)的?(?:那[家个])?(?:全资|独资|合资|控股)?(?:子公司|分公司|公司)(?:跟|和|与|同)我[^,，。;；]{0,6}(?:签|合作|做)|(?:签|盖章?)的?是[^,，。;；]{0,6}?在?(华|中国|[\p{Script=Han}]{2,4}?)的?(?:那[家个])?(?:全资|独资|合资|控股)?(?:子公司|分公司)/u;
/** The parent company is the partner after all. */
const notTheArm =
  /(?:跟|和|与|同|是)[^,，。;；]{0,6}(?:母公司|总公司|总部|本部)[^,，。;；]{0,6}(?:签|合作|做|申报)|不(?:参加|参与|掺和)|没参[加与]|不(?:是|算)合作|(?:母公司|总部|总公司)(?:签|盖|直接)/;

/** Why a bracketed name is the partner of the agreement: who signs or works with us is said, or that it is registered here. */
const agreed = /签|盖|协议|合同|合作|联合|参与单位|对接/;
const bought = /买|采购|用过|客户|供应商|供货|代理|经销|竞争|同行|听说|设备|兄弟公司/;
const registers =
  /(?:注册|登记|住所|地址|执照|工商)(?:地|也|就|是|在|于|为|上|的)*([\p{Script=Han}]{2,4})|在([\p{Script=Han}]{2,4}?)(?:工商|市|县|那边|当地)*(?:注册|登记|领|办)/gu;

/** A bracket alone may be of a namesake or of a firm not meant. */
function isPartner(text: string, whole: string): boolean {
  const at = text.indexOf(whole);
  const before =
    text
      .slice(0, at)
      .split(/[。;；]/)
      .at(-1) ?? '';
  const clause = before + (text.slice(at + whole.length).split(/[。;；]/)[0] ?? '');
  if (bought.test(clause)) return false;
  if (agreed.test(clause)) return true;
  const rest = text.replace(whole, '，');
  return [...rest.matchAll(registers)].some(([, one, other]) => startsInMainland(one ?? other ?? ''));
}

function startsInMainland(place: string): boolean {
  return [2, 3, 4].some((length) => place.length >= length && inMainland(place.slice(0, length)));
}

function inMainland(place: string): boolean {
  return /^(?:中国|华)$/.test(place) || clearCountry(place, placeCandidates(place))?.mainland === true;
}

/** The arm and the country of its group; undefined where no such company is spoken of, or another one is the partner. */
export function mainlandArm(text: string): MainlandArm | undefined {
  if (text.length > maxInput || notTheArm.test(text) || /[?？]|吗/.test(text)) return undefined;
  const simple = simplify(text.normalize('NFKC'));
  const lands = new Set(
    countryMentions(simple)
      .map(({ country }) => country)
      .filter(({ mainland }) => !mainland)
      .map(({ zh }) => zh),
  );
  const [country] = lands;
  if (country === undefined || lands.size > 1) return undefined;
  for (const [whole, head = '', place = ''] of simple.matchAll(bracketed)) {
    const own = whole.slice(head.length - ownHead(head).length);
    if (inMainland(place) && isPartner(simple, own))
      return { country, name: own.replace('(', '（').replace(')', '）') };
  }
  const place = spokenOf
    .exec(simple)
    ?.slice(1)
    .find((each) => each !== undefined);
  return place !== undefined && inMainland(place) ? { country } : undefined;
}

/** 盖的是莱茵菲德测量技术 → 莱茵菲德测量技术. */
function ownHead(head: string): string {
  return head.replace(/^.*(?:叫做?|名为|[是为叫的])(?=.{2})/u, '');
}
