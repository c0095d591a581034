/** Thinking aloud before the answer (2003还是2004来着……查到了，2004年; 80万，不好意思打错了，100万): what was found holds. */

const pause = '[\\s,，、.。…~;；:：!！-]';
/** 不好意思打错了, 抱歉，刚才写错: an apology, with or without the word for the slip. */
const apology = `(?:不好意思|抱歉|对不住|对不起|sorry)${pause}{0,4}(?:[我刚上前才面]*(?:打|写|说|记|看|填|报|搞)[错漏岔少多]了?[^,，。;；]{0,3}|手滑了?|打快了)`;
const slip =
  '(?:[手口笔]误|(?:我)?(?:[少多漏]打|打[少多漏])了?[^,，。;；]{0,3}|手滑了?|打快了|(?:[刚上前]才?面?(?:那[个条句])?)?(?:打|写|说|记|看|填|报)错字?了?|看串了?行?)';
/** 查到了, 想起来了: it was looked up while writing. */
const found =
  '(?:查|翻|看|问|核)了(?:一?下|眼)?(?:他的)?(?:身份证|户口本|执照|证书?|官网|合同|协议|资料|档案|申报书|老板|会计|财务|对方)|(?:查|翻|找|看|问|想|搜|核)(?:到了|着了|见了|起来了|出来了|清楚了|过了|实了|了一下|了下|了眼)|确认(?:过)?了|有了';
const slips = new RegExp(`(?<=${pause}|[啊哎呀哦噢唉诶])(?:${apology}|${slip})${pause}{1,6}`, 'gi');
/** Only behind open words is 查到了 the turn from not knowing to knowing. */
const openWords = /来着|还是|好像|记不|不记得|忘|等[等下一]|稍等|哪[年天]|多少|几[年月号]|不确定|不知道|[?？]|…|\.\./;
const founds = new RegExp(
  `(?<=${pause})(?:哦|噢|啊|好|嗯)?(?:刚|我|刚刚)?(?:${found})${pause}{0,4}(?:是|说是)?${pause}{0,4}`,
  'g',
);
const tells = /[\d〇零一二三四五六七八九十百壹贰叁]/;

/** The text behind the last such turn, where something is told there; otherwise the text as it is. */
export function settledOn(text: string): string {
  const slipped = behind(text, slips, () => true);
  return behind(slipped, founds, (before) => openWords.test(before));
}

function behind(text: string, turn: RegExp, fits: (before: string) => boolean): string {
  const last = [...text.matchAll(turn)].findLast((hit) => {
    const rest = text.slice(hit.index + hit[0].length);
    return hit.index > 0 && tells.test(rest) && fits(text.slice(0, hit.index));
  });
  return last === undefined ? text : text.slice(last.index + last[0].length);
}
