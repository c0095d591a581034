/**
 * Research misconduct still being punished, and the credit blacklist (附5 二（三）). Each clause says of one of them, or
 * of both, that the record is clean, that there is one, or that it is over; what only happened (撤稿) is no punishment.
 */
import type { Phrase } from '../language.ts';
import type { Reading } from '../reading.ts';
import { aboutLead, asStated } from './aboutLead.ts';
import { onlyNames, saysListed } from './barGuard.ts';
import { readPlainYesNo } from './readYesNo.ts';
import { ask, clauses, saysGuess, saysMaybe, saysUnknown, speaksOfOthers, statements, unknown, value } from './tidy.ts';

export interface ReadIntegrity {
  readonly misconduct?: boolean;
  readonly blacklist?: boolean;
}

type About = 'misconduct' | 'blacklist';
type Says = 'clean' | 'bad' | 'over' | 'event' | 'blemish';
interface Heard {
  readonly about: readonly About[];
  readonly says: Says;
  readonly part: string;
}

const list = /黑名单|失信(?:的)?被执行|被执行人|老赖|限制高消费|限高|失信人?名单|执行名单/;
const credit = /征信|信用|名单/;
const misconduct =
  /停.{0,6}申报|禁申|禁止?申报|取消申报|暂停申报|不得申报|失信(?!的?被执行|人?名单)|处理|处罚|被罚|受罚|惩戒|不端|通报(?!表扬)|处分|撤项|诚信|科研|学术/;
const event = /撤稿|撤过|抄袭|造假|做过?假|作过?假|举报|图片的事/;
const otherTrouble = /行政处罚|环保处罚|交通|税务处罚/;

const fill =
  '(?:这|那|以上|上述|此|所有)?(?:两|二|2)[个项样类种条者块边头方面]*|俩|一[样条项个点次]|半[点条个]|哪[样项个]|以上|上述|前述|这些|那些|这[种类]|此类|记录|情况|情形|都|也|均|皆|全部?|是|就|从来|从|绝|决|肯定|真的?|绝对|确实|的确|当然|目前|现在|至今|截[至止]目前|到现在|任何|本人|现|个人|我自己|俺|咱|老实人|本分人|我|他|她|负责人|老师|更|压根|根本|反正|完全|一直|历来|一向|经|查了?|查过了?|核查|查询|显示|表明|反馈|核实|后|结果|的|那个|这个|方面|啥|什么|可以?说|为|敢|拍胸脯|说|保证|做人|人|你|您|放心|据(?:我们?|本人|单位|所)?(?:了解|所知|悉|知)|经了解|(?:一|这|半|大半)辈子|几十年|向来|很|得很|非常|履历|档案|背景|信用|社会|个人信用|征信';
const neg =
  '没有?|无|零|不存在|未(?:曾|有|发生|出现|发现)*|否|非|不是|不在|不涉及|没(?:出|犯|干|做|受|上|碰|沾|摊上)过?|(?:从|绝|并)?无|no|none|[x×]';
const object =
  '没有?|了|乱七八糟|不三不四|歪门邪道|名堂|过|有|任何|问题|记录|情况|情形|这些|那些|那种|这种|这类|此类|类似|不良|失信|污点|异常|事情?|上述|以上|的|啥|什么|毛病|行为|现象|里面|在|其中|之列|此事|[这那]事|缺德|亏心|出格|违规|违纪|违法|犯法|错误?|坏|过错|劣迹|哪|一[条个项样]|瑕疵|[那这]回事|那种事';
const bareClean = new RegExp(`^(?:${fill}){0,10}(?:${neg})(?:${object}){0,14}$`);
/** 没有这方面的问题, 均未列入. */
const broadClean =
  /^[\p{Script=Han}]{0,6}(?:没有?|无|未)[\p{Script=Han}]{0,6}(?:问题|情况|情形|记录|污点|行为|列入|列进|发生|这[种些类]|那[种些类]|此类|类似)[的过]?$|(?:记录|都|均)是?空白/u;
const bothBad = /^(?:这?两[个项样种]|俩|都)+都?有(?:的|过)?$/;
const spotless =
  '清清白白|清白|干干净净|干净|良好|优良|本分|规规矩矩|老老实实|守规矩|正派|没有?问题|无异常|正常|没毛病|好得很|好得不得了';
const bareSpotless = new RegExp(`^(?:${fill}){0,10}(?:${spotless})(?:的|得很|得很呢|着呢|一个)*$`);

const clean = new RegExp(
  `没|无|不(?!端|良|得申报|能申报|好|太好|干净)|未|(?<!不)(?<!不太)(?:干净|良好)|清白|正常|从来|零|否|(?:也|都|很)好$|${spotless}`,
);
const running =
  /(?:期|[年月])[^,没未]{0,6}[没未]有?(?:到|满|完|过)(?:呢|期)?$|还在|仍在|正在(?:执行|惩戒|受罚|处罚期)|[没未](?:有)?(?:被)?(?:过期|到期|解除|期满|满|执行完|结束|届满|移出|撤(?!过?稿|过)|取消|还清)|(?:要|得|等)?到.{2,12}(?:才|为止)|才(?:满|到期|解除|结束)|不得申报|不[能让准]申报|要到(?:20|明|后)|(?<!过)有效期内|期内|生效中|[还仍](?:是)?挂着|挂在(?:上面|网上|那)/;
const noneRunning =
  /(?:没有?|无|未|不存在|不(?=在|处))(?:任何|有|处于|仍)?(?:正?在)?[\p{Script=Han}]{0,6}(?:执行|惩戒|处罚|处理|有效)期|[没未](?:有)?(?:过期|到期|期满|结束|解除)的[^,没无]{0,8}(?:没有?|无)/u;
const over =
  /过期|过了|到期|解除|期满|届满|执行完|结束|移出|移除|撤[下销掉了]|消除|已满|就满|满了|已过|期外|还清|取消了/;
const passed = /已|就|了|早|刚|去年|前年|完/;
const past = /以前|曾|过(?![程度])|前几年|早年|当年|20[01]\d年/;
const open =
  /正在(?=[^,]{0,6}(?:查|审|核|诉|复议|处理|走程序|认定))|调查|立案|在(?:调)?查|申诉|复议|还没结论|没结论|复核/;
const unchecked = /查了?才(?:知道|晓得|清楚)|[没未](?:有)?(?:去|上网|到网上)?查(?!到|出|获|有|见|处)/;
const blemish = /(?:信用|征信|记录).{0,3}(?:不干净|不好|不良|不太好|有问题|有污点|差)|不干净/;
/** 没听说被处理过 is no record, and no knowledge of one either. */
const unheard = /[没未](?:有)?听(?:说|讲|闻|人|谁)/;
/** 我以为撤了: how it was thought to be. */
const supposed = /(?:我|本|还|原|一直|都)以为/;
const cleanWords = /没有?查[到出]|未查[到见出]|查无|查不[到出]|未见/g;

const hint = '请写现在有没有还在执行期内的科研失信处理，在不在信用黑名单上；都没有就写“都没有”。';
const ended: Phrase = '处理已经过了执行期，按“没有在执行期内的科研失信处理”记。';

/** 处理期到2022年底: the year in which it ended. */
const endsIn =
  /(?<=[处罚惩禁期停][^,，。;；]{0,12})(?:到|至|截[至止]到?)(20\d\d)年?(?:\d{1,2}月(?:\d{1,2}[日号])?|底|初|末)?(?:为?止)?/g;

/** 聘之前做过背景调查 is no case against anybody; 搞研究没犯过事就是欠了钱 says two things. */
function plainly(text: string, year: number): string {
  return text
    .replace(endsIn, (told, end: string) => (Number(end) < year ? '已过期' : told))
    .replace(/(?:背景|尽职|入职|问卷|征信|社会|政审)调查|尽调/g, '背调')
    .replace(/(?:搞|做|干)(?=(?:学问|科研|研究)[^,，。]{0,2}[没冇未])/g, '在')
    .replace(/(?<=在)(?:学问|研究)(?=[^,，。]{0,2}[没冇未])/g, '科研上')
    .replace(/(?<=[没冇未]有?(?:犯|出|干|做|惹)过?(?:什么|啥)?(?:事|错|问题|毛病))(?=就是|只是|但|不过|可)/g, '，');
}

/** Reads both; 没有 without more answers both. `year`: of the call, before which an end that is told lies behind. */
export function readIntegrity(text: string, year = 0): Reading<ReadIntegrity> | undefined {
  const said = statements(asStated(plainly(text, year)));
  if (said === undefined) return undefined;
  const all = aboutLead(clauses(said))
    .filter((part) => !supposed.test(part))
    .map((part) => part.replace(cleanWords, '没有'));
  // 没有，也没听说被处理过: the hearsay only adds to what was said for sure.
  const firm = all.filter((part) => !unheard.test(part));
  const parts = firm.some((part) => bareClean.test(part) || bareSpotless.test(part)) ? firm : all;
  const whole = parts.length < all.length ? parts.join('。') : said.join('。');
  const unsure = (at: number) => saysUnknown(parts[at] ?? '') || unchecked.test(parts[at] ?? '');
  // 至于信用黑名单，我不清楚: the doubt is about what was named before it.
  const doubtful = parts.filter(
    (part, at) => unsure(at) || (onlyNames(part) && at + 1 < parts.length && unsure(at + 1)),
  );
  const own = parts.filter((part) => !doubtful.includes(part) && !ofOthers(part));
  if (own.some(underWay)) {
    // 学校还在查，没出结论，黑名单倒是没有: the list is another matter.
    const listed = observe(own.filter((part) => !underWay(part) && list.test(part)));
    return listed.length > 0 && listed.every(({ says }) => says === 'clean')
      ? value({ blacklist: false })
      : ask('正在调查或申诉的，要等结论。现在有没有已生效、还在执行期内的处理？');
  }
  if (own.some((part) => bothBad.test(part)) && !saysMaybe(whole)) return value({ misconduct: true, blacklist: true });
  const heard = observe(own);
  if (heard.some(({ says }) => says === 'blemish')) return ask(hint);
  const doubts = new Set(doubtful.flatMap(topicsOf));
  const punished = heard.some(({ says }) => says === 'bad');
  if (punished && doubtful.some((part) => /处理|处分|结果|结论|后来|后续|有效|到期|期满|现在/.test(part)))
    return ask(hint);
  const named = (about: About) => heard.filter((each) => each.about.includes(about));
  const bare = own.some(
    (part) =>
      (bareClean.test(part) && !/没事$/.test(part)) ||
      (topicsOf(part).length === 0 && broadClean.test(part)) ||
      bareSpotless.test(part),
  );
  const every = own.some(
    (part) =>
      /任何.{0,6}(?:记录|失信|问题)|失信记录|不良记录|(?:啥|什么)都|(?:什么|啥|任何).{0,4}失信.{0,3}黑名单/.test(
        part,
      ) && clean.test(part),
  );
  const verdicts = (['misconduct', 'blacklist'] as const).map((about): boolean | undefined | 'unclear' => {
    const verdict = judge(named(about));
    if (verdict !== undefined || doubts.has(about)) return verdict;
    return (bare || every) && !punished ? false : undefined;
  });
  const [bad, black] = verdicts;
  if (verdicts.includes('unclear')) return ask(hint);
  if (verdicts.every((verdict) => verdict === undefined)) return undecided(text, { whole, own, doubtful });
  if (saysMaybe(whole) || saysGuess(whole)) return ask(hint);
  const echo = named('misconduct').some(({ says }) => says === 'over') ? ended : probable(text);
  return value(
    {
      ...(typeof bad === 'boolean' ? { misconduct: bad } : {}),
      ...(typeof black === 'boolean' ? { blacklist: black } : {}),
    },
    echo,
  );
}

/** What the unit or somebody else did; but 学校查过了，没有 names only who looked it up. */
function ofOthers(part: string): boolean {
  if (/(?:单位|学校|公司|科研处|人事)[^没无]{0,6}(?:查|核|出具|证明|确认)/.test(part)) return false;
  // 被学校通报: done by them to the lead.
  if (/被[^,没未]{0,4}(?:学校|单位|公司|[院所校]里|科研处|学院|学会|期刊|杂志社?|[委厅局部会])/.test(part))
    return false;
  if (
    /(?:学校|单位|公司|[院所校]里|科研处)(?:给)?的?(?:处理|处分|处罚|惩戒)(?:期|决定|已|早|都|也|到|满|结)/.test(part)
  )
    return false;
  if (/(?:公司|单位|企业|团队)[和跟及、与](?:我|个人|本人|负责人)/.test(part)) return false;
  return (
    speaksOfOthers(part) ||
    /学生|单位|公司|学校|企业|成员|合伙人|同名|重名|朋友|亲戚|跟.{0,8}没关系/.test(
      part.replace(/[给替为帮][\p{Script=Han}]{1,4}?(?:做|作|提供)?了?担保|信用/gu, ''),
    )
  );
}

/** What is still being looked into has no outcome yet. */
function underWay(part: string): boolean {
  return open.test(part) && !/没有?(?:在|被)?(?:调查|立案)|没在|被调查过/.test(part);
}

function topicsOf(part: string): About[] {
  const words = part.replace(/失信(?:的)?被执行人?|失信人?名单|失信黑名单/g, '黑名单');
  return [
    ...(misconduct.test(words) || event.test(words) ? (['misconduct'] as const) : []),
    ...(list.test(part) || credit.test(part.replace(/(?<!不良)信用(?:良好|记录)/g, ''))
      ? (['blacklist'] as const)
      : []),
  ];
}

/** Clause by clause; one that names neither speaks of what the clause before it named. */
function observe(own: readonly string[]): Heard[] {
  const heard: Heard[] = [];
  let last: readonly About[] = [];
  for (const part of own) {
    const about = topicsOf(part);
    // The label alone answers; before 没有 it only names what follows.
    const says = own.length === 1 && part === '科研失信' ? 'bad' : saysOf(part, about, last);
    const bare = about.length === 0;
    if (says !== undefined && (!bare || says !== 'clean'))
      heard.push({ about: bare ? (last.length > 0 ? last : ['misconduct']) : about, says, part });
    // 科研失信：没有
    else if (bare && says === 'clean' && last.length === 1 && (bareClean.test(part) || bareSpotless.test(part)))
      heard.push({ about: last, says, part });
    if (about.length > 0) last = about;
  }
  return heard;
}

function saysOf(part: string, about: readonly About[], last: readonly About[]): Says | undefined {
  const terms = about.length > 0 || last.length > 0;
  if (noneRunning.test(part)) return 'clean';
  if (terms && running.test(part)) return 'bad';
  if (terms && over.test(part) && passed.test(part)) return 'over';
  if (blemish.test(part) || otherTrouble.test(part)) return 'blemish';
  const no = clean.test(part.replace(/不端|不良(?=信用|记录)|不知|不过/g, ''));
  if (no) return /撤/.test(part) && !misconduct.test(part) ? undefined : 'clean';
  if (about.length === 0 || onlyNames(part)) return undefined;
  if (about.includes('blacklist')) {
    if (list.test(part)) return saysListed(part) ? 'bad' : undefined;
    return /逾期|查|中国|报告/.test(part) ? undefined : about.length > 1 ? 'bad' : undefined;
  }
  if (/处理|处罚|被罚|受罚|惩戒|通报|处分|撤项|申报/.test(part)) return 'bad';
  if (/失信/.test(part))
    return /^(?:科研|学术)(?:方面的?|上的?)?失信(?:记录|行为)?$/.test(part)
      ? undefined
      : /科研|学术|科技[厅部局]|严重失信/.test(part)
        ? 'bad'
        : 'blemish';
  return event.test(part) || /不端/.test(part) ? 'event' : undefined;
}

/** What the clauses about one of the two come to; a record of earlier years without its end is unclear. */
function judge(heard: readonly Heard[]): boolean | undefined | 'unclear' {
  const has = (says: Says) => heard.some((each) => each.says === says);
  if (heard.length === 0) return undefined;
  const bad = heard.filter(({ says }) => says === 'bad');
  if (has('over')) return bad.some(({ part }) => running.test(part)) ? 'unclear' : false;
  if (bad.length > 0) {
    if (has('clean'))
      return heard.at(-1)?.says === 'clean' && /现在|目前|如今/.test(heard.at(-1)?.part ?? '') ? false : 'unclear';
    if (bad.some(({ part }) => running.test(part))) return true;
    return bad.some(({ part }) => past.test(part)) && !bad.some(({ part }) => /现在|目前|没撤|到现在/.test(part))
      ? 'unclear'
      : true;
  }
  return has('clean') ? false : 'unclear';
}

function undecided(
  text: string,
  heard: { whole: string; own: readonly string[]; doubtful: readonly string[] },
): Reading<ReadIntegrity> | undefined {
  if (saysUnknown(heard.whole) || heard.doubtful.length > 0) return unknown;
  if (saysMaybe(heard.whole)) return ask(hint);
  if (heard.own.length === 0) return ask('请写项目负责人本人的情况。');
  const answer = readPlainYesNo(text);
  if (answer?.is === 'value' && answer.value === 'no' && heard.own.length === 1)
    return value({ misconduct: false, blacklist: false }, answer.echo);
  return answer?.is === 'value' ? ask(hint) : answer;
}

function probable(text: string): Phrase | undefined {
  const answer = readPlainYesNo(text);
  return answer?.is === 'value' ? answer.echo : undefined;
}
