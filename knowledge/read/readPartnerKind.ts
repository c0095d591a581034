/** What kind of unit the overseas partner is, and whether it is a legal person of its own. */
import type { PartnerKind } from '../facts.ts';
import type { Reading } from '../reading.ts';
import { kindsIn, kindWords } from './kinds.ts';
import { readYesNo } from './readYesNo.ts';
import { ask, clauses, saysMaybe, saysProbably, saysUnknown, stated, statements, unknown, value } from './tidy.ts';

export interface ReadPartnerKind {
  readonly kind?: PartnerKind;
  readonly legalPerson?: boolean;
}

const table = kindWords<PartnerKind>({
  university:
    '大学 高校 学院 高等学校 高等院校 理工学院 大学校 university college 院校 理工大学 公立大学 国立大学 私立大学 医学院 医科大学',
  'research-institute':
    '研究所 研究院 科研院所 科研机构 研究机构 科学院 国立研究所 技术中心 研究中心 国家实验室 institute 科研所 化学所 研究单位 研究组织 科研单位 搞研究的机构 做研究的机构 搞科研的机构 做研究的单位 搞研究的单位',
  enterprise:
    '企业 公司 有限公司 株式会社 有限会社 集团 股份公司 company inc ltd gmbh corporation 药企 厂 私企 国企 跨国公司 科技公司 厂商',
  hospital: '医院 hospital 附属医院 教学医院 大学医院 诊所 医疗中心 医学中心 大学附属医院',
  'international-organisation': '国际组织 联合国 世界卫生组织 世卫组织 粮农组织 教科文组织 政府间组织 国际机构',
  other:
    '基金会 协会 学会 政府 政府部门 非营利机构 非营利组织 非政府组织 ngo 联盟 商会 其他 其它 博物馆 植物园 图书馆 行业协会',
});

const part = '(?:院?系|学院|实验室|课题组|研究组|研究室|研究所|中心|教研室|团队|部门|分校)';
const within = new RegExp(
  [
    `(?:里头?|底下|下面|下属|内部|中|所属|旗下)(?:面)?的?(?:一个|某个|某|1个)?[\\p{Script=Han}]{0,4}${part}`,
    `(?:大学|学校|公司|医院|研究所|研究院|科学院|他们)的(?:一个|某个|某|1个)?[\\p{Script=Han}]{0,4}${part}`,
    `(?:大学|公司|研究所|研究院)的?(?:一个)?(?:某个?|[\\p{Script=Han}]{0,6})(?:系|实验室|课题组|研究组|团队)$`,
    '分公司|分支机构|代表处|办事处|联络处|二级学院|课题组|事业部|不独立',
    '(?:挂靠?|隶属|附设|设)[在于].{0,12}(?:下面?|里|名下)',
  ].join('|'),
  'u',
);
/** 不是哪家的分公司, 不是大学下面的系: a part denied. */
const noPart = new RegExp(
  `(?:不隶属|不从属|不附属|不挂靠|不依附)于?[^,法]{0,14}|不(?:属于|归)(?:哪|任何|谁|别)[^,法]{0,10}|(?:不是|并非|不属于|不隶属于?|不算)[^,不是法只]{0,12}?(?:分公司|子公司|分支机构|分支|代表处|办事处|联络处|二级学院|课题组|事业部|${part})`,
  'gu',
);
/** 它挂在大学下面, 归大学管: names the host's kind, not its own. */
const host =
  /(?:挂靠?|依托|隶属|附设|设)(?:[在于]|(?=国家|大学)).*$|归.{1,8}管.*$|(?:签字|签约|签|盖章|出面)[^,]{0,3}(?:要|由|得|是|让)[^,]{1,8}$|(?:要|由|得|让)[^,]{1,8}(?:来|去)?(?:签|盖章?|出面|代签)[^,]{0,2}$|(?:政府|国家|联邦|部委|议会|州里?|基金会|教会|财团)(?:下属|所属|主管|直属|下面|出资|出钱|拨款|资助|设立|举办|建|办)+(?:[办建设]+)?的?|属于(?:政府|国家|联邦|州|市)[^,]*$|以[^,]{0,12}(?:的?形式|名义)(?:来|去|而)?(?:办|注册|登记|成立|设立|存在|运营)*的?|(?:跟|和|与)[^,]{1,8}[没无不](?:有|存在)?(?:任何|什么)?(?:隶属|从属)?(?:关系|瓜葛|相干)/;
/** 挂在农业部下面: under a ministry, but no part of it. */
const stateHost =
  /(?:挂靠?|隶属|附设|设)[在于]?[^,]{0,4}(?:政府|国家|联邦|[部委州省厅])[^,大校院]{0,6}(?:下面?|里|名下|管)/;
/** 法人身份还在确认: nothing holds yet. */
const pending =
  /是不是|是否|算不算|有没有|至于|不敢|还在|正在|待(?:定|确认|核)|确认中|核实中|(?:要|得|需|再|去)(?:核实|确认|查)/;
const personal = /(?:(?<![几\d两三四五六七八九十多])个人|自然人|教授本人)/;
/** 我只跟教授本人对接: whom one talks to, not what the partner is. */
const contact = /对接|联系|沟通|打交道|接触|聊/;
const fine = /没(?:有)?(?:问题|毛病|得说|的说)|不假|不缺|不成问题|不(?:用|必)(?:说|担心)|没跑/g;
const notLegal =
  /(?:不是|没有?|不具备?|非|无|不算|不够|谈不上|称不上|未)(?:取得|有|独立|单独|自己)*的?(?:一个)?(?:法人|独立法人)|不(?:是)?独立|法人.{0,3}(?:没有|不是|不独立|[没不]够)|(?:它|中心|学院|系|所|自己|本身)(?:自己|本身)?(?:不是|没有)$/;
/** 法人是大学, 法人代表姓王: somebody else is meant. */
const elsewhere = /法人(?:代表)?(?:是|为|姓|叫)(?!独立|对|有|的|没|自己|本身)|法人代表|法定代表/;
const legal =
  /法人|独立承担[\p{Script=Han}]{0,8}责任|(?:自己|独立|单独)(?:有)?(?:注册|登记|营业执照|执照)|^(?:自己|本身)?(?:是|就是)?独立的?$|(?<![没不非未无][^,]{0,8})独立的?(?:一[家个])?(?:公司|企业|实体)|legal (?:person|entity)|incorporated|(?<![a-z])e\. ?v\./u;
const hint = '请写是大学、研究所、企业、医院还是其他，是不是独立法人，例如“大学，独立法人”。';

/** Reads kind and legal standing together; either may stay out when it is not said. */
export function readPartnerKind(typed: string): Reading<ReadPartnerKind> | undefined {
  const text = typed
    .replace(/非[营盈赢]利性?的?(?=[研科医])/g, '')
    .replace(/(?:separate |own )?legal (?:personality|status)/gi, '法人资格');
  const said = statements(text) ?? statements(text.replace(lastQuestion, ''));
  if (said === undefined) return undefined;
  const whole = said.join('。');
  const parts = clauses(said);
  const clear = stated(said);
  const ours = clear
    .map((clause) =>
      clause
        .replace(/[,]?不是哪个国家的?/g, '不是')
        .replace(fine, '是的')
        .replace(noPart, ''),
    )
    .filter((clause) => !/^我们(?:是|单位|学校|公司)|^我方|申报单位|以为|当是|当成|当作/.test(clause));
  const { kinds, denied } = kindsIn(
    ours.map((clause) => clause.replace(host, '').replace(/(?:多|各|几)国政府|政府间?(?:协定|签)/g, '')),
    table,
  );
  const hosts =
    kinds.length > 0 || !/实验室|课题组|系$|团队/.test(ours.join('。')) ? [] : kindsIn(ours, table).kinds.slice(0, 1);
  const distinct = [...new Set([...kinds, ...hosts])];
  const belongs = within.test(ours.map((clause) => clause.replace(stateHost, '')).join('。'));
  const legalPerson = readLegal(ours, belongs && !parts.some((clause) => /学校(?:本身|自己)?签|校级/.test(clause)));
  if (legalPerson === 'contradiction') return ask('前后说法不一致：合作方是独立法人，还是某个单位里的部门？');
  if ((distinct.length > 0 || legalPerson !== undefined) && saysMaybe(whole)) {
    // 是个研究中心，好像挂在集团下面: what it is was said for sure.
    const firm = kindsIn(
      ours.filter((clause) => !saysMaybe(clause) && !saysProbably(clause)).map((clause) => clause.replace(host, '')),
      table,
    ).kinds;
    const [only] = new Set(firm);
    return only !== undefined &&
      new Set(firm).size === 1 &&
      distinct.every((each) => each === only) &&
      saysUnknown(whole)
      ? value({ kind: only })
      : ask(hint);
  }
  if (
    distinct.length > 0 &&
    saysUnknown(whole) &&
    /吧[,。]|吧$|应该/.test(whole) &&
    !/法人[^,。]*(?:不|没)/.test(whole)
  )
    return ask(hint);
  const kind = ours.map(heldKind).find((each) => each !== undefined) ?? oneKind(distinct, ours.join('。'));
  if (kind === 'several') {
    return legalPerson === undefined || distinct.length > 1
      ? ask('合作方主要是哪一类？请写大学、研究所、企业、医院或其他中的一个。')
      : undefined;
  }
  if (kind === undefined && legalPerson === undefined) {
    if (saysUnknown(whole)) return unknown;
    return denied.length > 0 || readYesNo(text) !== undefined ? ask(hint) : undefined;
  }
  return value({ ...(kind === undefined ? {} : { kind }), ...(legalPerson === undefined ? {} : { legalPerson }) });
}

/** 是国际组织，这样能当合作方吗: the question behind the answer. */
const lastQuestion = /[,，。;；][^,，。;；]*(?:吗|[?？])[。!！~～\s]*$/;

function readLegal(parts: readonly string[], belongs: boolean): boolean | 'contradiction' | undefined {
  const no = belongs || parts.some((part) => notLegal.test(part) || (personal.test(part) && !contact.test(part)));
  const yes = parts.some(
    (part) =>
      legal.test(part) && !notLegal.test(part) && !elsewhere.test(part) && !saysProbably(part) && !pending.test(part),
  );
  // 大学的医学中心，它自己就有法人资格: a part of a house, yet expressly a legal person of its own.
  const expressly = parts.some(
    (part) =>
      !/^(?:但|可)?(?:大学|学校|总部|母公司|上级|研究院|集团|校方|它们?(?:大学|学校))/.test(part) &&
      /(?:自己|本身|单独|独自|另外)(?:就|也|都|是|有|具有|具备|登记|注册|的|独立)*(?:独立)?(?:法人|注册|登记)/.test(
        part,
      ) &&
      !notLegal.test(part) &&
      !elsewhere.test(part) &&
      !saysProbably(part) &&
      !pending.test(part),
  );
  if (yes && belongs && expressly && !parts.some((part) => notLegal.test(part) || personal.test(part))) return true;
  if (yes && no) return 'contradiction';
  return yes ? true : no ? false : undefined;
}

/** 大学下面的一个研究所: the house itself, by what stands behind 下面; its host is another. */
function heldKind(clause: string): PartnerKind | undefined {
  const [, held] = /(?:下面|底下|下属|下设|旗下|直属|内部|里面)的?(?:[一1某][个家所]|某)?(.*)$/.exec(clause) ?? [];
  const [kind] = held === undefined ? [] : kindsIn([held], table).kinds;
  return kind === 'research-institute' || kind === 'enterprise' || kind === 'hospital' ? kind : undefined;
}

function oneKind(kinds: readonly PartnerKind[], whole: string): PartnerKind | 'several' | undefined {
  const [first, second] = kinds;
  if (second === undefined) return first;
  if (kinds.includes('international-organisation') && !kinds.includes('enterprise'))
    return 'international-organisation';
  if (kinds.includes('hospital') && kinds.includes('university') && kinds.length === 2) return 'hospital';
  // A part of a university stays the university's.
  if (first === 'university' && within.test(whole)) return 'university';
  return 'several';
}
