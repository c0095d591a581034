/**
 * Whether the lead is a civil servant of a state organ, and whether the post manages programmes (附5 二（四）). Each
 * clause is cut where it turns to the other thing (…也不管…), and each piece denies or claims what it names.
 */
import type { Reading } from '../reading.ts';
import { aboutLead, asStated } from './aboutLead.ts';
import { managedBy, onlyWorks } from './barGuard.ts';
import { denyingOffice } from './denyingOffice.ts';
import { ofOthers } from './postOf.ts';
import { readPlainYesNo } from './readYesNo.ts';
import {
  ask,
  clauses,
  saysGuess,
  saysMaybe,
  saysProbably,
  saysUnknown,
  stated,
  statements,
  unknown,
  value,
} from './tidy.ts';

export interface ReadCivil {
  readonly civilServant?: boolean;
  readonly managesProgrammes?: boolean;
}

type Flag = boolean | undefined | 'conflict';

const servant =
  /公务员|公务人员|国家机关|行政编|选调生|政府(?:的|里的)?(?:人|官员)|government|机关(?:的|里的)?(?:人|干部|工作人员)|吃皇粮|(?:当过?|做过?|是|什么|个|大|小|哪门子)官(?!方|网)|官[员家场](?!网)|吃公家饭/;
const organ =
  /(?:局|厅|政府|机关|省委|市委|县委|区委|组织部|发改委|卫健委|国资委|科技部|管委会|人大|政协|法院|检察院)(?:里|的|机关)?(?:的)?(?:[\p{Script=Han}]{0,8})(?:科长|处长|局长|厅长|科员|主任科员|调研员|副科长|副处长|副局长|巡视员|公务员)|[一二三四]级调研员|主任科员|科员|巡视员|(?:^|[是任当为市县区省府的])副?(?:市长|县长|区长|镇长|乡长)(?!助理|秘书)/u;
const notOrgan = /不是|不在|没在|未在|原来|以前|曾|退休|挂职|辞|调[走离出]/;
const outside =
  /(?:机关|政府|体制|官场|公务员)(?:单位|编制|系统|队伍)?(?:里|内|那边|这块)?[^,]{0,4}(?:八竿子|不沾|沾不上|没关系|无关|没半点|不搭|没瓜葛)|(?:不是|不在|没在|非|不属于|不属)(?:国家|政府|党政|任何)*(?:机关|政府|体制)(?:里面?|内|的|单位|工作|上班|编制|序列|人员|人)*$|没有?行政职务|(?:没有?|无)(?:任何|什么|啥)?公职(?!人员)|公职[^,]{0,2}(?:没有|无)|行政职务[^,]{0,3}(?:没有|无)|[未没不](?:担|兼)?任[^,]{0,4}行政职务|无行政职务|非行政编/;
const programmes =
  /管(?:理|得?到|着|不[着到了])?(?:过|什么|啥|那些|这些|你们|政府|省里|国家|的|任何)*(?:科技)?(?:计划|项目)|科技计划|(?:项目|计划)(?:的|那块)?(?:管理|审批|评审|立项)|立项|管科技|管科研经费|(?:政府|省里|厅里|科技局|科技厅)的(?:科技)?(?:计划|项目)|政府项目|(?:科技)?(?:计划|项目)(?:那块|这块|这些|那些|审批|的事)?[\p{Script=Han}]{0,6}(?:管|经手|过问|插手|碰)/u;
const manages = /管|审批|立项|评审|负责(?:全[市县省区])?(?:的)?科技计划(?!项目)/;
const offices = /科研处|科技处|科研管理|科技部门|科研办|科研科|科技科|科管/;
/** Own projects, or those of the house: nobody's programme. */
const ownProjects =
  /(?:自己|课题组|本课题|手头|自家|手上)(?:的|课题组)*(?:科研)?项目|(?:校内|校级|学校|院里|院内|所里|公司|企业|单位|内部)的?(?:[\p{Script=Han}]{0,4})项目/u;
/** Its managing of projects is the house's own matter: whether that manages programmes, the guide does not say. */
const houseOffice = /科研[处办科院]|科技处|科教科|科研管理[处办科部]/;
const government = /科技[厅局]|[省市县区厅局](?:里|级)|政府|国家|基金委|计划|审批|立项|评审/;
const apart =
  /没关系|无关|不沾|不管|不碰|不参与|不归|管不[着到了]|不负责|不承担|不经手|八竿子|沾不上|没份|没有?沾|轮不[到上着]|没有轮|[没不]搭|不涉|没瓜葛|没半[毛点]|没我的事|没他的事|插不上/;
const none =
  /不是|没|不(?!仅|光|但|过)|非|未|无|否|[哪那]能|哪来|哪里?(?:会|有|是)|那里(?:会|有|是)|怎么可能|什么公务员|啥公务员|谈不上|算不上/;
const plainNo =
  /^(?:肯定|应该|当然|绝对|真的|现在|目前|早就?|我|俺|咱|他|她|本人|全都?)*(?:不是|否|没有|不|no|n|×|x|非|没)(?:的|了)?吧?$/;
const fill =
  '也|亦|压根|根本|种|我|他|她|本人|负责人|老师|现在|目前|如今|这些事?|那些|这|那|以上|上述|前述|所列|肯定|真的|当然|绝对|应该|跟|和|与|就|但|反正|其实|说的|的|情况|情形|问题|身份|条件|选项|问的';
const pair =
  '(?:(?:两|二|2)[个项样种者条边头块方面]*|俩|[哪一]样|哪一[样个项]|[哪一]个都|哪个|哪一?项|都|均|全|皆|一概)';
const bothNo = new RegExp(
  `^(?=.{0,16}${pair})(?:${fill}|${pair})*(?:不是|不|没有?|否|无|非|不属于?|不沾|没有?沾过?|不占|不搭界|无关|没关系|不涉及|不存在|不符合|没有的|挨不着|不挨)(?:是|有|边|过|的|上|界|任何|关系|任职|他|我|吧)*$|^(?:我|他|她|本人|负责人|都|也)*(?:没有?|不存在|无|不属于|不符合|不占)(?:上述|以上|这|那|任何)*(?:两|二|2)?[个项样种类]?(?:情况|情形|身份)(?:之一)?$|^都不(?!知|确|清)|^(?:我|他|她)?(?:不涉及|不存在|不适用)(?:的|此类情况)?$|^(?:no,?)?neither$`,
);
const unrelated = /一线|搞科研|做科研|教书|老师|教师|医生|大夫|企业的|研究人员|科研人员|普通员工/;
const teaches = /老师|工程师|教[书授师]|企业(?:老板|的)|老板|公司(?:的|上班|员工)|医生|研究员|种地|打工|农民|做实验/;
/** Who works for himself has no post that manages anything. */
const selfEmployed =
  /养[\p{Script=Han}]{1,2}的|种[\p{Script=Han}]{1,3}的|种地|农民|开(?:厂|公司|店)|办(?:厂|公司|企业)|做(?:生意|买卖)|打工|(?:民企|私企|公司|厂里?)的?老板|个体户|平民|老百姓/u;
const gone = /[当做干是任]过|退下来|退了|卸任|不再|不干了|以前|曾|原来|退休|辞职|离职|早年/;
/** 他不是，我才是公务员: another than the one just denied. */
const rather = /^(?:我|他|她|人家|\p{Script=Han}{1,4})才是/u;
const denies = (part: string): boolean => /不是|没有?$|否$/.test(part);
const hint = '请写是不是国家机关公务员，岗位管不管科技计划项目，例如“不是公务员，也不管项目”。';
const inHouse = '单位自己的科研管理岗算不算“行使科技计划管理职能”，指南没有写明，请由科技厅认定。您可以回复“不确定”。';
const borderlineWords = /参公|参照公务员/;
const borderline = '参公管理的单位算不算机关公务员，指南没有写明，请由科技厅认定。您可以回复“不确定”。';

/** Reads both; 都不是 denies both, a plain 不是 or 是 speaks of the civil servant alone. */
export function readCivil(text: string): Reading<ReadCivil> | undefined {
  const said = statements(asStated(denyingOffice(text)));
  if (said === undefined) return undefined;
  const whole = said.join('。');
  if (saysMaybe(whole) || saysGuess(whole)) return ask(hint);
  const parts = latest(aboutLead(clauses(said)));
  const sure = new Set(stated(said));
  const own = parts
    .filter((part) => !saysUnknown(part) && sure.has(part))
    // 我爸是公务员我不是: one breath, two people.
    .flatMap((part) => part.split(/(?<=公务员)(?=我|他自己|她自己|本人|老师|负责人)/))
    .filter((part, at, all) => !ofOthers(part, whole) && !(rather.test(part) && all.slice(0, at).some(denies)))
    .flatMap(pieces);
  // 参照公务员法管理: whether that makes one a civil servant, the guide does not say.
  const likePublic = own.some((part) => borderlineWords.test(part) && !none.test(part));
  const heard = weigh(own.filter((part) => !borderlineWords.test(part) || none.test(part)));
  const { civil, programme } = heard;
  if (likePublic) {
    if (typeof programme === 'boolean') return value({ managesProgrammes: programme });
    return saysUnknown(whole) ? unknown : ask(borderline);
  }
  if (civil === 'conflict' || programme === 'conflict') return ask('现在是不是国家机关公务员？请写“是”或“不是”。');
  if (
    civil !== false &&
    programme === undefined &&
    own.some((part) => gone.test(part) && (servant.test(part) || organ.test(part)) && !none.test(part))
  )
    return ask('现在是不是国家机关公务员？请写“是”或“不是”。');
  if (civil === undefined && programme === undefined) {
    if (own.some((part) => offices.test(part)))
      return ask('在科研处等部门，岗位管不管政府的科技计划项目？是不是公务员？请分别写。');
    if (saysUnknown(whole)) return unknown;
    if (own.length === 0) return ask('请写项目负责人本人的情况。');
    return own.some((part) => /参公|[科处局厅]长|事业编|机关/.test(part)) ? ask(hint) : fallback(text, own);
  }
  const echo = heard.guessed
    ? civil === false && programme === false && !own.some((part) => programmes.test(part) || apart.test(part))
      ? '按“都不是”记。'
      : '按“不是公务员”记。'
    : saysProbably(whole)
      ? civil === false
        ? '按“不是”记。'
        : '按“是”记。'
      : undefined;
  return value(
    {
      ...(civil === undefined ? {} : { civilServant: civil }),
      ...(programme === undefined ? {} : { managesProgrammes: programme }),
    },
    civil === false && programme === undefined && managesInHouse(own) ? inHouse : echo,
  );
}

/** 我不是公务员我办企业的也不管什么科技计划 turns from one thing to the other at 也. */
function pieces(part: string): string[] {
  return part
    .split(
      /(?=(?<!都|这|计划|项目|公务员|管理|工作|事|审批|评审|机关|[他她我]|本人|负责人)(?:也|亦|更|而且|并且|又)(?:都)?(?:不|没|未|无|管|轮)|(?<=公务员)(?:不|没)管|(?<=[者员吗人的])管(?:理)?(?:科技)?项目)/,
    )
    .filter((piece) => piece !== '');
}

/** 在科研处管项目, and nothing of the government's. */
function managesInHouse(own: readonly string[]): boolean {
  return (
    own.some((each) => houseOffice.test(each)) &&
    own.some((each) => programmeIn(each, none.test(each)) === true) &&
    !government.test(own.join('，'))
  );
}

function weigh(own: readonly string[]): { civil: Flag; programme: Flag; guessed: boolean } {
  let civil: Flag;
  let programme: Flag;
  const heard = (was: Flag, now: boolean): Flag => (was !== undefined && was !== now ? 'conflict' : now);
  for (const part of own) {
    if (/^(?:两个?|都)+是的?$/.test(part)) {
      civil = heard(civil, true);
      programme = heard(programme, true);
      continue;
    }
    if (bothNo.test(part)) {
      civil = heard(civil, false);
      programme = heard(programme, false);
      continue;
    }
    const no = none.test(part.replace(/不仅|不光|不但|非常/g, ''));
    if (outside.test(part)) civil = heard(civil, false);
    else if (servant.test(part) && !(gone.test(part) && !no)) civil = heard(civil, !no);
    else if (organ.test(part) && !notOrgan.test(part)) civil = heard(civil, true);
    const one = programmeIn(part, no);
    if (one === true && managesInHouse(own)) continue;
    if (one !== undefined) programme = heard(programme, one);
  }
  // 项目管理是我们科教科的事，他只看病做课题.
  if (
    programme === undefined &&
    own.some((part) => programmes.test(part) && managedBy(part) === 'office') &&
    own.some((part) => onlyWorks.test(part) && !manages.test(part))
  )
    programme = false;
  // 我在科研处，科技计划项目管理是我们处的事.
  if (
    programme === undefined &&
    own.some((part) => /我们|咱们/.test(part) && programmes.test(part) && managedBy(part) === 'office') &&
    own.some(
      (part) =>
        offices.test(part) && /^(?:我|他|她|本人|负责人)?(?:就|现在|目前)?[在是]/.test(part) && !none.test(part),
    )
  )
    programme = true;
  const nos = own.filter((part) => plainNo.test(part) || /^(?:没有|不是){2,3}的?$/.test(part)).length;
  const later = own.some((part) => /^(?:都|也|那?个?也|管|科研|科技|项目).{0,4}(?:没有|不是|否)$/.test(part));
  if (civil === undefined && nos > 0) civil = false;
  // 否，否 answers one thing after the other.
  if (
    programme === undefined &&
    nos > 1 &&
    own.length === nos &&
    own.every((part) => /^(?:否|无|没有|非)$/.test(part) || later)
  )
    programme = false;
  // A teacher or the owner of a firm who has nothing to do with programmes is none of the organ's people.
  const guessed =
    civil === undefined && programme === false && own.some((part) => teaches.test(part) && !organ.test(part));
  const both =
    programme === undefined &&
    civil === false &&
    nos > 0 &&
    own.some((part) => selfEmployed.test(part)) &&
    !own.some((part) => servant.test(part) || organ.test(part) || offices.test(part) || /管|项目|计划/.test(part));
  const resigned =
    civil === undefined &&
    own.some((part) => gone.test(part) && servant.test(part)) &&
    own.some((part) => /(?:辞|离)(?:职|了|掉|去)|脱离体制/.test(part));
  return {
    civil: guessed || resigned ? false : civil,
    programme: both ? false : programme,
    guessed: guessed || both,
  };
}

/** 也不管, 非科技管理岗, 没参与项目管理: nothing of the kind is done. */
const notManaging: readonly RegExp[] = [
  /^(?:也|都|更|亦|我|他|她|本人|负责人|自己)*(?:不|没|没有|未)(?:管理?|从事管理|负责管理)(?:的|这些|那些|过|什么)?$/,
  /非(?:科技|科研|项目|计划)[\p{Script=Han}]{0,4}(?:管理)?(?:岗|人员|岗位)/u,
  /[不没未](?:从事|参与|承担|负责|做|涉及|担任)[^,]{0,6}(?:科技|科研|项目|计划)[^,]{0,6}管理/,
  /[不没未][是在属][^,]{0,6}(?:科技|科研|项目|计划)[^,]{0,4}(?:管理)?(?:岗|部门)/,
  /^(?:但|也|都|更|又)*(?:不管|不负责|不参与|没管)(?:过|什么|任何)?(?:项目)?(?:的)?(?:审批|立项|评审|管理)/,
];

function programmeIn(part: string, no: boolean): boolean | undefined {
  if (notManaging.some((words) => words.test(part))) return false;
  if (/计划|项目|科技管理|科研管理|科管/.test(part) && apart.test(part)) return false;
  if (!programmes.test(part)) return undefined;
  // 项目管理归科研办 tells of that office; whoever is in it may still be asked.
  const whose = managedBy(part);
  if (whose === 'others' && !ownProjects.test(part)) return false;
  if (no) return ownProjects.test(part) ? undefined : false;
  return whose === 'lead' && manages.test(part) && !ownProjects.test(part) && !/自己的?(?:科研|科技)?项目/.test(part)
    ? true
    : undefined;
}

/** 原来在科技厅，后来去大学当老师了: only what holds now counts. */
function latest(parts: readonly string[]): readonly string[] {
  const now = parts.findIndex((part) =>
    /^(?:现在|后来|如今|目前|现|20\d\d年?就?|[^,]{0,6}就?调[去到]|已经调|早就|[^,]{0,6}(?:辞职|离职|辞了))/.test(part),
  );
  const before = parts.findIndex((part) => /^(?:[他她我]?)(?:原来|以前|过去|曾|原先|早年|早先|之前)/.test(part));
  return before >= 0 && now > before
    ? [...parts.slice(0, before), ...parts.slice(now).filter((part) => !/辞职|辞了/.test(part))]
    : parts;
}

function fallback(text: string, own: readonly string[]): Reading<ReadCivil> | undefined {
  const answer = readPlainYesNo(text);
  if (answer?.is !== 'value') return answer ?? (own.some((part) => unrelated.test(part)) ? ask(hint) : undefined);
  if (answer.value === 'yes') return value({ civilServant: true }, answer.echo);
  return answer.value === 'no' ? value({ civilServant: false }, answer.echo) : ask(hint);
}
