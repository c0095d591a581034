/** Whether one thing may stand for another, or has to be brought: the questions in which a word that nobody knows is what is asked about. */
import type { Asked, Span } from './asked.ts';

/** 算 as "count as", not in 计算, 打算, 算法, 算清楚. */
const counts =
  '算不算|能不能算|可不可以算|可以算|能算|也算|算数|作数|顶数|算作|算是|算进|算到|算入|(?<![计打预结核测换清推运总决盘暗合就不])算(?!不算|法|清|出|账|力|下来|完|一下|了|起来|得|多少|几|个)';
const stands =
  '认不认|认可|(?:可以当|能不能当|可不可以当|能当|可否当)(?!(?:项目)?负责人|头|牵头|主持|带头|成员)|当作|当成|作为|代替|替代|顶替|能顶|可以顶|来顶|去顶|顶不顶|抵不抵|抵扣|抵顶|折抵|折价|折算|抵(?!达|抗|制|触|消|押|债)|充当|充作|视为|视同|等同|等于|计入|计算进|(?<!被)列入|凑成|凑|折到|折进|算到|抵到|冲抵|来当|来作|当(?=自有|配套|外方|高级|正高|副高|博士|合作|证明|协议|论文|专利|互访|基地|友城|会议|签)|能(?:直接)?认(?=.{0,4}(?:职称|学位|资格))|能(?:不能)?按(?=.{2,10}优先)|能(?:不能)?(?:用|蹭到?|沾到?|享受到?|享)(?=.{2,10}优先)|能替|可以替|(?:能用|可以用|管用)(?=[吗么不]|$)';
const beforeGoal = '(?:顶|充)(?=.{0,6}(?:配套|自有|专利|论文|指标|数|额|互访|会议|签|职称|学位|协议|证明))';
const judging = '(?!符合|合格|够|满|超|可以|行|有效|违规|到期|过期)';
const equating = new RegExp(`^(.*?)(?:(?:${counts})${judging}|${stands}|${beforeGoal})`);
const english =
  /^(.*?)\b(?:counts?|counted)\b (?:as|towards?|for|in)\b|^(.*?)\b(?:replace|serve as|substitute|stand in|instead of)\b/;
const pointing = /这部分|那部分|这笔|那笔|这些钱|那些钱|这个钱|这钱|那钱|拿它|用它/;

/** In a question whether one thing stands for another (X算Y吗, X能代替Y吗): where the one thing stands; empty when it is left out. */
export function stoodFor({ text, language }: Asked, clause: Span): Span | undefined {
  const found = (language === 'en' ? english : equating).exec(text.slice(clause.start, clause.end));
  const one = found?.[1] ?? found?.[2];
  return one === undefined ? undefined : { start: clause.start, end: clause.start + one.length };
}

/** What is to stand for something is only pointed at: 这笔钱, told in the clause before. */
export function isPointedAt({ text }: Asked, { start, end }: Span): string | undefined {
  return pointing.exec(text.slice(start, end))?.[0];
}

const yes =
  '(?:也|都|就)?(?:行不行|可不可以|成不成|中不中|行吗|行不|行么|可以吗|可以不|可以么|能行|成吗|成不|吗|么|不|吧|没)';
const forms = [
  // 用X行吗, 拿X可以吗
  new RegExp(`(?:只用|能用|可以用|可用|用|只拿|拿|凭|靠|只有|光有|找|请|换成)(.{2,12}?)${yes}[呢啊呀?]*$`),
  // 只翻译X行吗
  new RegExp(`(?:只|仅|光)(?!用|拿|有|能|要)(.{2,14}?)${yes}[呢啊呀?]*$`),
  // 可以是X吗, 能是X出的吗
  new RegExp(`(?:可以|能|允许|必须|一定要?|非得|非要)(?:是|由|为)(.{2,12}?)${yes}[呢啊呀?]*$`),
  // 要不要交X, 需不需要X, 得办X吗
  /(?:要不要|需不需要|用不用|必须|需要|要|得)(?:先|再|另外|单独|一起|同时|也|都|去)?(?:交|附|提供|出具|出示|出|办理|办|做|开具|开|有|带|盖|买|配|设|成立|缴纳|缴|申请|签)(?:一[个份张次])?(.{2,10}?)(?:吗|么|不|没|呢|嘛|啊|呀)*$/,
];

/** What is asked whether it will do or has to be brought: where it stands in the clause. */
export function broughtUp({ text }: Asked, clause: Span): Span | undefined {
  const said = text.slice(clause.start, clause.end).trimEnd();
  for (const form of forms) {
    const found = form.exec(said);
    const [whole, what] = found ?? [];
    if (!found || what === undefined || whole === undefined) continue;
    const start = clause.start + found.index + whole.indexOf(what);
    return { start, end: start + what.length };
  }
  return undefined;
}

/** 报得上哪条, 能挂哪个题, 有没有对得上的. */
const seeks =
  /(?:报|选|挂|套|靠|归|对|投|走|挑)(?:得)?(?:进|到|上|得上|在)?(?:哪|什么|啥|么子|第几)|对口|对得上|挂得上|套得上|报得上|靠得上|有(?:能|适合|合适|对应|相关)/;
const otherwise =
  /怎么算|咋算|怎样算|哪天|哪年|什么时候|按什么|以什么|多少|多大|多高|多久|多长|百分之|第几|几(?!乎|率)|哪个(?:方向|题|课题|类)|什么(?:方向|题)|叫什么|叫啥|全称|全名|名称|谁|哪些|哪里|哪儿|怎么分|如何|有没有/;

/** A question for a direction, a number, a name or a way: what it tells is not what it asks about. */
export function asksOtherwise({ text, concepts }: Asked, { start, end }: Span): boolean {
  const said = text.slice(start, end);
  return otherwise.test(said) || concepts.has('dir-search') || (seeks.test(said) && /方向|选题|题|哪/.test(text));
}

/** The words that ask, right before the thing that is asked for: 几个员工, 什么位置, 哪个银行. */
const before =
  /(?:什么|啥|哪些|哪种|哪个|哪一?家|多少|几)(?:个|项|份|家|次|种|张|本|名|台|位|条|只|头|例|辆|平|件|组|套|克|升|公斤|倍|级|类|部|所|座|款|批)?的?$/;

/** Whether a word is the very thing that a number or a name is asked of. */
export function isAskedOf({ text }: Asked, { start }: Span): boolean {
  return before.test(text.slice(0, start));
}

const yesOrNo = /[吗么不没否]$|能不能|可不可以|行不行|算不算|是不是|要不要|需不需要|用不用|是否|能否|可否|(.)不\1/;

/** Whether a clause wants a yes or a no. */
export function wantsYesOrNo({ text }: Asked, { start, end }: Span): boolean {
  return yesOrNo.test(text.slice(start, end).trimEnd());
}
