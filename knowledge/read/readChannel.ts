/** How many recommending units the application goes through, and whether the same content is applied for elsewhere. */
import type { Reading } from '../reading.ts';
import { readPlainYesNo } from './readYesNo.ts';
import { ask, clauses, saysMaybe, saysUnknown, stated, statements, unknown, value } from './tidy.ts';

export interface ReadChannel {
  readonly channels?: number;
  readonly duplicate?: boolean;
}

const one =
  /(?:[只就]|仅|单)[走报有找通从过]?[\p{Script=Han}]{0,6}(?:一|1|这)(?:个|家|条|份)?|^(?:一个|1个|一家|就这个|唯一)|没有?(?:同时|再|另外)?(?:走|报|找)?(?:别的|其他|其它|另外)(?:的)?(?!项目|计划|课题)|唯一/u;
const counted =
  /(?:走|报|找|通过|从|有|是|共)?[\p{Script=Han}]{0,4}(两|2|二|三|3|四|4)(?:个|家|条)(?:推荐|渠道|单位|部门|口)?/u;
const bodies = /科技局|科技厅|教育厅|卫健委|农业农村厅|农业厅|工信厅|国资委|高新区|经开区|主管部门|市局|省厅|推荐单位/g;
const repeats =
  /[也还又](?:另外)?(?:拿去|拿着)?(?:报|投|申请)了?(?!名).{0,4}(?:重点研发|自然基金|国自然|国家|基金|别的|其他|省|市|部)|拿(?:去|着|它|这个)(?:又|也)?(?:报|投)(?:了|过)|一模一样|一个本子|(?:同样|同一|相同|类似|一样)的?(?:内容|项目|题目|课题)?.{0,8}(?:报|申报|申请|投)(?:了|过|着)?|重复(?:申报|报|提交)|报过?(?:别的|其他|其它)(?:的)?(?:项目|计划|课题)|(?:报|申报|申请|投)[^,]{1,12}用的?(?:也)?是?(?:同样|同一|相同|一样)|一题多报|多头|也报了(?:国家|别的|省|其他|重点|自然|基金)|还报了(?:国家|别的|省|其他|重点|自然|基金)|报了(?:国家|别的|其他|省里?别|自然基金|国自然|重点研发)/;
const denies = /没有?|无|不|未|否/;
const hint = '请写走几个推荐单位；同样的内容有没有报别的项目，例如“只走一个推荐单位，没有重复报”。';

/**
 * Reads both; a bare 没有 answers the whole question: one channel, nothing twice. Who names only one of the two
 * (没有重复报, 只走这一个渠道) denies the other as well, and is told so.
 */
export function readChannel(text: string): Reading<ReadChannel> | undefined {
  const said = statements(text);
  if (said === undefined) return undefined;
  const whole = said.join('。');
  const parts = stated(said);
  const open = parts.length < clauses(said).length;
  const channels = new Set<number>();
  const duplicate = new Set<boolean>();
  for (const part of parts) {
    if (repeats.test(part) && !/(?:内容|题目|东西|课题)(?:完全)?不(?:一样|同|相同)|两码事/.test(whole))
      duplicate.add(!denies.test(part.replace(/不同|不久/g, '')));
    const many = counted.exec(part);
    const sole =
      /^(?:[只就仅]|单独)(?:是)?(?:走|报|找|通过|从)/.test(part) &&
      new Set(part.match(bodies) ?? []).size === 1 &&
      !/和|、|跟/.test(part);
    if ((sole || one.test(part)) && !/报了别的/.test(part)) {
      channels.add(1);
      if (/^(?:只|就|仅)报/.test(part)) duplicate.add(false);
    } else if (many !== null && !deniesCount(part, many))
      channels.add('两2二'.includes(many[1] ?? '') ? 2 : '三3'.includes(many[1] ?? '') ? 3 : 4);
    else if (!denies.test(part) && /都|同时|也|和|又|两边/.test(part) && /报|推荐|走|递|交|送|找/.test(part)) {
      const named = new Set(part.match(bodies) ?? []);
      if (named.size > 1) channels.add(named.size);
    }
  }
  if ((channels.size > 0 || duplicate.size > 0) && saysMaybe(whole)) return ask(hint);
  if (channels.size > 1 || duplicate.size > 1) return ask(hint);
  const [count] = channels;
  const [again] = duplicate;
  const bare = parts.some((part) => /^(?:都|也|从|确实|肯定)?(?:没有?|无|不是|都没)(?:的|呢|报|重复)?$/.test(part));
  if (count === undefined && again === undefined) {
    if (saysUnknown(whole)) return unknown;
    const answer = readPlainYesNo(text);
    if (bare || (answer?.is === 'value' && answer.value === 'no'))
      return value({ channels: 1, duplicate: false }, answer?.is === 'value' ? answer.echo : undefined);
    return answer === undefined ? undefined : ask(hint);
  }
  if (again === undefined && count === 1 && bare) return value({ channels: 1, duplicate: false });
  if (parts.some((part) => /^(?:是)?有的?$/.test(part)) && again === undefined) return ask(hint);
  if (again === undefined && count === 1 && !open && /[只就仅唯]|没有/.test(whole))
    return value({ channels: 1, duplicate: false }, '按“没有重复申报”记。');
  if (again === false && count === undefined && !open)
    return value({ channels: 1, duplicate: false }, '按“只走一个推荐单位”记。');
  return value({
    ...(count === undefined ? {} : { channels: count }),
    ...(again === undefined ? {} : { duplicate: again }),
  });
}

/** 没走两家, 两家都没走; what is denied further on is something else. */
function deniesCount(part: string, many: RegExpExecArray): boolean {
  const end = many.index + many[0].length;
  return denies.test(part.slice(0, end)) || denies.test(part.slice(end, end + 3));
}
