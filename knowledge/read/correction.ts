/** Corrections in mid-sentence (高工，呃不对，还是工程师): what follows replaces what went before. */

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
const explains = /^([^,，。;；是]{1,10})(?:都|就|那)?是[^,，。;；]{1,24}[,，。;；]+(?=.)/u;
const pronoun = /^(?:我们?|咱们|他们?|她|它|这个?|那个?|本?单位|学校|公司|现在|目前|应该|其实|就|都|也|还)*$/;
const done = /^(?:改过了?|改了|刚改过?的?|搞混了?|记混了?|看错了?|我?再说一[遍次])[,，。;；]+(?=.)/;

/**
 * The text from its last correction on. Earlier sentences stay only when the correction stands inside a later one:
 * what was said in the same sentence is left out even where it may still hold, and then asked for again.
 */
export function corrected(text: string): string {
  let out = text;
  for (const pattern of [taken, saidAnew, answeredAnew]) out = after(out, pattern);
  return out;
}

function after(text: string, pattern: RegExp): string {
  const last = [...text.matchAll(pattern)].findLast(
    (hit) => hit.index > 0 && /[\p{L}\p{N}]/u.test(text.slice(hit.index + hit[0].length)),
  );
  if (last === undefined) return text;
  const before = text.slice(0, last.index);
  let rest = text.slice(last.index + last[0].length).replace(done, '');
  const named = explains.exec(rest);
  const head = named?.[1]?.trim() ?? '';
  if (named !== null && head !== '' && !pronoun.test(head) && before.includes(head) && !before.includes(`${head}是`))
    rest = rest.slice(named[0].length);
  const earlier = /[。;；!！](?=[^。;；!！]+$)/.exec(before);
  return earlier === null ? rest : before.slice(0, earlier.index + 1) + rest;
}
