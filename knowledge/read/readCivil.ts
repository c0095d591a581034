/** Whether the lead is a civil servant of a state organ, and whether the post manages programmes (附5 二（四）). */
import type { Reading } from '../reading.ts';
import { readPlainYesNo } from './readYesNo.ts';
import {
  ask,
  clauses,
  saysMaybe,
  saysProbably,
  saysUnknown,
  speaksOfOthers,
  stated,
  statements,
  unknown,
  value,
} from './tidy.ts';

export interface ReadCivil {
  readonly civilServant?: boolean;
  readonly managesProgrammes?: boolean;
}

const servant = /公务员|公务人员|国家机关|行政编|选调生/;
const organ =
  /(?:局|厅|政府|机关|省委|市委|县委|区委|组织部|发改委|卫健委|国资委|科技部|管委会|人大|政协|法院|检察院)(?:里|的|机关)?(?:的)?(?:[\p{Script=Han}]{0,8})(?:科长|处长|局长|厅长|科员|主任科员|调研员|副科长|副处长|副局长|巡视员|公务员)|[一二三四]级调研员|主任科员|科员|巡视员/u;
const programmes =
  /管(?:理|得?到|着)?(?:什么|啥)?(?:科技)?(?:计划|项目)|科技计划|项目管理|立项|管科技|计划管理|管计划|管科研经费/;
const offices = /科研处|科技处|科研管理|科技部门|科研办|科研科|科技科|科管/;
const both = /^(?:这?两[个项样]|都|均|也|全)+(?:不是|没有|没|不沾|否|无关|没关系)|^都不/;
const none = /不是|没|不|非|未|无|否/;
const plainNo = /^(?:肯定|应该|当然|绝对|真的)?(?:不是|否|没有|不|no|n|×|x|非)(?:的)?吧?$/;
const unrelated = /一线|搞科研|做科研|教书|老师|教师|医生|大夫|企业的|研究人员|科研人员|普通员工/;
const teaches = /老师|教书|教授|教师|企业(?:老板|的)|老板|公司(?:的|上班|员工)|医生|研究员/;
const hint = '请写是不是国家机关公务员，岗位管不管科技计划项目，例如“不是公务员，也不管项目”。';

/** Reads both; 都不是 denies both, a plain 不是 or 是 speaks of the civil servant alone. */
export function readCivil(text: string): Reading<ReadCivil> | undefined {
  const said = statements(text);
  if (said === undefined) return undefined;
  const whole = said.join('。');
  const parts = latest(clauses(said));
  const own = parts.filter((part) => !speaksOfOthers(part) && !saysUnknown(part) && stated(said).includes(part));
  if (saysMaybe(whole)) return ask(hint);
  if (/参公|参照公务员/.test(whole)) {
    if (!own.some((part) => /参公|参照公务员/.test(part) && none.test(part)))
      return ask('参公管理的单位算不算机关公务员，指南没有写明，请由科技厅认定。您可以回复“不确定”。');
  }
  let civil: boolean | undefined;
  let manages: boolean | undefined;
  let conflict = false;
  const heard = (was: boolean | undefined, now: boolean) => {
    conflict ||= was !== undefined && was !== now;
    return now;
  };
  for (const part of own) {
    if (/^(?:两个?|都)+是的?$/.test(part)) {
      civil = heard(civil, true);
      manages = heard(manages, true);
    } else if (both.test(part)) {
      civil = heard(civil, false);
      manages = heard(manages, false);
      continue;
    }
    const no = none.test(part.replace(/不仅|不光|不但/g, ''));
    if (/(?:机关|政府|体制)(?:里)?[^,]{0,4}(?:八竿子|不沾边?|沾不上|没关系|无关|没半点)/.test(part))
      civil = heard(civil, false);
    else if (/行政职务/.test(part) && no) civil = heard(civil, false);
    else if (servant.test(part)) civil = heard(civil, !no);
    else if (organ.test(part) && !/不是|原来|以前|曾|退休/.test(part)) civil = heard(civil, true);
    if (programmes.test(part)) manages = heard(manages, !no && !/没关系|无关/.test(part));
    else if (/^也?(?:都)?不管$/.test(part)) manages = heard(manages, false);
    else if (
      /项目/.test(part) &&
      /没关系|无关|不沾|不管|不碰|不参与管理|不归|管不[着到了]|不负责|不经手|八竿子|沾不上|没份/.test(part)
    )
      manages = heard(manages, false);
  }
  // A teacher or the owner of a firm who has nothing to do with programmes is none of the organ's people.
  const elsewhere =
    civil === undefined && manages === false && own.some((part) => teaches.test(part) && !organ.test(part));
  if (elsewhere) civil = false;
  if (conflict || own.some((part) => /以前|曾|原来/.test(part) && servant.test(part) && !none.test(part)))
    return ask('现在是不是国家机关公务员？请写“是”或“不是”。');
  if (civil === undefined && own.some((part) => plainNo.test(part))) civil = false;
  if (civil === undefined && manages === undefined) {
    if (own.some((part) => offices.test(part)))
      return ask('在科研处等部门，岗位管不管政府的科技计划项目？是不是公务员？请分别写。');
    if (saysUnknown(whole)) return unknown;
    if (own.length === 0) return ask('请写项目负责人本人的情况。');
    if (own.some((part) => /参公|[科处局厅]长|事业编|机关/.test(part))) return ask(hint);
    return fallback(text, own);
  }
  if (own.some((part) => offices.test(part)) && manages === undefined)
    return ask('岗位管不管政府的科技计划项目？请写“不是公务员，也不管项目”或具体情况。');
  const echo = elsewhere
    ? '按“不是公务员”记。'
    : saysProbably(whole)
      ? civil === false
        ? '按“不是”记。'
        : '按“是”记。'
      : undefined;
  return value(
    {
      ...(civil === undefined ? {} : { civilServant: civil }),
      ...(manages === undefined ? {} : { managesProgrammes: manages }),
    },
    echo,
  );
}

/** 原来在科技厅，后来去大学当老师了: only what holds now counts. */
function latest(parts: readonly string[]): readonly string[] {
  const now = parts.findIndex((part) => /^(?:现在|后来|如今|目前|20\d\d年?就?|[^,]{0,6}就?调[去到]|已经调)/.test(part));
  const before = parts.findIndex((part) => /^(?:[他她我]?)(?:原来|以前|过去|曾|原先|早年|之前)/.test(part));
  return before >= 0 && now > before ? [...parts.slice(0, before), ...parts.slice(now)] : parts;
}

function fallback(text: string, own: readonly string[]): Reading<ReadCivil> | undefined {
  const answer = readPlainYesNo(text);
  if (answer?.is !== 'value') return answer ?? (own.some((part) => unrelated.test(part)) ? ask(hint) : undefined);
  if (answer.value === 'yes') return value({ civilServant: true }, answer.echo);
  return answer.value === 'no' ? value({ civilServant: false }, answer.echo) : ask(hint);
}
