/**
 * Whose matters a clause tells when somebody fills in for the lead: 我是他的学生，帮忙填表；沈老师是博士. What the writer
 * says of himself is no fact about the lead.
 */

const relation =
  '(?:我们?(?:的)?)?(?:爱人|老公|老婆|丈夫|妻子|师父|师傅|导师|老师|老板|领导|院长|所长|主任|经理|总|同事|父亲|爸|儿子|合伙人|师兄|师姐)';
/** 负责人报的是我师父. */
const leadIsAnother = new RegExp(`负责人(?:写|报|填|定|挂)?(?:的|了)?(?:是|为|就是)?(?:我|咱)们?(?:的)?${relation}`);
const fillsIn =
  /负责人(?:可)?不是(?:我|本人|填)|我(?:自己)?不是(?:项目)?负责人|我(?:就|只)?是?(?:个)?(?:填表|经办|跑腿|办手续|联系人|打字)|帮(?:忙|他|她|着|导师|老师|领导|老板|院长|主任|[\p{Script=Han}]{1,3}(?:老师|总|教授|院长|主任))?[\p{Script=Han}]{0,3}填|(?:代|替)[\p{Script=Han}]{0,5}填|我(?:就|只)?是(?:他|她|课题组|项目组|[\p{Script=Han}]{1,3}(?:老师|教授|总))?(?:们)?(?:带)?的?(?:硕士|博士)?(?:学生|研究生|硕士生|博士生|助理|秘书|助手|科研秘书|同事|下属)/u;
const ofWriter = /^(?:我自己|我本人|我(?!们|校|院|所|司|国|单位|公司|哩|导师|老师|师父))/;

/** The clauses that tell of the lead; relatives named as the lead are no longer somebody else. */
export function aboutLead(parts: readonly string[]): string[] {
  const named = parts.findIndex((part) => leadIsAnother.test(part));
  if (named >= 0)
    return parts
      .filter((part, i) => i !== named && !ofWriter.test(part) && (i > named || !/^我/.test(part)))
      .filter((part) => part !== '');
  const filling = parts.findIndex((part) => fillsIn.test(part));
  if (filling < 0) return [...parts];
  return parts.filter((part) => !fillsIn.test(part) && !ofWriter.test(part));
}

/** Without the clause that asks back (这个算企业不); a form's 公务员：否 becomes one clause. */
export function asStated(text: string): string {
  return text
    .replace(/\s*[:：]\s*(?=(?:否|无|不是|没有|未有|非|是|有)[哈啊～~\s]*(?:[;,，；。、]|$))/g, '')
    .replace(/(?<=[^,，。;；?？]{2})[,，][^,，。;；?？]{1,30}[?？]/g, '。')
    .replace(/[,，](?:这个?|那|我们)?(?:也|还)?算[^,，。;；]{0,8}(?:不|吗|么|呢)[咯啰呢啊]?(?=$|[。])/g, '');
}
