/** What an answer says of where a partner is registered, and the words of it that hold its own date. */
import { clearCountry, mainlandStart, placeCandidates } from '../places/candidates.ts';
import { simplify } from '../places/han.ts';
import { countryMentions } from '../places/mentions.ts';
import { maxInput } from '../reading.ts';
import { saysMaybe, saysUnknown } from './tidy.ts';

export interface RegisteredWhere {
  /** The text without what is said of removals, other companies, old beliefs and other calendars. */
  readonly text: string;
  /** True: in the mainland. False: a company in China is spoken of, and it is not said which of the two is meant. */
  readonly inChina?: boolean;
}

const cities =
  '北京|上海|天津|重庆|深圳|广州|苏州|南昌|赣州|九江|杭州|南京|无锡|宁波|青岛|大连|厦门|武汉|成都|西安|长沙|合肥|东莞|佛山|珠海|昆山|常州|嘉兴|济南|沈阳|福州|郑州|江苏|浙江|广东|江西|山东|福建|湖南|湖北|四川|海南';
const china = `(?:中国(?!香港|澳门|台湾)|国内|中国境内|(?<!国)境内(?!外)|大陆|内地|本地|${cities})`;
const set = '(?:注册|登记|成立|设立|设的|开的|办的|拿的执照)';
const here = new RegExp(`${china}[^,，。;；]{0,12}?${set}|${set}[地在于]*[^,，。;；]{0,4}${china}`);
const subsidiary = new RegExp(
  `(?:在华|中国|国内|${cities})的?(?:那[个家])?(?:全资|独资|合资|控股)?(?:子公司|分公司|分校|公司|法人|实体)`,
);
const speaksOfChina = new RegExp(`在华|中国公司|(?<!韩)国内|中国境内|${cities}`);
const denied = /不是|并非|非在|(?<!除)非(?!洲|盈|营)|没有?|未|不在|不算|无(?!锡)/;
const apart =
  /不参加|不参与|没参加|没参与|没有参(?:加|与)|未参(?:加|与)|不(?:是|算)合作|不掺和|另外的事|无关|没关系|不相干/;
const others = /搬|迁(?!移费)|以为|当成|记成|改版|换了(?:地址|地方)/;
const era =
  /[(（,，、]?\s*(?:也就是|即|就是|相当于|换算)?(?:日本)?(?:昭和|平成|令和|大正|明治|民国)(?:元|[\d〇零一二三四五六七八九十]+)年?\s*[)）]?(?:也就是|即|就是|换算)?/g;
const year = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/g;

const branch = new RegExp(
  `(?:在华|中国|国内|${cities})[^,，。;；总]{0,6}(?:子公司|分公司|分校|分部|工厂|厂|代表处|办事处|公司|那[家边])`,
);
const parent = /(?:总部|母公司|总公司|本部|本校|他们本身|它本身)(?![^,，。;；]{0,4}(?:没有?|不|未)参)/;
const looking = /^(?:我|让我)?[看查翻想]{1,2}(?:一?下)?[.。…]+/;
/** 德国总部没有参加进来, at the end of a long sentence without pauses. */
const headOffice = /(?:\p{Script=Han}{2})?(?:总部|母公司|总公司)(?:都|也)?(?:没有?|不|未)参[加与][^,，。;；]*/gu;
const signs = '〇一二三四五六七八九';

/** 二零一二年 → 2012年. */
function inDigits(text: string): string {
  return text.replace(/(?:一[五六七八九]|二[〇零○oO])[〇零○oO一二三四五六七八九]{2}(?=年)/g, (hit) =>
    [...hit].map((sign) => Math.max(0, signs.indexOf(sign))).join(''),
  );
}

/** Leaves only the clauses on the partner's own registration. */
export function readRegisteredWhere(text: string): RegisteredWhere {
  const plain = inDigits(text.slice(0, maxInput).normalize('NFKC').replace(looking, '')).replace(
    headOffice,
    '，总部没参与，',
  );
  const own = ownClauses(plain);
  // Of several dates the one of the registration: 团队2012年就有了，公司2019年注册.
  const dated = own.filter((clause) => dates.test(clause));
  const exact = dated.filter((clause) => /注册|登记/.test(clause));
  const kept =
    exact.length === 1 && dated.length > 1 && !/集团|母公司|总公司/.test(plain)
      ? own.filter((clause) => !dated.includes(clause) || exact.includes(clause))
      : own;
  const said = kept.join('，');
  const plainYear = [...said.matchAll(year)].length > 0 ? said.replace(era, '') : said;
  const inChina = chinaIn(kept);
  return { text: shortened(plainYear === '' ? plain : plainYear), ...(inChina === undefined ? {} : { inChina }) };
}

const dates = /[\d〇零一二三四五六七八九]{2,4}年/;

/** Without what takes no part （上海那家是它2015年设的子公司，不参加） and without removals and old beliefs. */
function ownClauses(text: string): string[] {
  return text.split(/[;；。\n]+/).flatMap((sentence) => {
    const clauses = clausesOf(sentence);
    return clauses.filter((clause, i) => {
      const next = clauses[i + 1];
      // 苏州子公司是2016年开的，总部哪一年没查过: the branch has its own year.
      if (
        /^(?:它的?|他们)?(?:母公司|总公司)[^,]{0,8}\d{4}/.test(clause) &&
        clauses.some((each) => /(?:跟|和|与)我们|这家/.test(each) && dates.test(each))
      )
        return false;
      if (
        /^(?:我们|本|咱们?)(?:单位|学校|公司|医院|[院所校司方])[^,]{0,8}\d{4}/.test(clause) &&
        clauses.some((each, at) => at !== i && dates.test(each))
      )
        return false;
      if (branch.test(clause) && !withParent.test(clause) && clauses.some((each, at) => at !== i && parent.test(each)))
        return false;
      if (apart.test(clause) || others.test(clause)) return false;
      return next === undefined || !apart.test(next) || namesOwner(next) || !speaksOfChina.test(clause);
    });
  });
}

/** 德国总部没有参加: the clause says itself who takes no part. */
function namesOwner(clause: string): boolean {
  return clause.search(apart) > 1;
}

function clausesOf(text: string): string[] {
  return text
    .split(/[,，;；。\n]+|(?<!只)(?=不过)|(?=但是|然而)|(?<!不)(?=但(?!是))/)
    .filter((clause) => clause.trim() !== '');
}

/** 2012年在太仓注册: a town of the mainland. */
function atHome(clause: string): boolean {
  if (here.test(clause)) return true;
  const where = /在([\p{Script=Han}]{2,6}?)(?:那边|当地|市|县)?(?:注册|登记|成立|设立)/u.exec(clause)?.[1] ?? '';
  return (
    where.length > 1 &&
    (mainlandStart(where) !== undefined || clearCountry(where, placeCandidates(where))?.mainland === true)
  );
}

/** 我们跟母公司签: the company in China is not the partner. */
const withParent =
  /(?:跟|和|与|同|是)[^,，。;；]{0,6}(?:母公司|总公司|总部|本部)[^,，。;；]{0,6}(?:签|合作|做|申报|谈)|(?:母公司|总公司|总部)(?:直接)?(?:跟|和|与)我们?/;

function chinaIn(clauses: readonly string[]): boolean | undefined {
  if (clauses.some((clause) => /[?吗]/.test(clause)))
    return clauses.some((clause) => speaksOfChina.test(clause)) ? false : undefined;
  if (clauses.some((clause) => withParent.test(clause))) return undefined;
  const about = clauses.filter((clause) => speaksOfChina.test(clause) || atHome(clause));
  if (about.length === 0) return undefined;
  const affirmed = about.filter(
    (clause) => !denied.test(clause.replace(/没(?:有)?(?:别的|其他)|德国总部没[^,，]*/g, '')),
  );
  if (affirmed.some(atHome)) return true;
  if (affirmed.some((clause) => subsidiary.test(clause) && /签|合作|报/.test(clause))) return true;
  // 非在华机构, 在中国没有子公司: nothing of it is in China.
  return affirmed.length > 0 ? false : undefined;
}

/** Of a long sentence without pauses the words from its only year to 注册. */
function shortened(text: string): string {
  const years = [...text.matchAll(year)];
  if (years.length !== 1 || text.length < 24 || saysMaybe(text) || /[?吗]|左右|大概|约|前后/.test(text)) return text;
  const at = years[0]?.index ?? 0;
  const clause = clausesOf(text.slice(at))[0] ?? '';
  const end = /注册|登记|成立|设立|创办|建校/.exec(clause);
  return end ? clause.slice(0, end.index + end[0].length) : text;
}

/** 肯定是在德国注册的，哪一年不记得了: where is known though the year is not. */
export function saysAbroad(text: string): boolean {
  return text.split(/[,，;；。\n]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u).some((clause) => {
    if (!/注册|登记|成立/.test(clause) || saysUnknown(clause) || saysMaybe(clause) || denied.test(clause)) return false;
    if (/[?？吗]|哪(?:里|儿|个)|子公司|分公司|应该|打算|准备/.test(clause)) return false;
    return countryMentions(simplify(clause)).some(({ country }) => !country.mainland) || /境外|国外|海外/.test(clause);
  });
}
