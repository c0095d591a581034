/** Why something did not arrive, or may not have, as staff read it: channels give short words for the log (`undelivered` of a line). */

const whys: Readonly<Record<string, string>> = {
  'cut off': '发送途中服务中断',
  'no answer': '对方平台没有回音',
  'no JSON': '对方平台的回音读不懂',
  'no such channel': '这个渠道现在没有开',
  'no reference': '没有可用的回信地址',
  'no address': '没有可用的回信地址',
  'no address or no text': '没有可用的回信地址',
  'not installed': '机器人已被对方移除',
  'not tried': '没有连上对方平台',
  'gettoken without a token': '取不到访问令牌',
  'no service_state': '查不到会话状态',
  'member budget': '给同一个人发得太多',
  'too often': '发得太频繁',
  invaliduser: '对方不在应用的可见范围里',
  unlicenseduser: '对方没有企业微信的接口许可',
  'a seat has the session': '会话由接待人员接着',
  'the session has ended': '会话已结束',
  'too many messages since the customer wrote': '超过 5 条',
  'over 48 hours since the customer wrote': '超过 48 小时',
};

/** What only a program says: a status, a code, the name of an error. */
const code = /^[\x21-\x7e]/;

/** What is not known is shown as it is. */
export function whyUndelivered(reason: string): string {
  if (Object.hasOwn(whys, reason)) return whys[reason] ?? reason;
  return code.test(reason) ? `对方平台的错误 ${reason}` : reason;
}
