/** Whether the three places of the agreement are marked: 附5 四（一）. How they are marked does not matter. */
import type { Reading } from '../reading.ts';
import { asOfNow } from './asOfNow.ts';
import { ofThisOne } from './ofAnother.ts';
import { readYesNo } from './readYesNo.ts';
import { ask, clauses, saysMaybe, statements, value } from './tidy.ts';

const mark =
  /签字|签名|日期|有效期|处|地方|高亮|加亮|标|涂|画|描|圈|划|框|染|勾|荧光|底色|底纹|彩|颜色|[黄红绿蓝][色底]|黄的|红的|亮|突出|醒目|显眼|显著|加粗|记号/;
/** 标的是红色, 都是亮的, 做了高亮处理: a mark that is there, without any verb that says done. */
const marked =
  /[用拿以].{0,10}(?:标|涂|画|描|圈|划|勾|框|荧光|黄|红|色)|(?:标|涂|描|染|画|弄|加|改|设|做)(?:的|得|成|为|上|有|是|了|过|出)|(?:是|都|全|变|显示)[^没不未]{0,3}(?:高亮|亮|[黄红绿蓝](?:色|底)?|彩色?)(?:的|了|着)?$|高亮(?:的|着|处理|显示|标[注记示识出]|文本)|刚[^,]{0,2}标[完好齐]|一目了然|(?:都|全|均|很|挺|蛮|够)(?:醒目|显眼)|看得(?:清|见)|[黄红绿蓝彩]色?的$|(?:框|圈|勾|描|涂|标|划|画)出?来?的/;
/** 签字和日期标了, of the third nothing. */
const places = [/签字|签名|签署(?!日)|签章|落款/, /日期|日子|时间/, /有效期|期限|效期/] as const;
const all = /三|3|都|全|均|每|各|处处|该标的|需要标的|几处|所有|一律/;
const hint = '签字处、签署日期、有效期三处都标了吗？请回复“标了”或“还没标”。';

const plainlyNot =
  /^[^,]{0,8}(?:还|都|全)?是?(?:白的|空白的?|白纸黑字|黑的|干干净净(?:的)?|没颜色的?)$|^(?:反正|总之|不过|协议|目前|现在|暂时|是|都|也|就)*(?:还|尚|暂)?(?:没有?|未)(?:高亮|标|涂|画)(?:出来|记|注|呢|的|过|亮)*$/;
/** 标好, 都弄好: done, without 了. */
const done = /^(?:都|全|全部|已经?|早就?)*(?:标|涂|画|描|划|弄|做|改)好(?:的)?$/;
/** 有效期那里漏掉了. */
const missed =
  /(?:签字|签名|日期|有效期|效期)[^,没不]{0,6}(?:漏了?|漏掉了?|漏标了?|落下了?|忘了?标?了?|忘记了?|没标|未标|没画|没涂|没弄)$/;
/** 签字处、签署日期和有效期均做了高亮标记. */
const allMarked =
  /签[^,]*(?:日期|时间)[^,]*(?:有效期|期限|效期)[^,没未不缺漏差]*(?:标[记注示识亮了过]|高亮|涂|画|描)[^,没未不缺漏差]*$/;
/** 高亮，没弄: what is spoken of, not what is done. */
const label =
  /^\s*(?:[嗯哦呃额唉哎啊][,，\s]*)?(?:协议|合同)?的?(?:那个|这个)?高亮(?:这块|那块|的话|方面)?(?:嘛|么|呢|啊|吧|哦)?[,，\s?？:：]+(?=\p{Script=Han}{2})/u;

/** Reads 标了, 都涂黄了, 只标了两处. */
export function readHighlight(typed: string): Reading<boolean> | undefined {
  const text = ofThisOne(typed).replace(label, '');
  if (text === '') return ask(hint);
  const said = statements(asOfNow(text));
  if (said === undefined) return undefined;
  const whole = said.join('。');
  const parts = clauses(said);
  // 反正现在没标: said without a doubt, whatever stands beside it.
  if (
    parts.some((part) => plainlyNot.test(part)) &&
    !parts.some((part) => /标[好完]?了|都标/.test(part) && !/没|未/.test(part))
  )
    return value(false);
  if (whole.length < 8 && done.test(whole)) return value(true);
  if (parts.some((part) => missed.test(part)) && !saysMaybe(whole)) return value(false);
  if (
    parts.length > 0 &&
    parts.every((part) => allMarked.test(part) || !mark.test(part)) &&
    parts.some((part) => allMarked.test(part)) &&
    !saysMaybe(whole)
  )
    return value(true);
  if (
    /(?:两|2|二|一|1)(?:处|个地方|个位置)[^,都没未不]{0,4}(?:标|涂|亮|画)|(?:标|涂|画|高亮)(?:了|出|好)*(?:两|2|二|一|1)(?:处|个)|^[只就仅光]标了?个?(?:日期|签字|签名|有效期)[^,、和]{0,2}$/.test(
      whole,
    )
  )
    return all.test(whole) || saysMaybe(whole) ? ask(hint) : value(false);
  const answer = readYesNo(asOfNow(text), {
    thing: mark,
    shown: marked,
    aside: /^(?:协议|合同)[^,]{0,6}[签写订]|双方|外方|翻译|扫描/,
  });
  if (answer?.is === 'value') {
    if (/应该|按理|理论上/.test(whole)) return ask(hint);
    if (answer.value === 'yes' && isPartial(whole)) return ask(hint);
    return value(answer.value === 'yes', answer.echo);
  }
  return answer;
}

/** One or two of the places are named, and nothing says all. */
function isPartial(whole: string): boolean {
  const named = places.filter((place) => place.test(whole)).length;
  return named > 0 && named < 3 && !all.test(whole);
}
