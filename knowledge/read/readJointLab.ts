/** Whether a joint laboratory with the overseas side exists; one that is planned does not count yet. */
import type { FactTypes } from '../facts.ts';
import { mainlandStart } from '../places/candidates.ts';
import type { Reading } from '../reading.ts';
import { readPlainYesNo } from './readYesNo.ts';
import { ask, clauses, saysMaybe, saysUnknown, statements, tidy, unknown, value } from './tidy.ts';

type Lab = FactTypes['jointLab'];

const planned =
  /(?:明年|下半年|年底|下个?月|过几个月|才|即将|准备|等着?)[^,。]{0,3}(?:揭牌|挂牌|启用|剪彩|建|成立)|在装修|装修中|计划|打算|准备|拟|筹划|要(?:共|合|联合|一起)?建|想建|想搞|想弄|将建|会建|要搞|正在建|正建|在建|在筹|筹建|筹备|在申请|申请中|正在?申|申报中|还没批|[还尚](?:没|未)[^,]{0,2}(?:建成|建好|建起|建完|弄好|弄成|挂牌|揭牌|落地)|没建(?:成|起来|好)|牌[子匾]?(?:也|都|还|尚)*[没未](?:有)?挂|未建成|没批下来|待批|等(?:着)?批(?!了)|申请[^,]{0,3}(?:交|递|报)(?:上去|了)|意向|规划|[在还再]谈|正在[^,]{0,10}(?:谈|建|筹|申|协商)|还在(?!运|用|正常|继续|使)|谈(?:着|妥|判)|商量|在招标|构想|设想|以后[^,]{0,6}建|将来[^,]{0,6}建|下一步/;
const none =
  /没有?(?:任何|国境?外|境外|海外|建|什么|联合|共建|过|国际|成立|实验室|呢|设|挂牌|正式|搞|弄|这|那|同|和|跟|与)|没有?(?:的|了|啊)?$|^(?:都|也|还|暂时?|目前|现在|尚|并|确实|真)*(?:没有?|无|未|不是|没建|没搞)|不曾|从未|从来没|暂无|尚无|并无|未(?:曾|有|建|设|成立|共建|与|和)|没有?联合实验室|谈不上|算不上|不存在|没那(?:玩意|个|东西)|[没不]听说过?有?$|哪(?:里|儿)?(?:来|有)|空白|无此/;
const existing =
  /(?:早就|都)有了?$|已(?:经|共|联合)?(?:建|有|设|成立|挂|运行|揭|批|投入|启用)|建成|建好|建了|建过|批的|批准|挂牌|挂了|揭[^,]{0,6}牌|牌子|成立|认定|(?<!没)有(?:一个|个|两个|一家)?[\p{Script=Han}0-9]{0,14}(?:实验室|中心|平台)|^(?:有|是)(?:的|啊|呀|一个|个)?$|获批|共建的|共建了|共建有|建有|设有|设在|运行|运转|投入使用|揭的|用了[^,]{1,3}年|验收|在我们[^,]{0,8}(?:楼|校区|院|所)/u;
const gone =
  /(?<!没|没有|未)(?:注销|撤销|撤了|撤掉|解散|散了|散伙|停掉|停了|停办|停运|关了|关停|关掉|摘牌|取消了)|(?:早|已经?|现在)(?:就)?没(?:有)?了/;
/** 挂过一个牌子的事情也没成. */
const cameToNothing =
  /(?<![还尚])(?:也|最后|后来|到底|终究|结果|事情?|都)没(?:弄|搞|办|谈|做)?成(?!立)|黄了|泡汤|没下文|不了了之/;
const goneDenied = /[没未](?:有|被|曾)?[^,]{0,2}(?:关|停|撤|注销|取消|摘)/;
/** A laboratory with somebody inside the country. */
const domestic = /中科院|国内|校内|省内|校企|高校之间|本省|院内|省重点|(?:跟|和|与)[\p{Script=Han}]{0,6}(?:省|市)/u;
const overseas =
  /国外|境外|国（境）外|海外|外国|外方|对方|他们|中外|国际|港|澳|台|[德英法美日韩俄意荷瑞丹匈波西泰新马印澳加]方?/;
const hint = '联合实验室已经建成了，还是还在计划？请写“已建成”“计划建”或“没有”。';

/** Reads none, existing or planned. */
export function readJointLab(text: string): Reading<Lab> | undefined {
  const said = statements(text);
  // 算有吧？ asks to be confirmed.
  if (/吧\?/.test(tidy(text) ?? '')) return ask(hint);
  if (said === undefined) return undefined;
  const whole = said.join('。');
  const parts = clauses(said).filter((part) => !saysUnknown(part));
  const heard = said
    .flatMap((sentence) => clauses([sentence]))
    .filter((part) => parts.includes(part))
    .flatMap((part) => labsIn(part));
  const sure = heard.filter(({ part, is }) => !saysMaybe(part) || is === 'planned');
  if (saysMaybe(whole) && (sure.length === 0 || sure.length < heard.length))
    return saysUnknown(whole) ? unknown : ask(hint);
  const kinds = new Set(sure.map(({ is }) => is));
  // 之前谈过要建，现在没有也不打算再弄: how it is now holds.
  const lately = parts.findLastIndex((part) => /^(?:现在|目前|如今|后来|最后)/.test(part));
  if (
    lately > 0 &&
    parts.slice(lately).some((part) => /(?:没有?|不)(?:再|会|想)?(?:打算|计划|准备|建)|没有/.test(part)) &&
    /黄了|泡汤|没成|作罢|搁置|取消|不(?:打算|准备|再)/.test(whole) &&
    !kinds.has('existing') &&
    !parts.slice(lately).some((part) => planned.test(part) && !/[不没]/.test(part))
  )
    return value('none');
  // 批下来了 stands for nothing yet when the opening is still to come; what was closed is none.
  if (kinds.has('planned') && parts.some((part) => /明年|年底|下半年|在装修|装修中/.test(part)))
    return value('planned');
  if (parts.some((part) => gone.test(part) && !goneDenied.test(part)) && !/重新|又|现在(?:又|已)/.test(whole))
    return value('none');
  if (kinds.has('none') && kinds.has('existing')) return other(sure.map(({ part, is }) => [part, is]));
  // 批了还没挂牌: neither.
  if (parts.some((part) => /批了?[^,]{0,2}[还尚][没未]/.test(part))) return ask(hint);
  // 牌子做好了，外方还没批，眼下不算建成.
  if (kinds.has('planned') && parts.some((part) => /(?<!要)不(?:能)?算(?:是)?(?:正式)?(?:建|成立|有|落)/.test(part)))
    return value('planned');
  if (kinds.has('existing') && kinds.size > 1) return ask(hint);
  if (kinds.has('existing') && parts.some((part) => /还没|[没未](?:挂牌|成立|验收)/.test(part))) return ask(hint);
  if (kinds.has('planned')) return value('planned');
  if (kinds.has('none')) return value('none');
  if (kinds.has('existing'))
    return (/重点实验室|国家实验室/.test(whole) && !/联合|共建/.test(whole)) || onlyDomestic(whole)
      ? ask(hint)
      : value('existing');
  if (saysUnknown(whole)) return unknown;
  const answer = readPlainYesNo(text);
  if (answer?.is !== 'value') return answer;
  if (answer.value === 'yes') return value('existing', '按“已有联合实验室”记。');
  return answer.value === 'no' ? value('none', answer.echo) : ask(hint);
}

/** 牌子做好了搁仓库里: a plate is no laboratory. */
const plateOnly =
  /牌[子匾]?[^,挂揭]{0,8}(?:做|印|刻|定|订|打|买|弄)(?:好|了|完|过)|牌[子匾]?[^,挂揭]{0,10}(?:搁|放|堆|躺|收)[着在到]?/;

function labsIn(part: string): { part: string; is: Lab }[] {
  if (plateOnly.test(part) && !/已经?(?:挂|揭)|批/.test(part)) return [];
  if (/(?:[没不无]|没有|暂无)[^,]{0,4}(?:计划|打算|准备|想|意向|规划)/.test(part)) return [{ part, is: 'none' }];
  if (cameToNothing.test(part)) return [{ part, is: 'none' }];
  if (goneDenied.test(part)) return [];
  // 对方有自己的实验室: one of each is none of both.
  if (
    /^(?:对方|外方|他们|人家|那边)(?:那边)?(?:自己)?(?:是|倒是)?有(?:一?个|家)?[^,]{0,8}实验室$/.test(part) &&
    !/联合|共建|共同/.test(part)
  )
    return [];
  if (/自己的|自家的|各有各|各自/.test(part) && !/联合|共建|共同|一起/.test(part)) return [];
  if (planned.test(part)) return [{ part, is: 'planned' }];
  if (
    /(?:联合|共建)[\p{Script=Han}]{0,6}实验室(?:是|也|确实|倒|早就)?有的?$|(?:叫|名叫|名字是)(?!什么|啥)[^没未无不]{2,16}联合[\p{Script=Han}]{0,6}(?:实验室|中心)$/u.test(
      part,
    )
  )
    return [{ part, is: 'existing' }];
  if (none.test(part)) return [{ part, is: 'none' }];
  return existing.test(part) ? [{ part, is: 'existing' }] : [];
}

function onlyDomestic(part: string): boolean {
  const [, beside] = /(?:跟|和|与|同)(\p{Script=Han}{2,12})/u.exec(part) ?? [];
  const home = beside !== undefined && mainlandStart(beside) !== undefined;
  return (domestic.test(part) || home) && !overseas.test(part);
}

/** 跟中科院有一个，跟国外的没有: one inside the country is none. */
function other(told: readonly (readonly [part: string, is: Lab])[]): Reading<Lab> {
  const counts = told.filter(([part, is]) => !(is === 'existing' && onlyDomestic(part)));
  return counts.length < told.length && counts.every(([, is]) => is === 'none') ? value('none') : ask(hint);
}
