/** The agreement with the participating units in China: with whom it is signed, sealed, dated, complete, highlighted. */
import { type DomesticContent, domesticContents, type Written } from '../facts.ts';
import type { Reading } from '../reading.ts';
import { asOfNow } from './asOfNow.ts';
import { everydayWords } from './everydayContents.ts';
import { withLatin } from './latin.ts';
import { tally, withPlainExceptions } from './listed.ts';
import type { Listed } from './listedResult.ts';
import type { Item } from './listedWords.ts';
import { namesUnit } from './namesUnit.ts';
import { ofThisOne } from './ofAnother.ts';
import { hasCalendarDate } from './signedSides.ts';
import { ask, clauses, saysMaybe, saysUnknown, statements, unknown, value } from './tidy.ts';

export interface ReadDomesticAgreement {
  readonly noPartner?: true;
  readonly exists?: boolean;
  readonly sealed?: boolean;
  readonly dateClear?: boolean;
  readonly highlighted?: boolean;
  readonly content?: Written<DomesticContent>;
  /** For each of the units named, whether it signed. */
  readonly signed?: readonly (boolean | undefined)[];
}

type Point = 'sealed' | 'dateClear' | 'highlighted' | 'content' | DomesticContent;

const items: readonly Item<Point>[] = [
  entry('sealed', '章 公章 签章 盖章 签字 签名 红章 大红章 印章 用印 字 签字盖章 印 印鉴 签署'),
  entry('dateClear', '日期 签署日期 签字日期 签署时间 时间 落款 落款日期 签订日期 日子 年月日'),
  entry('highlighted', '高亮'),
  entry('content', '该写的 要写的 写的东西 内容 七项 条款 正文 要素 七项内容 该写的内容 七样 内容条款 里面的内容'),
  entry('goals', '目标 合作目标 项目目标'),
  entry('tasks', '任务分工 分工 职责 任务 职责分工'),
  entry('indicators', '考核指标 指标'),
  entry('fundsSplit', '财政经费分配比例 经费分配 经费 经费比例 经费分配比例 资金分配 资金 钱 分配比例 比例'),
  entry('ip', '知识产权归属 知识产权 产权 知产 ip 产权归属 成果归属 知识产权条款'),
  entry('validity', '有效期 期限 协议期限'),
  entry('disputes', '争议解决 争议 争议处理 纠纷 争端 仲裁 争议解决方式 纠纷解决'),
];

const noPartner =
  /(?:没(?:有)?|无|不含)(?:拉|找|加|带|请|算)?(?:任何|别的|其他)?(?:境内|国内|省内)(?:的)?(?:参与|合作)?(?:单位|伙伴|方)?(?!.{0,4}[签盖])|[就只](?:有)?(?:一家)?外方/;
const otherProject = /(?:另|别的?|其他|其它|上)(?:外|一)?(?:个|的)?(?:项目|课题)/;
const unsigned =
  /(?:没有?|未)(?:跟|和|与|同)[^,]{1,8}签|(?:没有?|未|尚未|不曾)(?:有)?(?:来得及|正式|给)?(?:签|立|订)(?!章|名处|字处|署日期|署时间|全)|没有?(?:书面)?协议|没白纸黑字|口头|没立?字据|(?:再|回头|后面|以后)(?:再)?补签?|补签(?!了)|(?:准备|打算|要|等着?|待|马上|快|正在|下个?(?:周|星期|礼拜)[一二三四五六日天末]?|下个?月|明天|后天|月底|过几天)(?:才|再|就|去|来|给|他们|对方|一起)*签(?!了)|(?:打算|准备|计划|预计|争取|拟)[^,]{0,14}签(?![了过好完])|等[^,]{0,12}签(?:字|署|章|约|(?![了过好完字署订]))(?!了)|签不了|没签成|(?:跟|和|与)这[家个边](?:还|都|也)*没(?:有)?(?:签)?$|协议[^,]{0,3}(?:没有?|无)(?:呢|的)?$|^(?:也|都)?还?没(?:有)?(?:呢)?$/;
const signedForm =
  /签(?:[了过好完下毕的妥订约署]|字了|成|到|上)|已签|签(?:字|署)?(?:盖章)?(?:均|都|已)?(?:齐|全|完)|有(?:一?份)?协议|协议(?:是)?(?:也)?有|^有的?$|^(?:两边|双方|都)?签$|合同有/;
const sentOff = /(?:送|寄|发|拿|交|传)(?:过去|给|到|往)[^,]{0,8}签/;
const otherSeal =
  /章?(?:盖)?的?是(?:学院|院系|系里|部门|科研处|科技处|课题组|财务|个人)的?$|(?:学院|院系|部门|科研处|科技处|课题组|合同专用|财务|项目部|个人)的?(?:公|部门)?章/;
const underWay = /走流程|在办|在弄|在签|会签|快了|正在|在走/;
const hint = '请逐项写：签没签、章、日期、内容、高亮，例如“签了，章和日期齐，内容没写经费比例”。';

/** Clause by clause; a clause that names one of the `units` speaks of that unit until another is named. */
export function readDomesticAgreement(
  text: string,
  units: readonly string[] = [],
): Reading<ReadDomesticAgreement> | undefined {
  const said = statements(everydayWords(plainly(ofThisOne(text))));
  if (said === undefined) return undefined;
  const parts = clauses(said.map(withLatin)).filter((part) => !otherProject.test(part));
  const whole = parts.join(',');
  const sure = parts.filter((part) => !saysUnknown(part));
  if (sure.some((part) => noPartner.test(part))) return value({ noPartner: true });
  const about = subjects(parts, units);
  const signs = parts.map((part) => (saysUnknown(part) ? undefined : signing(part)));
  const signed = units.map((_, unit) => settled(signs.filter((_, at) => about[at] === unit)));
  const unsignedUnit = (unit: number | undefined) => unit !== undefined && signed[unit] === false;
  const listed = tally(
    [
      parts
        .filter((_, at) => !unsignedUnit(about[at]))
        .map(pointsOf)
        .filter((part) => part !== '')
        .join(','),
    ],
    items,
    {},
  );
  const open = settled(signs.filter((_, at) => about[at] === undefined));
  const exists = open ?? (signed.includes(true) ? true : signed.includes(false) ? settled(signed) : undefined);
  if (saysMaybe(whole) && (exists !== undefined || listed !== undefined)) return ask(hint);
  if (exists === false)
    return value({ exists, ...(units.length > 0 && { signed: signed.map((each) => each ?? false) }) });
  if (exists === undefined && parts.some(saysUnknown) && Object.keys(listed?.named ?? {}).length === 0) return unknown;
  if (listed?.doubt === 'vague' || (listed?.doubt === 'contradiction' && listed.clashes.length === 0)) return ask(hint);
  const points = listed === undefined ? {} : pointsIn(listed, parts);
  if (exists === undefined && Object.keys(points).length === 0)
    return parts.some(saysUnknown)
      ? unknown
      : underWay.test(whole) || listed?.doubt !== undefined
        ? ask(hint)
        : undefined;
  if (exists === undefined && underWay.test(whole)) return ask(hint);
  const everybody = units.length === 1 || /都|全|均|各|每|[两三四五]家/.test(whole);
  const each =
    open !== true && exists !== undefined
      ? signed
      : signed.map((one) => one ?? (everybody && !/一家|另|有的|个别/.test(whole) ? true : undefined));
  return value({ exists: true, ...points, ...(each.some((one) => one !== undefined) && { signed: each }) });
}

/** The text without why it was not done, and with each thing parted from the next. */
function plainly(text: string): string {
  return (
    withPlainExceptions(asOfNow(text))
      // 哪来的境内参与单位 asks nothing.
      .replace(/哪(?:里|儿)?(?:来|有)的?(?=(?:境内|国内|省内))([^,，。;；?？]*)[?？]?/g, '没有$1，')
      // 里面少了考核指标: of the contents only.
      .replace(/(?:里面|里头|协议里|内容里?)(?:还|就|只)?(?:少|缺|差|漏)(?:了|写)?([^,，。;；]{2,30})/g, '$1没写')
      // 章盖了他们没盖我们的: one of them is missing.
      .replace(/章?盖了[^,，。;；]{1,8}没(?:有)?盖[^,，。;；]*/g, '章没盖')
      // 没写签署时间: the date, no signature.
      .replace(/签(?:署|字|订|约)的?(?=时间|日期|日子)/g, '')
      // 盖章了 says it as 盖了章 does.
      .replace(/(?<![没未有])盖(公?章)(?:好|过|完)?了/g, '盖了$1')
      // 四样都不缺.
      .replace(/(?:这)?[四4](?:样|项|个|方面|点)(?:东西|内容)?(?=(?:现在|目前|已经|也)*(?:[都全均一]|齐))/g, '')
      // 高亮不知道要做，没做.
      .replace(
        /(?:不知道|不晓得|没听说|没人告诉我们?)(?:还|都|就)?(?:要|得|需要)(?:做|标|弄|写|高亮|涂)*(?:这个)?[,，]?/g,
        '',
      )
      .replace(/(?<=章|签字|签名)有日期/g, '有，日期有')
      // 内容不全，少了争议解决: what is lacking is of the contents.
      .replace(
        /((?:内容|条款|正文)(?:还|也)?(?:不全|不齐|不完整|没写全|有(?:缺漏|缺|遗漏)))[,，:：](?:少|缺|差|漏|没)(?:了|写)?([^,，。;；]{2,30})/g,
        '$1，$2没写',
      )
  );
}

/** Which unit each clause speaks of. */
function subjects(parts: readonly string[], units: readonly string[]): (number | undefined)[] {
  let now: number | undefined;
  return parts.map((part) => {
    const named = units.length > 1 ? units.findIndex((unit) => namesUnit(part, unit, units)) : -1;
    if (named >= 0) now = named;
    return now;
  });
}

function signing(part: string): boolean | undefined {
  if (sentOff.test(part)) return undefined;
  if (unsigned.test(part)) return false;
  return signedForm.test(part) ? true : undefined;
}

function settled(said: readonly (boolean | undefined)[]): boolean | undefined {
  return said.includes(true) ? true : said.includes(false) ? false : undefined;
}

/** 没标高亮 and 三处都标黄了 as 高亮 with what is said of it; the places that are marked are no points of their own. */
function pointsOf(part: string): string {
  if (sentOff.test(part)) return '';
  const marks = /高亮|标(?!准|题|的物|书)|涂[黄色]|荧光|划出|上色/.test(part);
  if (/^[^章字日落内高标]{0,10}签(?:了|好|过|完|的|下)+[字名]?$/.test(part)) return '';
  const said = part
    .replace(/(签[字名])[了过]$/, '$1有了')
    .replace(/(?:还|就)?有(?:那么)?[一两几](?:家|个单位|方)/g, '')
    .replace(/[只仅](?![差缺少])/g, '')
    .replace(/(?<!章[^,]{0,4})(没有?|未|尚未|还没)?盖(了|好|过|完)?(?=$|[,签日])(?!.*章)/g, '章$1盖$2')
    .replace(
      /(?:内容|条款|正文)(?=[^,]{0,3}(?:没|缺|少|漏|差|未)[^,]*(?:目标|分工|指标|经费|产权|有效期|争议|比例|期限|纠纷|归属))/g,
      '',
    )
    .replace(/(内容|条款|正文)(?:里头?|中|上|里面|方面|这块)+/g, '')
    .replace(/(?:高亮|标[黄亮红色注])(?:的)?(?:这|那)?(?:块|项|事|工作|部分)(?:情)?/g, '高亮')
    .replace(
      /(没有?|未|还没有?|尚未|没来得及|没顾上|忘(?:了|记)?|漏(?:了)?|不曾)(?:用|给|做|把|去)?(?:黄色|荧光笔)?(?:标(?:高亮|[黄亮红色注记出示识明]|上|颜色)*|高亮(?:标[出示注记])?|涂[黄色]|上色)(?:出来|了|好)*/g,
      '高亮没写',
    )
    .replace(
      /(?:标(?!准|题|的物|书)(?:高亮|[黄亮红色注记出示识明了好过上]|颜色)+|高亮(?:标[出示注记]|显示)?(?:了|好|过|出来)+|高亮(?:标[出示注记]|显示)|(?<=[已均])高亮|涂[黄色]|上色|划出)(?:出来|了|好|过)*/g,
      '高亮写了',
    );
  if (!marks) return said.replace(/协议(?:书)?(?:是)?签(?:了|好|过|完)+|^签(?:是签)?(?:了|好|过|完|的)+/g, '');
  const [before = '', after] = said.split(/高亮(?=写了|没写)/);
  // 高亮还差有效期那一处.
  if (/高亮(?!写了|没写)[^,]{0,4}(?:[差缺少漏]|没做全)(?!不多)/.test(said)) return '高亮没写';
  if (after !== undefined && /[就只还仅][差缺]|没来得及|没顾上|忘/.test(before)) return '高亮没写';
  if (after !== undefined && !/齐|全|有(?!效期)|了|好|没|未|缺|漏/.test(before)) return `高亮${after.slice(0, 2)}`;
  if (/签[字章名]处|盖章处|[三几两]处|[三几]个(?:地方|位置|部位)/.test(said) && !/内容/.test(said))
    return `高亮${/没|未|忘|漏|缺/.test(said) ? '没写' : '写了'}`;
  return said;
}

function pointsIn(
  listed: Listed<Point>,
  parts: readonly string[],
): Omit<ReadDomesticAgreement, 'noPartner' | 'exists'> {
  const { named, open, clashes } = listed;
  const rest = listed.narrow ? undefined : listed.rest;
  const says = (point: Point): boolean | undefined =>
    clashes.includes(point) ? false : (named[point] ?? (open.includes(point) ? undefined : rest));
  const dated = parts.some(hasCalendarDate) ? true : undefined;
  const written = says('content');
  const items = domesticContents.map((item) => [item, says(item) ?? (written || undefined)] as const);
  const said = Object.fromEntries(items.filter(([, is]) => is !== undefined));
  // 内容不全: what is lacking is not said.
  const content = written === false && !Object.values(said).includes(false) ? { rest: false } : said;
  const read = {
    sealed: parts.some((part) => otherSeal.test(part)) ? false : says('sealed'),
    dateClear: named.dateClear ?? dated ?? says('dateClear'),
    highlighted: says('highlighted'),
    content: Object.keys(content).length > 0 ? content : undefined,
  };
  return Object.fromEntries(Object.entries(read).filter(([, is]) => is !== undefined));
}

function entry(id: Point, words: string): Item<Point> {
  return { id, words: words.split(' ') };
}
