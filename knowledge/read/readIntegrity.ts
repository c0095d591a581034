/** Research misconduct still being punished, and the credit blacklist (附5 二（三）). */
import type { Phrase } from '../language.ts';
import type { Reading } from '../reading.ts';
import { readPlainYesNo } from './readYesNo.ts';
import { ask, clauses, saysMaybe, saysUnknown, speaksOfOthers, statements, unknown, value } from './tidy.ts';

export interface ReadIntegrity {
  readonly misconduct?: boolean;
  readonly blacklist?: boolean;
}

const list = /黑名单|失信被执行|被执行人|老赖|限制高消费|限高|征信/;
const misconduct =
  /停.{0,6}申报|禁申|禁止?申报|取消申报|暂停申报|失信(?!被执行)|处理|处罚|惩戒|学术不端|不端|撤稿|通报(?!表扬)|处分|撤项|抄袭|造假|诚信/;
const clean = /没有?|无|不(?!端)|未|干净|清白|良好|正常|没问题|从来|零/;
const over = /过期|已过|到期|解除|期满|执行完|结束|移出|撤销了|已满|期外/;
const cleanResearch =
  /(?:科研|学术)(?:上|这块|方面|诚信|这边|里|记录)*(?:是|都|也|肯定|绝对|没有?)*(?:没有?(?:过|出过)?(?:任何|什么|啥)?(?:问题|事|毛病|记录)|干干?净净?|清清?白白?|良好)/;
const open = /正在|调查|立案|在查|申诉|复议|还没结论|没结论|复核/;
const hint = '请写现在有没有还在执行期内的科研失信处理，在不在信用黑名单上；都没有就写“都没有”。';

/** Reads both; 没有 without more answers both. */
export function readIntegrity(text: string): Reading<ReadIntegrity> | undefined {
  const said = statements(text);
  if (said === undefined) return undefined;
  const whole = said.join('。');
  const parts = clauses(said);
  const own = parts.filter((part) => !saysUnknown(part) && !(speaksOfOthers(part) || /单位|公司|学校|成员/.test(part)));
  if (own.some((part) => open.test(part) && !/没有?(?:在|被)?(?:调查|立案)|没在/.test(part)))
    return ask('正在调查或申诉的，要等结论。现在有没有已生效、还在执行期内的处理？');
  if (own.some((part) => /(?:信用|征信|记录).{0,3}(?:不干净|不好|不良|不太好|有问题|有污点)|不干净/.test(part)))
    return ask(hint);
  if (
    own.some(
      (part) =>
        /失信(?!被执行)/.test(part) &&
        !clean.test(part) &&
        !over.test(part) &&
        !/科研|学术|惩戒|处理|处罚|通报|处分|撤/.test(part),
    )
  )
    return ask(hint);
  let bad: boolean | undefined;
  let black: boolean | undefined;
  let echo: Phrase | undefined;
  let conflict = false;
  const set = (was: boolean | undefined, now: boolean) => {
    if (was !== undefined && was !== now) conflict = true;
    return now;
  };
  const ended = own.some(
    (part) => over.test(part) && !/[没未不](?:有)?(?:过期|到期|解除|期满|满|执行完|结束|移出)/.test(part),
  );
  if (
    parts.some((part) => saysUnknown(part) && /处理|处分|结果|结论|后来|后续|有效|到期|期满|现在/.test(part)) &&
    own.some((part) => misconduct.test(part) && !clean.test(part))
  )
    return ask(hint);
  const both = own.some((part) => list.test(part)) || /都|任何|信用记录|记录|干净/.test(whole);
  for (const part of own) {
    const no = clean.test(
      part.replace(/没(?:过期|到期|解除|期满|满|执行完|结束|移出)|未(?:过期|解除|期满|满|执行完|结束|移出)|不端/g, ''),
    );
    if (list.test(part)) black = set(black, !no && !(ended && over.test(part)));
    if (misconduct.test(part.replace(/失信被执行人?/g, ''))) {
      bad = set(bad, !no && !ended);
      if (!no && ended) echo = '处理已经过了执行期，按“没有在执行期内的科研失信处理”记。';
    }
  }
  // 科研这块干干净净: that side is clean, whatever is said of the list.
  if (bad === undefined && own.some((part) => cleanResearch.test(part))) bad = false;
  const bare = own.find(
    (part) =>
      /^(?:这?两[个项样]|都|也|从来|从|肯定|真的|绝对|均|全|目前|现在|任何|本人|我)*(?:没有?|无|不在|没有过|没有的|不是|都没)(?:任何|过|问题|记录|信用问题)*(?:记录)?$/.test(
        part,
      ) ||
      /^信用记录.{0,3}(?:干净|良好|没问题|正常)|清清白白|^(?:很|都)?(?:干净|清白|良好)|信用(?:都)?(?:很)?(?:干净|良好|没问题)/.test(
        part,
      ),
  );
  const recordsOnly = own.some((part) => /任何.{0,6}(?:记录|失信|问题)|失信记录/.test(part) && clean.test(part));
  if (conflict) return ask(hint);
  if ((bad !== undefined || black !== undefined || bare !== undefined) && saysMaybe(whole)) return ask(hint);
  if (bad === false && black === undefined && echo === undefined && (recordsOnly || bare !== undefined)) black = false;
  if (bare !== undefined && bad !== true && black !== true && echo === undefined)
    return value({ misconduct: bad ?? false, blacklist: black ?? false }, probable(text));
  if (bad !== undefined || black !== undefined)
    return value(
      { ...(bad === undefined ? {} : { misconduct: bad }), ...(black === undefined ? {} : { blacklist: black }) },
      echo ?? probable(text),
    );
  if (saysUnknown(whole)) return unknown;
  if (own.length === 0) return ask('请写项目负责人本人的情况。');
  const answer = readPlainYesNo(text);
  if (answer?.is === 'value' && answer.value === 'no' && (both || own.length === 1))
    return value({ misconduct: false, blacklist: false }, answer.echo);
  return answer === undefined ? undefined : answer.is === 'value' ? ask(hint) : answer;
}

function probable(text: string): Phrase | undefined {
  const answer = readPlainYesNo(text);
  return answer?.is === 'value' ? answer.echo : undefined;
}
