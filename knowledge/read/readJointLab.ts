/** Whether a joint laboratory with the overseas side exists; one that is planned does not count yet. */
import type { FactTypes } from '../facts.ts';
import type { Reading } from '../reading.ts';
import { readPlainYesNo } from './readYesNo.ts';
import { ask, clauses, saysMaybe, saysUnknown, statements, unknown, value } from './tidy.ts';

const planned =
  /(?:明年|下半年|年底|下个?月|过几个月|才|即将|准备|等着?)[^,。]{0,3}(?:揭牌|挂牌|启用|剪彩)|在装修|装修中|计划|打算|准备|拟建|拟共建|要建|想建|将建|正在建|在建|在筹|筹建|筹备|在申请|申请中|正在申|申报中|还没批|还没建成|没建成|未建成|没批下来|待批|意向|规划|谈/;
const none =
  /没有?(?:任何|建|什么|联合|共建|过|国际|成立|实验室|呢|设)|没有?$|^(?:都|也|还|暂时?|目前|现在|尚)*(?:没有?|无|未建|不是|没建)|暂无|尚无|没有?联合实验室/;
const existing =
  /已建|建成|建好|建了|批的|批准|挂牌|成立|认定|有(?:一个|个)?[\p{Script=Han}0-9]{0,14}(?:联合)?实验室|^有$|获批|共建的|共建了|建有|设有/u;
const gone =
  /(?<!没|没有|未)(?:注销|撤销|撤了|解散|散了|散伙|停掉|停了|关了|关停|摘牌|取消了)|(?:早|已经?|现在)(?:就)?没(?:有)?了/;
const hint = '联合实验室已经建成了，还是还在计划？请写“已建成”“计划建”或“没有”。';

/** Reads none, existing or planned. */
export function readJointLab(text: string): Reading<FactTypes['jointLab']> | undefined {
  const said = statements(text);
  if (said === undefined) return undefined;
  const whole = said.join('。');
  const parts = clauses(said).filter((part) => !saysUnknown(part));
  if (saysMaybe(whole)) return ask(hint);
  const heard = parts.flatMap((part): FactTypes['jointLab'][] => {
    if (/[没不](?:有)?(?:计划|打算|准备|想)/.test(part)) return ['none'];
    if (planned.test(part)) return ['planned'];
    if (none.test(part)) return ['none'];
    return existing.test(part) ? ['existing'] : [];
  });
  // 批下来了 stands for nothing yet when the opening is still to come; what was closed is none.
  if (heard.includes('planned') && parts.some((part) => /明年|年底|下半年|在装修|装修中/.test(part)))
    return value('planned');
  if (said.length > 0 && parts.some((part) => gone.test(part)) && !/重新|又|现在(?:又|已)/.test(whole))
    return value('none');
  const kinds = new Set(heard);
  if (kinds.has('existing') && kinds.size > 1) return ask(hint);
  if (kinds.has('existing') && parts.some((part) => /还没|[没未](?:挂牌|成立|验收)/.test(part))) return ask(hint);
  if (kinds.has('planned')) return value('planned');
  if (kinds.has('none')) return value('none');
  if (kinds.has('existing'))
    return /重点实验室|国家实验室/.test(whole) && !/联合|共建/.test(whole) ? ask(hint) : value('existing');
  if (saysUnknown(whole)) return unknown;
  const answer = readPlainYesNo(text);
  if (answer?.is !== 'value') return answer;
  if (answer.value === 'yes') return value('existing', '按“已有联合实验室”记。');
  return answer.value === 'no' ? value('none', answer.echo) : ask(hint);
}
