/** Whether the applying unit is a legal person of its own: 附5 一. Clause by clause, a doubt takes the answer back. */
import type { Reading } from '../reading.ts';
import { readYesNo } from './readYesNo.ts';
import { ask, saysMaybe, saysProbably, saysUnknown, stated, statements, tidy, unknown, value } from './tidy.ts';

const part =
  /(?<!不是)分公司|分院$|分支机构|院系|二级(?:学院|单位)|内设|部门|课题组|个体(?:工商)?户|(?<!不是|不属于)个人独资|非法人|(?:不是|非|没有|没|无|不具备?|不算)[\p{Script=Han}]{0,4}(?:独立|法人|执照|登记)|没[\p{Script=Han}]{0,4}(?:登记|注册)/u;
const own =
  /独立法人|法人单位|法人资格|法人机构|社团法人|事业法人|企业法人|有(?:自己的|单独的?)?(?:执照|营业执照)|法人证|领了(?:营业)?执照|独立(?:登记|注册)|单独(?:登记|注册|领)/;
const hint = '请看证件：单位自己有营业执照、事业单位法人证书或社会组织登记证书的回复“有”，分公司、院系回复“没有”。';

/** Reads 独立法人, 分公司, 有, 没有; a guess from the seal or the account is asked about. */
export function readLegalPerson(text: string): Reading<boolean> | undefined {
  const said = statements(text);
  if (said === undefined) return undefined;
  const parts = stated(said);
  const whole = said.join('。');
  const now = parts.filter((clause) => !/^(?:以前|原来|过去|原先|之前|早先)/.test(clause));
  const heard = new Set(now.flatMap((clause) => standingOf(clause)));
  if (/吧\?/.test(tidy(text) ?? '')) return ask(hint);
  if (heard.size > 0 && (saysMaybe(whole) || (saysProbably(whole) && !/法人/.test(whole)))) return ask(hint);
  if (heard.size > 1) return ask(hint);
  const [is] = heard;
  if (is !== undefined) return value(is);
  const answer = readYesNo(parts.length > 0 ? parts.join(',') : text);
  if (answer?.is !== 'value') return saysUnknown(whole) ? unknown : answer;
  if (saysUnknown(whole) && !parts.some((clause) => clause.length <= 4)) return unknown;
  // A seal and an account prove nothing, and neither does 应该是吧.
  if (answer.echo !== undefined || /账户|账号|公章|财务章/.test(whole)) return ask(hint);
  return value(answer.value === 'yes');
}

/** What one clause says of the unit; a subsidiary or a part that is somebody else's says nothing. */
function standingOf(clause: string): boolean[] {
  // 法人资格是总公司的: somebody else's.
  if (/法人(?:资格|证书?|身份)?是(?!我们|自己|本)[\p{Script=Han}]{1,8}的$/u.test(clause)) return [];
  if (part.test(clause)) return [false];
  return own.test(clause) ? [true] : [];
}

/** Only where the words say it outright (有单独的法人证, 社团法人); for answers about something else. */
export function saysLegalPerson(text: string): true | undefined {
  const said = statements(text);
  if (said === undefined || saysUnknown(text) || saysMaybe(text)) return undefined;
  const parts = stated(said);
  return parts.some(
    (clause) =>
      /独立法人|社团法人|法人证[\p{Script=Han}]{0,6}(?:自己|单独|独立)|(?:自己|单独|独立)的?[\p{Script=Han}]{0,4}法人证/u.test(
        clause,
      ) && !part.test(clause),
  ) && !parts.some((clause) => part.test(clause))
    ? true
    : undefined;
}
