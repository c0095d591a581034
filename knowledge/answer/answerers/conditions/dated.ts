/** Of whom the dates of a question speak: a birth date, the applying unit's registration, or the partner's. */
import { type Asked, named } from '../../asked.ts';
import { datesWithin, type WrittenDate } from '../../entities/dates.ts';

export interface Dated {
  value: string;
  of: 'birth' | 'unit' | 'partner';
}

const birth =
  /^.{0,6}?(?:出?生(?!效|产|物|态|命)|生人|生日|的人|岁|\s*\(?born)|^的(?=但|却|行|能|可以|可不|人|就|呢|吗|还|也|才|[,。?!]|$)|^\)?(?:年|月|日|号)?(?:的)?(?:教授|副教授|老师|博士|研究员|人)/;
const birthBefore =
  /(?:户口[本簿]?|身份证|出生|生于|生日|生年|出世|年龄|born(?: on| in)?|birth(?:day| date)?)[^,。;?!]{0,8}$/;
const founded =
  /注册|成立|登记|设立|创办|创立|开办|组建|开业|建立|建的|办的|新办|开的|执照|[领拿下发]的照|法人证|登记证|领证|拿证|拿照|领照|下照|发照|工商|挂牌|founded|registered|established|set up|incorporated|startup|started|began|opened/;
const partner =
  /外方|境外|国外|海外|对方|合作方|合作伙伴|伙伴|老外|外国|他们|那边|他国|外企|合作单位|(?<!(?:chinese|jiangxi|domestic|local) )partner|overseas|foreign|abroad|they|their/;
/** 在香港注册, 喺港登记: stands right before such a place. */
const placed = /(?:在|于|从|喺|拿的?|\bin )$/;
const cities =
  '(?:江西|南昌|九江|景德镇|宜春|上饶|赣州|鹰潭|新余|吉安|萍乡|抚州|贵溪|井冈山|瑞昌|丰城|高安|樟树|德兴|月湖)';
/** 在抚州拿的执照, 新余登记的. */
const placedHere = new RegExp(
  `(?:在|于|从|喺)(?:我们|江西)?${cities}|${cities}(?:市|县|区|本地|这边|那边)?(?:注册|登记|成立|办|开|领|拿|设|挂牌)|\\bin (?:jiangxi|nanchang|jiujiang|ganzhou|yichun|shangrao|pingxiang|xinyu|yingtan|jingdezhen)\\b`,
);
/** 到今年也快一年了, 今年才满: the year from which somebody counts back. */
const untilNow = /(?:到|至|截至|截止|算到)$/;
const own =
  /[我俺咱侬吾]们?(?:的|家|这)?公[丝斯]|[我俺咱]们?(?:的|家|这)?(?:公司|单位|企业|厂|所|院|学校|医院)|我司|(?<!日)本公司|本单位|咱们?公司|江西|在赣|南昌|赣州|九江|申报单位|牵头单位|our company|we were|jiangxi/;

/** The dates that speak of one of these; `thisYear` is what 去年 counts from. */
export function datedIn(asked: Asked, today: string): Dated[] {
  const written = datesWithin(asked.text, Number(today.slice(0, 4)));
  return written.flatMap((date) => {
    if (date.how === 'relative' && (!founded.test(asked.text) || isToday(date, asked.text))) return [];
    const of = whose(date, asked, written.length);
    if (of === undefined) return [];
    const value = of === 'birth' ? asBirth(date, today) : date.value;
    return [{ value: bounded(value, asked.text.slice(date.end)), of }];
  });
}

/** 1965年6月1日之前 means the day before at the latest, 2022年以后 the next year at the earliest. */
function bounded(value: string, after: string): string {
  const step = /^(?:之|以)?前(?!后)/.test(after) ? -1 : /^(?:之|以)后/.test(after) ? 1 : 0;
  if (step === 0 || value.length === 7) return value;
  if (value.length === 4) return String(Number(value) + step);
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + step)).toISOString().slice(0, 10);
}

/** Nobody who leads a project was born in this century's short years. */
function asBirth({ value, how }: WrittenDate, today: string): string {
  const young = Number(today.slice(0, 4)) - 18;
  return how === 'short' && Number(value.slice(0, 4)) > young ? `19${value.slice(2)}` : value;
}

/** 2019年拿的博士, beside the date of birth. */
const career = /^[年月日号\d]{0,8}[^,，。;；年月日号\d]{0,3}(?:拿|获|取得|毕业|评|入职|参加工作|晋升|聘)/;
/** Whoever leads a project was born before. */
const latestBirth = '2006';

function whose(date: WrittenDate, asked: Asked, count: number): Dated['of'] | undefined {
  const { text, concepts } = asked;
  const clause = clauseAround(text, date);
  const before = clause.text.slice(0, clause.at);
  const after = clause.text.slice(clause.at + (date.end - date.start));
  const isBirth = birth.test(after) || (birthBefore.test(before) && !career.test(after));
  const adult = Number(date.value.slice(0, 4)) < Number(latestBirth);
  if (isBirth && adult && !founded.test(clause.text.slice(clause.at).slice(0, 18))) return 'birth';
  const registers =
    founded.test(clause.text) ||
    (date.how !== 'relative' && count === 1 && (concepts.has('registration') || concepts.has('registration-age')));
  if (registers && !(concepts.has('lead-age') && !founded.test(text)))
    return isPartner(asked, clause.text) ? 'partner' : 'unit';
  if (concepts.has('lead-age') || concepts.has('lead-birth'))
    return count > 1 && !isBirth && (!adult || career.test(after)) ? undefined : 'birth';
  const year = Number(date.value.slice(0, 4));
  return year >= 1930 && year <= 2000 && (concepts.has('lead') || concepts.has('lead-other')) && count === 1
    ? 'birth'
    : undefined;
}

function isToday({ start, end }: WrittenDate, text: string): boolean {
  return (
    untilNow.test(text.slice(0, start)) || /^(?:也|就|才|都|刚|正好|快|差不多)*(?:满|快?一年|够)/.test(text.slice(end))
  );
}

/** Whether the clause says that it stands abroad (我们公司在香港注册), or in Jiangxi (在抚州拿的执照); undefined: neither. */
function placedAbroad(asked: Asked, clause: string): boolean | undefined {
  const from = asked.text.indexOf(clause);
  const here = ({ start, end }: { start: number; end: number }) => start >= from && end <= from + clause.length;
  if (placedHere.test(clause)) return false;
  const countries = [...named(asked, 'country'), ...named(asked, 'place')].filter(here);
  return countries.some(({ start }) => placed.test(asked.text.slice(0, start))) ? true : undefined;
}

function isPartner(asked: Asked, clause: string): boolean {
  const stands = placedAbroad(asked, clause);
  if (stands !== undefined && !(stands === false && partner.test(clause))) return stands;
  if (own.test(clause) && !partner.test(clause)) return false;
  if (partner.test(clause)) return true;
  const abroad =
    named(asked, 'country').length > 0 || named(asked, 'party').length > 0 || named(asked, 'place').length > 0;
  return !own.test(asked.text) && (partner.test(asked.text) || abroad || asked.concepts.has('us-partner'));
}

const clauseEnds = [...',，。;；?？!！', '. '];

function clauseAround(text: string, { start, end }: WrittenDate): { text: string; at: number } {
  const from = Math.max(...clauseEnds.map((sign) => text.lastIndexOf(sign, start - 1))) + 1;
  const stops = clauseEnds.map((sign) => text.indexOf(sign, end)).filter((at) => at >= 0);
  return { text: text.slice(from, Math.min(text.length, ...stops)), at: start - from };
}
