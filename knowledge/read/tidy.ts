/**
 * What every reader of typed Chinese does first: cap the length, fold widths and cases, drop greetings and tails,
 * set questions aside, and notice 不知道. All patterns are linear in the text.
 */
import type { Phrase } from '../language.ts';
import { maxInput, type Reading } from '../reading.ts';
import { asks } from './asking.ts';
import { inChinese } from './mixedSpeech.ts';
import { normalise } from './normalise.ts';
import { asReported, paused } from './reported.ts';

const lead =
  /^(?:[嗯恩哦噢啊呃哎]+(?=[有没是都标签开已对不])|(?:嗯+|恩+|哦+|噢+|喔+|呃+|额+|啊+|哈+|唉|诶|哎|那个|这个|老师好?|您好|你好|好的|好吧)[\s,、。~!.:]+)/;
const tail = /[\s哈啊呀哦噢喔哟啦嘞咯呗呐撒捏噻喽欸~。.!,;、…^]+$/;
const circled = /[①②③④⑤⑥⑦⑧⑨⑩]/g;

/** The text with widths, case and spaces folded, without greeting and tail; `undefined` when empty or too long. */
export function tidy(text: string): string | undefined {
  if (text.length > maxInput) return undefined;
  let out = inChinese(
    normalise(text.replace(circled, (c) => ` ${'①②③④⑤⑥⑦⑧⑨⑩'.indexOf(c) + 1} `).replace(/\s*\n\s*/g, '。')),
  )
    .replace(/[\u{1f000}-\u{1faff}]|\ufe0f/gu, '')
    .replace(/["'“”‘’「」『』【】《》]/g, '')
    .replace(/-{2,}|\.{2,}/g, ',')
    .trim();
  for (let i = 0; i < 4; i += 1) {
    const rest = out.replace(lead, '');
    if (rest === out || rest === '') break;
    out = rest;
  }
  out = withoutTail(out);
  return out === '' ? undefined : out;
}

/** Without 哈, ～ and the like at the end; walks from the end, so that a long run of tails costs nothing. */
function withoutTail(text: string): string {
  let end = text.length;
  while (end > 0 && tail.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}

/** 没有的话 supposes, 推荐函的话 only names what is spoken of. */
const supposes = /如果|(?<!主)要是|假如|万一|(?:[没不有了要能以是过得行够]|没有)[^,。]{0,4}的话|假设|倘若/;

/** Whether a tidy sentence asks or supposes instead of stating. */
function isQuestion(sentence: string): boolean {
  if (supposes.test(sentence)) return true;
  return asks(sentence) && (sentence.includes('?') || /吗$/.test(sentence) || !saysUnknown(sentence));
}

/** 自己不是法人, of 自己不是法人，可以用学校名义报吗？; 算不算 and 对吗 ask about what stands before them. */
function beforeQuestion(sentence: string): string {
  const parts = sentence.split(',');
  const supposed = parts.findIndex((part) => supposes.test(part));
  if (supposed >= 0) {
    const firm = parts.slice(0, supposed);
    return firm.some((part) => asks(part) || saysUnknown(part)) ? '' : firm.join(',');
  }
  const last = parts.at(-1) ?? '';
  if (
    parts.length < 2 ||
    /^(?:这样?|那|这个|那个|这种|它|我们?|就|也|还|到底|应该)*(?:算|是(?!要|必须|硬性|强制|规定|不是[要得必])|对|属于|没错|有没有(?!范文|模板|样本|样例|例子|参考)|有$|有吗)/.test(
      last,
    )
  )
    return '';
  const before = parts.slice(0, -1);
  return before.some((part) => asks(part) || saysUnknown(part)) ? '' : before.join(',');
}

/** The stating sentences of a text, tidy; `undefined` when there is none. */
export function statements(text: string): string[] | undefined {
  const whole = tidy(text);
  if (whole === undefined) return undefined;
  const found = asReported(paused(whole))
    .split(/(?<=[。!;?])/)
    .map((sentence) => withoutTail(sentence.trim()))
    .map((sentence) => (isQuestion(sentence) ? beforeQuestion(sentence) : sentence))
    .filter((sentence) => sentence !== '');
  return found.length > 0 ? found : undefined;
}

/** The clauses of tidy sentences, without their tails; a space between words parts clauses too. */
export function clauses(sentences: readonly string[]): string[] {
  return sentences
    .flatMap((sentence) => sentence.split(/[,;:。!()[\]/\s]|(?<!不)但是|(?<!不)但|不过|可是|然而/))
    .map(withoutTail)
    .filter((clause) => clause !== '');
}

const unknownWords =
  /不造(?=$|[,。;\s])|没写(?:是)?[哪几][年月天]|问了[^,。;]{1,10}[没未]回|不知道(?!(?:还|都|就)?[要得](?!不)|需要(?!不)|有这)|不清楚|不太清楚|不大清楚|不是很清楚|不确定|不太确定|不能确定|不晓得(?!(?:还|都|就)?[要得](?!不)|需要(?!不)|有这)|不(?:太|大|怎么|是很)?了解|不记得|记不清|记不得|说不好(?![预估测算量弄办写做搞统])|说不准|说不清|拿不准|吃不准|搞不清|弄不清|[搞弄闹听看]不(?:太|大)?(?:明白|懂)|没听(?:清|懂|明白)|我不(?:太|大|敢)?相?信|没(?:打|拆|翻|点)开(?:来)?看|没数|不好说|没问过|没查过|没了解|没确认|待确认|待核实|未知|没说$|没告诉我|不敢(?:说|肯定|保证|打包票|确定|断定|乱[说讲填])|说不(?:上来|出来?)|讲不(?:好|清|准|上来)|不好讲|不(?:太|大|怎么)?懂(?!事)|没看$|我没看|没细想|[搞弄闹](?:不|没)(?:清|懂|明白|太清)|没细[看问抠说]|没仔细|没[核翻](?:对)?过|没核[对实]|(?:我|自己|本人)[^,。]{0,4}没看过|没见过|没过问|没讲|没留意|没注意|没(?:一点)?数|数都没|没底|(?:哪里|哪)(?:晓得|知道|清楚)|记不[得到起]|(?:回头|晚点|稍后|等下|过后|明天)[^,。;]{0,6}(?:答复|回复|回你|告诉)|(?:等我|我)[^,。;]{0,2}(?:看看|翻翻|查查|问问|找找)|没问(?!题|人)|(?:得|要)[^,。;]{0,4}(?:翻出来|看看|翻翻|查查|问问|看一下|问一下|查一下|翻一下)|一问三不知|这[事块个]?不归我管|我[^,。]{0,3}没(?:拆|打|翻)开看过|不掌握|心里没|不(?:好|便|能|敢)(?:替|代)(?:他|她|别人|老师|老板)|没(?:人)?(?:跟|和|给|同|向)我们?(?:讲|说|提|通气|交代|透露|交接|回)|忘记?了$|不知情|没听[^,。;]{0,8}(?:说|提|讲)过?|(?:要|得|需|去|再|先|回头|我)(?:去|先|再)?(?:问|查|核实|确认|打听)(?!过|了|到|完|重|好|清)|背不(?:下来|出|全|了|住|到|上)|(?:得|要|需)(?:回|去)[^,。;]{0,6}(?:看|翻|查|找|问)|(?:翻|查|看|问|核|回去)[^,。;]{0,4}(?<![了过])才(?:能|会)?(?:知道|晓得|清楚|确定)(?=$|[,。;])|(?:没|不)(?:敢|好意思|便|方便)(?:去|多|开口)?问|没(?:顾上|顾得上|来得及|空|时间|机会)(?:去)?问|没开口问|没(?:人)?(?:吭声|吱声)|没(?:搞|弄|问|查|核)(?:清楚|明白|清|明)/;

/** Whether the text says that the person does not know (不知道、要问一下、还得查). */
export function saysUnknown(text: string): boolean {
  return unknownWords.test(text);
}

/** 算不算、签没签、几张表: what is asked inside a sentence. */
const embedded =
  /(\p{Script=Han}{1,2})[没不]有?\1|有没有|是否|怎么|如何|多少|几[个年张家次样]|(?<!不是|没有)哪|什么|啥|谁|是.{1,8}还是/u;

/** 有没有拿去别处报: asked within the person's own 不晓得, wherever that stands. */
const whether = /有没有|是否|是不是|(\p{Script=Han})[没不]有?\1(?!\p{Script=Han}?的)/u;

/**
 * The clauses in which the person states something: without those that say 不知道, and without the question that such
 * a clause answers (签没签，我不知道).
 */
export function stated(sentences: readonly string[]): string[] {
  const parts = clauses(sentences);
  const doubtful = parts.some(saysUnknown);
  return parts.filter(
    (part, i) =>
      !saysUnknown(part) &&
      !(embedded.test(part) && saysUnknown(parts[i + 1] ?? '')) &&
      !(doubtful && whether.test(part)),
  );
}

/** Whether the text only supposes (可能、好像、大概): never recorded. */
export function saysMaybe(text: string): boolean {
  return /(?<!不)可能|好像|似乎|大概|也许|或许|估计|不一定|说不定|没准(?!备)|八成|猜|估摸|听说|据说|(?<![好头画肖影图])像是|(?<=名字|长得|口音|听着|看着|看上去)(?:很|挺|有点)?像|看样子/.test(
    text,
  );
}

/** Whether the text is sure enough to be recorded, said back to the person (应该不是吧). */
export function saysProbably(text: string): boolean {
  return /(?<!不)应该(?!说是?有)|应当|按理|理论上|想必|吧$|吧[,。]/.test(text);
}

/** Whether a clause says so twice over (应该都有吧): a guess, which decides nothing that much hangs on. */
export function saysGuess(text: string): boolean {
  return /(?:(?<!不)应该|应当|按理|照理|理论上|想必)[^,。;]{0,20}吧(?:$|[,。;])|吧,?(?:应该|应当|按理)$/.test(text);
}

const others =
  /导师|院长|所长|校长|同事|同学|团队|合作者|对方|外方(?!一)|合作方|别人|他们|其他人|另一[个位]|课题组(?:里|有)|副手|前任|爱人|妻子|丈夫|配偶|父母|家属/;

/** Whether a clause speaks of somebody else than the person asked about. */
export function speaksOfOthers(clause: string): boolean {
  return others.test(clause);
}

/** A reading that was understood. */
export function value<T>(read: T, echo?: Phrase): Reading<T> {
  return echo === undefined ? { is: 'value', value: read } : { is: 'value', value: read, echo };
}

/** A reading that does not decide the question. */
export function ask(hint: Phrase): { is: 'ask'; hint: Phrase } {
  return { is: 'ask', hint };
}

export const unknown = { is: 'unknown' } as const;
