/** How long two units have worked together and whether there is proof: 「合作好几年，佐证材料齐，放附件里」. */
import { maxInput, type Reading } from '../reading.ts';
import { chineseNumber } from './chineseNumber.ts';
import { countedInDigits } from './latin.ts';
import { readYesNo } from './readYesNo.ts';
import { ask, clauses, saysMaybe, saysProbably, saysUnknown, stated, statements, unknown, value } from './tidy.ts';

export interface Basis {
  longTermBasis?: boolean;
  evidence?: boolean;
}

const newlyMet =
  /(?:才|刚)(?:刚)?(?:谈|认识|接触|合作|联系)?了?(?:不到)?(?:[一二两三四五六几半\d]{1,3})个?多?(?:月|礼拜|星期|周|天)|(?:才|刚)谈|(?:才|不到|不满|没满|未满)(?:[一1]|半)年|(?:谈|认识|合作|接触)了?(?:才|就|也就)?(?:[一二两三四五六几\d]{1,2})个月|刚(?:刚|才)?(?:认识|开始|接触|搭上|建立|联系|起步|牵上)|才(?:刚)?(?:开始|认识|接触|联系|搭上|加)|[头第]一[次回](?:合作|打交道|接触|跟|和)|(?:^|[家方边位]|单位|他们|对方)(?:倒|还|就)?(?:是)?[头第]一[次回]$|初次|首次|新认识|新结识|新(?:的)?合作(?:伙伴|方|单位)|(?:没有?|从未|未|谈不上|没什么|从来没有?)(?:怎么|正式|什么|真正|实际|太|过|一起|(?:跟|和|与)[^,]{1,6}?){0,3}合作|以前没打过交道|没打过交道|认识(?:得|的|时间)*(?:也)?(?:不久|没多久|没几[个天年]|不长|不太久|[很比较挺蛮]*短)|(?:长期|稳定)(?:合作)?(?:也|还|都|是|确实)*(?:谈|算|说)不[上了到]|(?:谈|算|说)不上(?:什么|有|有什么)?(?:长期|稳定|多[深久]|(?:合作)?基础)|(?:才|刚)[^,没]{0,3}(?:换|加|递|留)(?:的|了|过)?(?:名片|微信|联系方式)|没有?(?:长期|稳定|什么|任何)*的?(?:合作)?(?:基础|来往|往来|交集)/;
/** 头一回碰面, 没有任何合作, 刚加的微信, 往来两个月: the same in other words. */
const justBegun =
  /(?:合作|接触|认识|见面|碰面|打交道)[^,]{0,6}[头第]一[次回]|[头第]一[次回](?:碰面|见面|碰头|见|认识|联系|接触|交流|来往|往来)|没有?(?:过)?接触|新找的|其实[^,]{0,6}(?:只|就|才)[^,]{0,8}[一1]次|(?:没有?|无|从未|未)(?:有)?过?任何(?:实质性?的?)?合作|(?:才|刚刚?)(?:对接|联络|结识|碰上|见过)|(?:才|刚刚?)加(?:的|了|上)?(?:对方)?(?:微信|好友|联系)|(?:时间|合作|来往)[^,]{0,3}不(?:长|久)$|(?:往来|来往|联系|合作|认识|交流)[^,]{0,2}[半一两二三四五六几\d]+个?多?月|(?:才|刚)[^,没]{0,6}(?:认识|结识|搭上|接触)|(?:今年|去年|上个?月|本月|年初|前不久|最近)(?!.*[又再重])[^,]{0,10}(?:碰到|碰上|碰见|认识|结识|接触|联系上|搭上|介绍)|^(?:也就|才|大概|大约|差不多)*半年(?:左右|多|不到|的样子)?$/;
/** Friendship between two people is no cooperation of their units. */
const privately = /私交|私人|个人关系|跟我们?(?:院长|老板|导师|校长)(?:认识|熟|关系)/;
const longTerm =
  /老(?:伙计|搭子)|长期|(?<!不)稳定|(?<!没)有(?:良好|扎实|深厚|较好|一定|很好|密切)*的?合作基础|一直(?:在|都|就|有|保持)*(?:一起|有)?(?:合作|来往|往来|联系|做)|老合作|老(?:伙伴|关系|搭档)|老早|早就|多年|(?:好几|很多|十几|十多|几十|二十多|十来|[五六七八九四三]六?七?八?五?四?)年|年年|每年|[蛮很好挺]久|时间[^,短]{0,2}长|年头|合作基础(?:是|也|很|较|比较)*(?:有|扎实|深厚|牢固|良好|好)|交情|至今|以来|[一二两三四五六七八九]十年代/;
/** 没断过, 从未中断. */
const unbroken = /(?:没有?|未|从不|不)(?:曾)?(?:间|中)?(?:断|停)(?:过|了)?/g;
/** 2016年就建立了联系, 零九年认得: a year that lies back, and what began then. */
const began =
  /(?<!\d)((?:19|20)\d\d|\d\d|[一二][〇零九][〇零一二三四五六七八九]{2}|[零〇][零〇一二三四五六七八九]|一[零〇三四五六七八九]|二[零〇]|[八九][零〇一二三四五六七八九])年?[^,]{0,20}(?:认识|认得|结识|建立|联系|接触|来往|往来|合作|互访|互派|互换|访问|交流|交往|联合|搭上|打交道|一起|一块|研讨|培训|相识|结[了的下]?[缘交]|走动|通信|供货|供样|牵[上了的]?[手线])/;
const aboutProof =
  /发货单|合照|^(?:申报书|本子)(?:的)?(?:后头|后面|里头|里面|后边)|^(?:就是|还)?[没未](?:有)?整理|^(?:都|全|均|也)*(?:已附$|(?:已)?附(?:上|了|好))|首页|封面|复印件|扫描件|原件|佐证|证明|材料|附件|论文|文章|协议|照片|合影|备忘录|文件|信函|邮件|合同|单子|报告|证据|记录|清单|批文|资料|东西|凭证|公函|往来函|pdf|通知|纪要|信件|(?:要紧|重要|主要|关键|有用)的(?:几|都|全)/;
const shelved =
  /^(?:也|都|全|均|一样)*(?:已经?)?(?:夹|放|装|附|摆|搁|挂|贴|传|上传|列|编|订|归|塞|打包|整理|扫描|收集|备|准备|交|弄|理|拾掇|做)(?:进|入|到|在|好|成|齐|了|上|完|作|为|妥)/;
const notYet =
  /没(?!有?(?:问题|缺|少|落|漏))|未|缺|无|不[全齐够]|还差|还在|正在|在(?:整理|收集|补|弄|找|准备)|准备中|等着|拿不出|找不[到着出]|空(?:的|着|白)|丢了|(?:打算|准备|计划|(?<![纪需主重必概])要(?![紧点的])|(?<![协学委社])会(?!议)|再|马上|下周|这周|回头|晚点|之后|以后|过后)(?:[^,]{0,4})(?:补|放|附|弄|整理|做|交|上|加|收集)|待(?:补|整理|附)|谈不上/;
const planned = /(?:本来|原本|原来)?(?:准备|打算|计划|想|要)[^,]{0,4}(?:当|做|作|放|附|夹|装|补)/;
const allThere = /不缺|不少|没有?缺|没有?少|没有?落下|没有?漏|没(?:有)?问题|一[样张份件]不(?:缺|少|落|差)|样样/g;
const holds = /进去了|整理(?:好|完|进|成)|齐|全|有|附|作|放|装|扫描|备|好了|见|夹|在|摆|搁|挂|上传|打包|订|妥|毕/;
const hint = '合作了多少年、一起做过什么？证明材料作附件了吗？例如“合作五年，材料已作附件”。';

/** Said without a pause: 线上一直没断材料目前还没附进去. */
function pausedBefore(text: string): string {
  return text.length > 20
    ? text.replace(
        /(?<=[了断嘛呢啊吧哈着久年往系络])(?=(?:那|至于)?(?:证明|佐证)?材料(?!科学|学|公司|研究|工程))/gu,
        '，',
      )
    : text;
}

/** Reads both facts clause by clause; a clause that does not know takes nothing back from the others. */
export function readBasis(text: string): Reading<Basis> | undefined {
  const said = statements(
    pausedBefore(countedInDigits(text.slice(0, maxInput)))
      .replace(/(?<=[证料件])的话/g, '')
      .replace(/忘[了记](?:有没有)?(?:(\p{Script=Han})没\1)?(?=$|[,，。;；])/gu, '不记得')
      .replace(/忘[了记](?=放|附|带|传|装|交|夹)(?!.没)/g, '没')
      .replace(
        /(?:大概|大约|差不多|约莫|可能)(?=是?从?(?:有)?(?:\d|[一二][〇零九][〇零一二三四五六七八九]|[一二两三四五六七八九十]{1,3}[来多几]?年))/g,
        '',
      )
      .replace(/since ?((?:19|20)\d\d)/gi, '从$1年开始'),
  );
  if (said === undefined) return undefined;
  const whole = said.join('。');
  const parts = stated(said);
  const long = new Set(parts.flatMap((part) => lastingIn(part)));
  const proof = asDone(parts).flatMap((part, i, all) => proofIn(part, clauses(said), all[i - 1]));
  if ((long.size > 0 || proof.length > 0) && saysMaybe(whole)) return ask(hint);
  if (long.size > 1 && !parts.some((part) => privately.test(part))) return ask(hint);
  const basis: Basis = {
    ...(long.size === 0 ? {} : { longTermBasis: !long.has(false) }),
    ...(proof.length === 0 ? {} : { evidence: !proof.includes(false) }),
  };
  if (Object.keys(basis).length > 0)
    return value(basis, saysProbably(whole) ? '先按您说的记，请再核对一下。' : undefined);
  if (saysUnknown(whole)) return unknown;
  const plain = readYesNo(text);
  if (plain?.is === 'value' && whole.length <= 6 && clauses(said).length === 1) {
    const yes = plain.value === 'yes';
    return value(yes ? { longTermBasis: true, evidence: true } : { longTermBasis: false }, plain.echo);
  }
  return undefined;
}

function lastingIn(said: string): boolean[] {
  const part = said.replace(unbroken, '一直合作');
  // 从他们成立没多久就开始合作，两年多了: as long as it could be.
  if (
    /从[^,]{1,16}(?:就|起)[^,没]{0,4}(?:一直|开始|有)?[^,没]{0,2}合作/.test(part) &&
    !/从[^,]{0,3}[今去]年|月|周/.test(part)
  )
    return [true];
  // 我来单位才半年: how long the writer has been here.
  if (/入职|来单位|来这[里儿边]?|毕业|调[来到]|我(?:刚|才|也)*(?:来|接手|上班)/.test(part)) return [];
  if (newlyMet.test(part) || justBegun.test(part)) return [false];
  if (privately.test(part)) return [];
  if (/入职|工作|来单位|毕业|(?<!没)(?:成立|建[校院所])(?!前|后)/.test(part)) return [];
  if (longTerm.test(part) && !/没|不(?!错|断)|算不上|谈不上/.test(part)) return [true];
  const since =
    /(?:从|自|始于|since)? ?((?:19|20)\d\d|[一二][〇零九][〇零一二三四五六七八九]{2}|(?<!\d)\d\d(?=年))年?(?:[^,]{0,6})(?:就|开始|起|以来|到现在|到今|至今|签|一直|合作|跟|来往|互)/.exec(
      part,
    )?.[1];
  if (since !== undefined || /(?:始于|从|自|since) ?(?:19|20)\d\d/.test(part)) return [true];
  if (longAgo(began.exec(part)?.[1])) return [true];
  return yearsIn(part).some((years) => years >= 3) ? [true] : [];
}

/** Whether a year, by two figures or four, lies more than three years back: 2021 and later may be too short. */
function longAgo(year: string | undefined): boolean {
  if (year === undefined) return false;
  const figures = [...year].map((sign) =>
    /\d/.test(sign) ? sign : String('〇一二三四五六七八九'.indexOf(sign.replace('零', '〇'))),
  );
  const number = Number(figures.join(''));
  const full = number > 99 ? number : number > 50 ? 1900 + number : 2000 + number;
  return full >= 1950 && full <= 2019;
}

/** 八年了, 合作5年, 快十年: lengths, not calendar years. */
function yearsIn(part: string): number[] {
  return [
    ...part.matchAll(
      /(?<![\d〇零一二三四五六七八九十两])(\d{1,2}|[一二两三四五六七八九十]{1,3})[来多]?年(?!级|代|度|[\d一二三四五六七八九十]+月)/g,
    ),
  ].flatMap(([, amount = '']) => chineseNumber(amount) ?? []);
}

/** 准备当附件，已经放进去了: what was planned has been done. */
function asDone(parts: readonly string[]): readonly string[] {
  const done = parts.findLastIndex(
    (part) =>
      /已经?|刚|昨天|今天|现在|都|也|了$/.test(part) &&
      shelved.test(part.replace(/^(?:已经?|刚刚?|昨天|今天|现在|都|也|全)+/, '')) &&
      !notYet.test(part),
  );
  return parts.map((part, i) => (i >= done || /[没未无缺]/.test(part) ? part : part.replace(planned, '材料')));
}

/** Whether papers are enclosed: a clause on papers, or 都夹进去了 behind one; 弄没弄好 in front of 没问 says nothing. */
function proofIn(part: string, all: readonly string[], before: string | undefined): boolean[] {
  const papers = aboutProof.test(part);
  const goesOn =
    shelved.test(part) ||
    (before !== undefined &&
      aboutProof.test(before) &&
      /^(?:目前|现在|暂时|都|也|一样|还|昨天|前天|刚|已经)/.test(part));
  if (!papers && !goesOn) return [];
  const plain = part.replace(unbroken, '').replace(allThere, '齐');
  if (notYet.test(plain)) return [false];
  // 附件是交给学生弄的，弄没弄好我还没问他.
  const next = all[all.indexOf(part) + 1];
  if (next !== undefined && saysUnknown(next) && /弄|好|放|附|齐|全/.test(next)) return [];
  return holds.test(plain.replace(/协议有效|合作有|往来|在(?:一起|合作|做)/g, '')) ? [true] : [];
}
