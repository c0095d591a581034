/**
 * Not-known told at length, where no reader found an answer: nobody told me, I may not look, it lies locked away,
 * somebody else handles it, it is not settled yet.
 */
import { clauses, saysUnknown, tidy } from './tidy.ts';

const me = '(?:我们?|咱们?|这边|本人)';
const told = '(?:说|讲|提|交接|交代|告诉|回|透露|通知|通气|吱声|打招呼|看|发|给|汇报)';
const forms: readonly RegExp[] = [
  // 没人跟我提过, 没交接给我, 简历没给我, 没人回我.
  new RegExp(
    `(?:没有?|从没|未|不)(?:人|谁|哪个)?(?:愿|肯|曾)?(?:(?:跟|和|给|同|向|对)${me}[^,]{0,3}${told}|${told}(?:过|给)*${me})`,
  ),
  // 哪好意思打听, 没敢问, 没权限看.
  /(?:[没不哪未](?:有)?(?:敢|好意思|便|方便|资格|权限|机会|工夫|来得及|法))[^,]{0,4}(?:问|打听|看|翻|过问|查|知道)|没有?权限/,
  // 压根没见着, 没拆开看过.
  /(?:我|压根|根本|从来|一直|本人)[^,]{0,4}[没未](?:有)?[^,]{0,3}(?:见着|见过|见到|看过|看到|看见|翻过|经手|过目|接触过?|参与过?|打听|核对|摸过|问过)|^(?:还)?没(?:拆|翻|打)开看?过?$/,
  // 打电话没人接, 联系不上.
  /(?:电话|微信|消息|信息|邮件)[^,]{0,6}(?:没人接|没接|打不通|不通|没(?:人)?回|不回)|联系不[上到]/,
  // 讲不来, 背不出.
  /(?:讲|说|答|记|背|叫|写|报|认)不(?:来|上来|上|出来?|下来|全|清|准|好)(?:$|[,，。])/,
  // 不归我管, 不是我经手的.
  new RegExp(`不(?:归|由|是|用)${me}(?:这边)?(?:管|负责|经手|对接|办|操心|弄|写|填|跑)`),
  // 得找小罗拿钥匙才看得到, 等我回单位抄给你.
  /(?:得|要|需|等)[^,]{0,10}(?:拿|翻|查|看|问|找|抄|核|回|对)[^,]{0,10}才[^,]{0,4}(?:看|晓得|知道|清楚|有数|确定|说|填|报)/,
  /等我[^,]{0,8}(?:抄|查|看|翻|问|找|拍|发)/,
  // 谁前谁后还没吵出结果, 没敲定.
  /[没未](?:有)?[^,]{0,8}(?:敲定|定下来?|商定|吵出|议定|谈定|想好|拍板|松口|下文|着落|头绪|眉目)|(?:还|仍)在(?:改|吵|议|商量|讨论|纠结|犹豫)/,
  // 要等教授拍板, 得去调档, 他才讲得清.
  /(?:要|得|等|需)[^,]{1,12}(?:拍板|定夺|决定|核了|核过|商量|调档|点头)|才(?:讲|说|答|查|看|晓|知)得?(?:清|道|准|到)/,
  /[没未](?:有)?(?:人)?(?:去|再|真)?(?:晓得|知道|清楚|听过|听说|记下来?|记住|留意|问过|考证|求证|查证|核实|吭声|吱声|表态|准数|准信)|(?:没|沒)(?:个)?准(?:数|信)/,
  // 够不着, 锁着, 手边没有.
  /够不着|拿不到|看不到|打不开|锁着|(?:手边|手头|手上|身边)[^,]{0,3}没(?:有)?$|(?:请假|出国|出差|休假)了?(?:$|[^,]{0,4}门)|(?:先)?空着|还?在(?:磨|谈|扯皮|核|商量)$|我猜|瞎猜|没(?:一点)?(?:数|底|印象|概念|谱)/,
];

/** The same of a text about which only a hint could be given: no figure stands in it, and its end tells that it is not known. */
export function tellsOnlyNotKnown(text: string): boolean {
  const whole = tidy(text);
  if (whole === undefined || whole.length < 6 || /\?|[吗么]$|[\d〇零]|[一二三四五六七八九十]{2}/.test(whole))
    return false;
  const last = clauses([whole]).at(-1) ?? '';
  return forms.some((form) => form.test(last));
}

/** Whether a text that answers nothing tells that the answer is not known. */
export function tellsNotKnown(text: string): boolean {
  const whole = tidy(text);
  if (whole === undefined || whole.length < 6 || /\?|[吗么]$/.test(whole)) return false;
  return saysUnknown(whole) || clauses([whole]).some((part) => forms.some((form) => form.test(part)));
}
