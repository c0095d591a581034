/**
 * Words that say how sure a person is. All take normalised text; every pattern is linear (bounded gaps only).
 */
import { asks } from './asking.ts';
import { normalise } from './normalise.ts';

const notKnown =
  /不知道|不晓得|不清楚|[不没]太清楚|不(?:太|大|怎么|是很)?了解|不记得|不大记得|记不[清得住]|记不太?[清准牢]|忘了|忘记|不确定|没把握|说不[准清好]|没印象|没查|没问(?!题)|没(?:一点)?数|数都没|不详|不敢(?:说|肯定|保证)|说不(?:上来|出)|讲不(?:好|清|准|上来)|不(?:太|大|怎么)?懂|没看$|我没看|[搞弄闹](?:不|没)(?:清|懂|明白)|没细看|没仔细看|没[核翻]过|没核对|我[^,。]{0,4}没看过|(?:哪里|哪)(?:晓得|知道|清楚)|记不[到起]|没底|没给(?:过|我|我们|个|准)*(?:数|准信|答复)|[还尚都][没未](?:跟|和|与)?[^,。;]{0,5}敲定|不知情|没听[^,。;]{0,8}(?:说|提|讲)|背不(?:下来|出|全|了|住|到|上)|(?:得|要|需)(?:回|去)[^,。;]{0,6}(?:看|翻|查|找|问)|(?:翻|查|看|问|核|回去)[^,。;]{0,4}(?<![了过])才(?:能|会)?(?:知道|晓得|清楚|确定)(?=$|[,。;])|(?:没|不)(?:敢|好意思|便|方便)(?:去|多|开口)?问|没(?:顾上|顾得上|来得及|空|时间|机会)(?:去)?问|没开口问|没(?:搞|弄|问|查|核)(?:清楚|明白|清|明)/;
const toLookUp =
  /(?:要|得|去|再|回头|待|等|等我|先|还没|我来|帮我)[^,。;]{0,4}(?:查|问|翻|核实|核对|确认|看看|看一下|看下)|查一?下再|查查再|查了再/;
const notDecided =
  /[还尚]?[没未](?:最后|最终|完全|正式)?定|待定|没想好|没确定|未确定|没决定|再定|没考虑好|再想想|在考虑|再看看|以后再说|再说/;

/** 不知道、不记得、要查一下、回头再问、还没定. */
export function saysUnknown(text: string): boolean {
  return notKnown.test(text) || toLookUp.test(text) || notDecided.test(text);
}

/** The text asks something; then it is no answer. */
export function isQuestion(text: string): boolean {
  const sentences = normalise(text)
    .split(/(?<=[。!;?])/)
    .map((sentence) => sentence.replace(/[\s。!;~]+$/, ''));
  return sentences.some((sentence) => asks(sentence) && (/[?]|吗$/.test(sentence) || !saysUnknown(sentence)));
}

/** The text only gives roughly what it gives: 左右、大概、好像. */
export function isRough(text: string): boolean {
  return /左右|大概|大约|大致|(?<![签合条纽预])约(?!定)|上下|差不多|好像|可能|也许|估计|似乎|印象中|前后|不一定|的样子|光景$|那阵子/.test(
    text,
  );
}
