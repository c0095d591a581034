/** Whether the applying unit is a legal person of its own: 附5 一. Clause by clause, a doubt takes the answer back. */
import type { Reading } from '../reading.ts';
import { readYesNo } from './readYesNo.ts';
import { ask, saysMaybe, saysProbably, saysUnknown, stated, statements, tidy, unknown, value } from './tidy.ts';

/** A part of something, or a kind of unit that is no legal person. */
const part =
  /分公司|分院$|分院(?=[,的])|分支机构|分部$|办事处|代表处|院系|二级(?:学院|单位|机构)|内设|部门|课题组|个体(?:工商)?户|个人独资|(?<!民办)非法人|挂靠|(?:下面|下属|所属|里面|内部)的?(?:一个)?(?:学院|系|研究室|实验室|中心|科室|车间|分厂)/;
/** The thing itself denied: 没有独立法人资格, 不具备, 没单独登记. */
const lacks =
  /(?:不是|并非|不算|不属于|非(?!企业|营利|盈利)|没有|没|无|未|不具备?|不具有|缺)[\p{Script=Han}]{0,6}(?:独立|法人|执照|登记|注册)|(?:法人|资格|执照)[\p{Script=Han}]{0,4}(?:没有?|不是|不具备|不算|无)(?=$|的|过|办|独立|单独|自己|取得|领|拿|登记|注册|这|法人|资格)|^(?:我们|本单位|自己|它|他们)*(?:不具备|不具有|不独立)/u;
/** 不是分公司, 不隶属于大学: a part denied. */
const noPart =
  /(?:不是|并非|不属于|不隶属|非|不挂靠|不归|没有?(?:挂靠|什么|任何|别的)?)[^,]{0,8}(?:母公司|总公司|总部|上级|分公司|分支|分院|院系|部门|内设|办事处|二级|个人独资|个体|下属|课题组|实验室|科室|研究室|大学|学校|集团|单位|谁|任何)/;
const own =
  /独立法人|(?:是|有|为|系|具有|属于?)[\p{Script=Han}]{0,8}法人(?!代表|是|吗|叫)|^[\p{Script=Han}]{0,4}是独立的$|^(?:我们)?(?:单位|公司)?独立的$|独立的?[\p{Script=Han}]{0,6}法人|事业单位法人|法人单位|法人资格|法人机构|法人身份|(?:社团|事业|企业|机关|社会组织|合作社|专业合作|民办非企业(?:单位)?|社会团体|捐助|非营利)法人|[是为系]法人|有(?:自己的|单独的?)?(?:执照|营业执照)|法人(?:执照|登记|证)|(?:社会组织|民非|民办非企业)[^,]{0,6}登记证|领了(?:营业)?执照|独立(?:登记|注册)|单独(?:登记|注册|领)|(?:有限|股份)(?:责任)?公司|正经注册|正规注册|统一社会信用代码/u;
const applicantIs = /申报单位[^,]{0,3}是?(?:学校|大学|医院|公司|总公司|集团)/;
const hostIs = /^(?:学校|大学|医院|公司|总公司|集团)(?:本身|才|就|当然|肯定)*(?:是|有)(?:独立)?(?:法人)?(?:资格|的)*$/;
const hint = '请看证件：单位自己有营业执照、事业单位法人证书或社会组织登记证书的回复“有”，分公司、院系回复“没有”。';

const applicantHint = '写在申报书上的申报单位是哪家？它自己是独立法人就回复“有”，不是就回复“没有”。';

/** Reads 独立法人, 分公司, 有, 没有; a guess from the seal or the account is asked about. */
export function readLegalPerson(text: string): Reading<boolean> | undefined {
  const said = statements(text);
  if (said === undefined) return undefined;
  const parts = stated(said);
  const whole = said.join('。');
  const now = parts.filter(
    (clause) =>
      !/^(?:以前|原来|过去|原先|之前|早先)|^(?:对方|外方|合作方|他们|人家)(?:那边)?(?:是|有|不是)/.test(clause),
  );
  const hosted = ofHost(now, whole);
  if (hosted !== undefined) return hosted;
  const told = contrasted(now);
  if (told !== undefined) return told;
  const heard = new Set(now.flatMap((clause) => standingOf(clause)));
  if (/吧\?/.test(tidy(text) ?? '')) return ask(hint);
  if (heard.size > 0 && (saysMaybe(whole) || (saysProbably(whole) && !/法人/.test(whole)))) return ask(hint);
  // 学院自己没有，以学校名义报，学校是独立法人.
  if (heard.has(true) && /(?:以|用|拿|按)(?:学校|大学|公司|医院|总公司|集团|单位|本[校院所])[^,]{0,4}名义/.test(whole))
    return value(true);
  // 学院不是法人，但申报单位是大学，大学是
  if (now.some((clause) => applicantIs.test(clause)) && now.some((clause) => hostIs.test(clause))) return value(true);
  if (heard.size > 1) return ask(hint);
  // 学院没有法人资格，申报单位写的是学校: what is denied is not what applies.
  if (heard.has(false) && now.some((clause) => /申报单位[^,]{0,3}是?(?:学校|大学|医院|公司|总公司|集团)/.test(clause)))
    return ask(hint);
  const [is] = heard;
  if (is !== undefined) return value(is);
  const answer = readYesNo(parts.length > 0 ? parts.join(',') : text);
  if (answer?.is !== 'value') return saysUnknown(whole) ? unknown : answer;
  if (saysUnknown(whole) && !parts.some((clause) => clause.length <= 4)) return unknown;
  // 学校有，学院没有，我们用学校报.
  if (
    parts.some((clause) =>
      /^(?:学校|大学|公司|医院|总公司|集团)(?:那边|本身|自己|肯定|当然)?(?:有|是)的?$/.test(clause),
    ) &&
    /(?:以|用|拿|按)(?:学校|大学|公司|医院|总公司|集团)(?:的)?(?:名义)?(?:来|去)?(?:申?报|填)/.test(whole)
  )
    return value(true);
  if (answer.value === 'partly') return ask(hint);
  // A seal and an account prove nothing, and neither does 应该是吧.
  if (answer.echo !== undefined || /账户|账号|公章|财务章/.test(whole)) return ask(hint);
  return value(answer.value === 'yes');
}

const place =
  '(?:办事处|代表处|分公司|分院|门店|分厂|分部|分支机构|分校|学院|院系|系里|实验室|课题组|研究室|科室|车间)';
const partSaid = new RegExp(
  `^[\\p{Script=Han}]{0,12}?${place}(?:本身|自己|那边|这边)*(?:就|是|都|倒|还)?(?:没有?|不是|不算|没有独立法人资格|没有法人资格|不具备)的?$`,
  'u',
);
const wholeSaid =
  /^(?:我们?|咱们?|本|总)?(?:公司|单位|学校|大学|医院|集团|合作社|我们|研究所|研究院)(?:本身|自己|这边)?(?:是|有|具有|具备)(?:独立)?(?:法人)?(?:单位|资格|机构)?的?$/;
/** The part itself applies. */
const partApplies =
  /(?:我们|本单位|申报(?:单位|的)?|以|用|拿)[^,。]{0,4}(?:办事处|代表处|分公司|分院|学院|院系|实验室|课题组)/;
/** 挂靠的大学有, 上级公司是法人: another house has it. */
const hostHas =
  /(?:挂靠|依托|托管|上级|主管|隶属|所属|母公司|总公司|总部|总院|集团)[^,没不未无]{0,8}(?:有|是)(?:的|独立|法人|单位|资格|机构)*$/;
const usDenied =
  /^(?:我们?|咱们?|本单位|我们单位|我单位|[\p{Script=Han}]{0,6}(?:中心|所|室|组|系|院|公司|部|处|基地|平台|里))?(?:本身|自己|这边)*(?:还|倒|是)?(?:没有?|不是|不算|不具备|没得)(?:独立)?(?:法人)?(?:资格|单位)?的?$/u;
const byName = /(?:以|用|拿|按)[^,。]{0,8}(?:名义|来报|去报|申报)|(?:用|拿)(?:学校|大学|公司|医院|集团)报/;

/** 实验室没有，挂靠的大学有: which of the two applies is asked, unless it is told. */
function ofHost(parts: readonly string[], whole: string): Reading<boolean> | undefined {
  const us = parts.some((clause) => usDenied.test(clause));
  if (!us) return undefined;
  const host = parts.some((clause) => hostHas.test(clause));
  const other =
    parts.some((clause) => /^(?:我们?|咱们?|本单位|我单位)(?:没有?|不是|不算)/.test(clause)) &&
    parts.some((clause) => /^(?:大学|学校|医院|集团|总公司|母公司)(?:才)?(?:是|有)/.test(clause));
  if (!host && !other) return undefined;
  return byName.test(whole) ? value(true) : ask(applicantHint);
}

const notYet = /^(?:我们)?(?:现在|目前|暂时)(?:还|尚|暂时)?(?:不是|没有|没|未)(?:有)?的?$/;

/** 公司有独立法人资格，办事处没有; 总公司有，我们没有; 现在还不是，正在办. */
function contrasted(parts: readonly string[]): Reading<boolean> | undefined {
  if (
    notYet.test(parts[0] ?? '') &&
    parts.slice(1).every((clause) => !own.test(clause) || /正在|在办|下个?月|估计|打算|准备/.test(clause))
  )
    return value(false);
  const denied = parts.filter((clause) => partSaid.test(clause));
  if (denied.length === 0 || parts.some((clause) => partApplies.test(clause))) return undefined;
  const rest = parts.filter((clause) => !partSaid.test(clause));
  return rest.length > 0 && rest.every((clause) => wholeSaid.test(clause))
    ? value(true, '按申报单位本身是独立法人记。')
    : undefined;
}

/** What one clause says of the unit; a subsidiary or a part that is somebody else's says nothing. */
function standingOf(clause: string): boolean[] {
  // 法人资格是总公司的: somebody else's.
  if (/法人(?:资格|证书?|身份)?是(?!我们|自己|本)[\p{Script=Han}]{1,8}的$/u.test(clause)) return [];
  // 我们挂靠的学会也有: another house has it.
  if (hostHas.test(clause) && !lacks.test(clause)) return [];
  if (lacks.test(clause)) return [false];
  if (/^(?:现在|目前|眼下|当前|暂时|还|尚)+(?:不算|不是|没有)$/.test(clause)) return [false];
  // 想单独登记没办下来: wished for only.
  if (
    /(?:想|打算|准备|计划|申请|争取|说是?要|将要?|拟|要(?=改|转|变|升))过?[^,]{0,6}(?:登记|注册|独立|法人|执照)/.test(
      clause,
    )
  )
    return [];
  if (noPart.test(clause)) return own.test(clause) ? [true] : [];
  if (part.test(clause)) return [false];
  // 法人是总公司: somebody else's again.
  if (/法人[是系](?:总|母|上级|集团|学校|大学|医院本部)/.test(clause)) return [false];
  return own.test(clause) ? [true] : [];
}

function denies(clause: string): boolean {
  return lacks.test(clause) || (part.test(clause) && !noPart.test(clause));
}

/** Only where the words say it outright (有单独的法人证, 社团法人); for answers about something else. */
export function saysLegalPerson(text: string): true | undefined {
  const said = statements(text);
  if (said === undefined || saysUnknown(text) || saysMaybe(text)) return undefined;
  const parts = stated(said);
  return parts.some(
    (clause) =>
      /独立法人|社团法人|法人证[\p{Script=Han}]{0,6}(?:自己|单独|独立)|(?:自己|单独|独立)的?[\p{Script=Han}]{0,4}法人证/u.test(
        clause,
      ) && !denies(clause),
  ) && !parts.some(denies)
    ? true
    : undefined;
}
