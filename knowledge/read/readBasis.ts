/** How long two units have worked together and whether there is proof: 「合作好几年，佐证材料齐，放附件里」. */
import { maxInput, type Reading } from '../reading.ts';
import { chineseNumber } from './chineseNumber.ts';
import { readYesNo } from './readYesNo.ts';
import { ask, clauses, saysMaybe, saysProbably, saysUnknown, stated, statements, unknown, value } from './tidy.ts';

export interface Basis {
  longTermBasis?: boolean;
  evidence?: boolean;
}

const newlyMet =
  /刚认识|刚开始|刚接触|刚搭上|才认识|才接触|[头第]一[次回]|初次|首次|新认识|新结识|(?:没有?|从未|未|谈不上|没什么|从来没有?)(?:怎么|正式|什么|真正|实际|太|过|一起|(?:跟|和|与)[^,]{1,6}?)*合作|以前没打过交道|没有?(?:合作)?(?:基础|来往|往来)/;
/** Friendship between two people is no cooperation of their units. */
const privately = /私交|私人|个人关系|跟我们?(?:院长|老板|导师|校长)(?:认识|熟|关系)/;
const longTerm =
  /长期合作|一直(?:在|都|就)?(?:一起|有)?(?:合作|来往|往来|做)|老合作|老(?:伙伴|关系)|多年|(?:好几|很多|十几|十多|几十|二十多|[五六七八九四三]六?七?八?五?四?)年|年年|每年|[蛮很好挺]久|至今|以来/;
const aboutProof = /^(?:都|全|均|也)*附(?:上|了|好)|佐证|证明|材料|附件|论文|协议|照片|合影|备忘录|文件/;
const lacking = /没(?!有?问题)|未|缺|无|不[全齐够]|还差|还在(?:整|弄|找|收)|在整理|准备中|等着/;
const holds = /齐|全|有|附|作|放|装|扫描|备|好了|见/;
const hint = '合作了多少年、一起做过什么？证明材料作附件了吗？例如“合作五年，材料已作附件”。';

/** Reads both facts clause by clause; a clause that does not know takes nothing back from the others. */
export function readBasis(text: string): Reading<Basis> | undefined {
  const said = statements(text.slice(0, maxInput));
  if (said === undefined) return undefined;
  const whole = said.join('。');
  const parts = stated(said);
  const long = new Set(parts.flatMap((part) => lastingIn(part)));
  const proof = parts.flatMap((part) => proofIn(part));
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

function lastingIn(part: string): boolean[] {
  if (newlyMet.test(part)) return [false];
  if (privately.test(part)) return [];
  if (/入职|工作|来单位|毕业|成立|建[校院所]/.test(part)) return [];
  if (longTerm.test(part) && !/没|不(?!错|断)/.test(part)) return [true];
  const since =
    /(?:从|自)?((?:19|20)\d\d|[一二][〇零九][〇零一二三四五六七八九]{2})年?(?:就|开始|起|以来|到现在|签|一直|合作|跟)/.exec(
      part,
    )?.[1];
  if (since !== undefined) return [true];
  return yearsIn(part).some((years) => years >= 3) ? [true] : [];
}

/** 八年了, 合作5年, 快十年: lengths, not calendar years. */
function yearsIn(part: string): number[] {
  return [
    ...part.matchAll(
      /(?<![\d〇零一二三四五六七八九十两])(\d{1,2}|[一二两三四五六七八九十]{1,3})[来多]?年(?!级|代|度|[\d一二三四五六七八九十]+月)/g,
    ),
  ].flatMap(([, amount = '']) => chineseNumber(amount) ?? []);
}

function proofIn(part: string): boolean[] {
  if (!aboutProof.test(part)) return [];
  if (lacking.test(part.replace(/不缺|不少|没有?缺/g, '齐'))) return [false];
  return holds.test(part.replace(/协议有效|合作有/g, '')) ? [true] : [];
}
