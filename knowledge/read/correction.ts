/** Corrections in mid-sentence (高工，呃不对，还是工程师): what follows replaces what went before. */
import { once } from './oneMessage.ts';

const sound = '(?:呃|额|哎|唉|诶|欸|哦|噢|喔|啊|嗯|哟|咦)';
const gap = '[\\s,，、.。…~;；:：!！-]';
/** Words that can only take something back. */
const firm = `(?:不对(?:不对|啊|了|哦|呀)?|不不+|不是不是|错了错了|(?:我)?(?:说|打|写|记|搞|弄|看)(?:错|快|岔|反|漏|混)(?:行)?了?|口误|笔误|[少多漏错](?:打|写|说|敲)了?[一两俩二仨三几]?个?字|更正(?:一下)?|纠正(?:一下)?|我收回)`;
/** 不是 and 等等 take back only beside a pause or a sound, and before a pause; 不是 may answer, 等等 may end a list. */
const soft = `(?:(?<=[,，…]|\\.\\.|${sound})(?:不是|不)|(?<=\\.\\.|…|${sound})(?:等等|等一?下|慢着|且慢))`;
const taken = new RegExp(
  `(?:^|${gap})(?:${sound}${gap}{0,4})?(?:${firm}(?=${gap}|我|是|应该|那|这|现在|后来|其实|刚|[\\d一二两三四五六七八九十])|${soft}(?=${gap}))${gap}{0,6}`,
  'g',
);
/** 都没有，我是说2020年的没有; 一百五，算了超了，那就一百一十五. */
const saidAnew =
  /[,，.。…;；\s](?:我是说|我(?:想说|说)的是|我的意思是|应该(?:说|是说)|准确(?:地)?说|确切(?:地)?说|算了(?:吧)?[^,，。;；\d一二两三四五六七八九十百]{0,8})[,，:：\s]{0,3}/g;
/** 没有……哎，有的: a sound, then the other answer. */
const answeredAnew = new RegExp(
  `(?:[,，.。…;；]|^)${gap}{0,4}${sound}+${gap}{0,4}(?=(?:有的?|没有?的?|是的?|报过的?|签了|写了|标了|盖了)${gap})`,
  'g',
);
/** 五年是我另一个项目 after 五年，不对: why it was taken back, nothing of what holds. */
const explains = /^([^,，。;；是]{1,10}?)(?:都|就|那)?是[^,，。;；]{1,24}[,，。;；]+(?=.)/u;
/** 不对不对, 哦不对, 说错了是 without a pause, as people speak: an exclamation, a doubled denial, or a slip behind a number. */
const numeral = '[\\d〇零一二两三四五六七八九十百]';
const glued = new RegExp(
  `(?<=[\\p{L}\\p{N}])(?:${sound}{1,2}(?:不对(?:不对)?|(?:我)?(?:说|打|写|记|搞|弄|看)(?:错|岔|反|漏|混)了)|[哦哎呃诶欸唉]不是(?=是|${numeral})|不对不对|不是不是(?=是|${numeral})|(?<=[\\d年月日号万元个])(?:我)?(?:说|打|写|记|看)错了)(?!的|吗|吧)${gap}{0,6}(?=[\\p{L}\\p{N}])`,
  'gu',
);
/** 150万，改了，现在是120万; 100万吧，等等，老板加到了130万: only a figure is put right so. */
const putRight = new RegExp(
  `(?:^|${gap})(?:后来|刚刚?|又|昨天|上周)?(?:改(?:了|一?下|过了?)|变了|调了|更正|等(?:等|一?下))(?:我?[再先]?[看查翻](?:一?[下眼]|了下|看|查)?(?:\\p{Script=Han}{0,4}))?${gap}{1,6}`,
  'gu',
);
const figure = /\d|[〇零一二两三四五六七八九十百]{2,}|[一二两三四五六七八九十半][年月日号万个]/;

const pronoun = /^(?:我们?|咱们|他们?|她|它|这个?|那个?|本?单位|学校|公司|现在|目前|应该|其实|就|都|也|还)*$/;
const done =
  /^(?:改过了?|改了|刚改过?的?|搞混了?|记混了?|看错了?|我?再说一[遍次]|我?[再先]?[看查翻]一?[下眼]?(?:执照|证书?|资料|材料|身份证)?|我?[看记写说想]成[^,，。;；]{1,8}了)[,，。;；]+(?=.)/;
/** 那是我爱人的我是74年: whose the first one was. */
const whose = /^[那这]个?是(?:我)?\p{Script=Han}{1,6}的[,，]?(?=(?:我|他|她|负责人|本人)(?:自己|本人)?[是的])/u;

/**
 * The text from its last correction on. Earlier sentences stay only when the correction stands inside a later one:
 * what was said in the same sentence is left out even where it may still hold, and then asked for again.
 */
export function corrected(text: string): string {
  return once(putRightIn, text);
}

function putRightIn(text: string): string {
  let out = text;
  for (const pattern of [taken, saidAnew, answeredAnew, glued]) out = after(out, pattern);
  return after(out, putRight, (before, rest) => figure.test(before) && figure.test(rest));
}

function after(text: string, pattern: RegExp, fits: (before: string, rest: string) => boolean = () => true): string {
  const last = [...text.matchAll(pattern)].findLast((hit) => {
    const rest = text.slice(hit.index + hit[0].length);
    return hit.index > 0 && /[\p{L}\p{N}]/u.test(rest) && fits(text.slice(0, hit.index), rest);
  });
  if (last === undefined) return text;
  const before = text.slice(0, last.index);
  let rest = text
    .slice(last.index + last[0].length)
    .replace(done, '')
    .replace(whose, '');
  const named = explains.exec(rest);
  const head = named?.[1]?.trim() ?? '';
  if (named !== null && head !== '' && !pronoun.test(head) && before.includes(head) && !before.includes(`${head}是`))
    rest = rest.slice(named[0].length);
  const earlier = /[。;；!！](?=[^。;；!！]+$)/.exec(before);
  const sentence = earlier === null ? 0 : earlier.index + 1;
  // 有一份老协议，那份俩学校……不是，医院和大学都签了: what broke off in mid-clause is put right, the clauses before it stand.
  const breaksOff = /(?:…|\.\.|--|—)$/.test(before + last[0].charAt(0));
  const broken = breaksOff ? Math.max(before.lastIndexOf('，'), before.lastIndexOf(',')) + 1 : 0;
  return before.slice(0, Math.max(sentence, broken)) + rest;
}

/** What stood before the correction (新余，二一年，不对，二二年 → 新余，二一年); '' where nothing was taken back. */
export function takenBack(text: string): string {
  const turns = [taken, saidAnew, answeredAnew, glued, putRight]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map(({ index }) => index)
    .filter((index) => index > 0);
  return corrected(text) === text || turns.length === 0 ? '' : text.slice(0, Math.max(...turns));
}
