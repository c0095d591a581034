/** 1:1配套, 跟申请的一样多, 申请多少配多少: one's own money put as being as much as the money applied for. */
const filler =
  '(?:那|就|也|嗯|好的?|能|会|可以?|打算|准备|我们|我司|公司|企业|单位|按照?|照|是|为|自筹|自有|资金|经费|的|配套?|出|拿出?|都|全部|肯定|保证|绝对|至少|不低于|不少于|没问题|吧|哈|啊|呀|[,。;!])*';
const asMuch = '(?:一样(?:多|的(?:数|钱)?)?|一个数|同样多?|相同|一致|持平|相等|同等|等额|对等|1[:比]1|一比一)';
const applied = '申请(?:的|省里的?)?(?:省里?|财政|省财政)?(?:的)?(?:资金|经费|金额|额度|数额|数|钱|额)?(?:的)?(?:是)?';
const parity = `(?:1[:比]1|一比一|等额|同等|对等|同额)(?:的)?(?:资金|比例)?`;
const whole = new RegExp(
  `^${filler}(?:[跟和与同]${applied}${asMuch}|${parity}|一样多|(?:申请|省里给|省里批|财政给)多少,?${filler}(?:配|出|拿|掏)多少)${filler}$`,
);

/** Whether this whole answer says so; `compact` text. */
export const sameAsApplied = (text: string): boolean => whole.test(text);
