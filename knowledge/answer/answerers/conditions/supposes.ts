/** Whether a figure is told as the guide's: 为什么限制…, 不是说…吗, 听说…, …对吧. */

const why = /为什么|为啥|为何|凭什么|凭啥|怎么(?:就|只|才|会|还)?(?:规定|限制|要求|卡(?:在|到|得)?|非要|非得)/;
const heard =
  /听说|据说|听讲|听人说|有人说|都说|说是|(?<!是)不是(?:说|讲|写|要求|规定|限制|限|要|得|只给|只能|必须|最[多高低少]|有?(?=[\d一二两三四五六七八九十]))|(?<!老)记得是|(?:我|一直)以为/;
const tag = /(?:对吧|对吗|对不|对不对|是吧|是吗|没错吧|吧)[?？。!]*$/;

/** Words that make a figure a limit, before it or behind it. */
const limitBefore =
  /(?:限制|限定|限|规定|要求|必须|须|要|得|满|卡|只给|只有|只能|不能?超过|不超过|不得超过|低于|最[大多少高低]|上限|至少|周期|实施期|项目期|资助|支持)(?:是|在|为|到|了|的|有|给|外方|单位|公司|企业|负责人|申报|项目|注册|成立|满|配套|配)*[\d一二两三四五六七八九十百半]/;
const limitAfter = /\d[^,，。;；]{0,3}(?:以下|以内|以上|之内|及以下|及以上|封顶|为限|的?限制|的?门槛)/;

/** What tells a case of somebody's own. */
const own =
  /(?:我|咱|俺)(?!以为|记得|们?听|看)|本人|他|她|今年\d|(?:老师|教授|院士|主任|老板|同事)[^,，。]{0,6}\d|(?:19|20)\d\d年/;

/** How it is told, `asked` without a word that makes it a limit; none where the figure belongs to somebody's own case. */
export function supposesFigure(text: string): 'why' | 'heard' | 'asked' | undefined {
  if (own.test(text)) return undefined;
  const limits = limitBefore.test(text) || limitAfter.test(text);
  if (why.test(text)) return limits ? 'why' : undefined;
  if (heard.test(text)) return 'heard';
  if (!tag.test(text)) return undefined;
  return limits ? 'heard' : 'asked';
}
