/** Thinking aloud before the answer (2003还是2004来着……查到了，2004年; 80万，不好意思打错了，100万): what was found holds. */

const pause = '[\\s,，、.。…~;；:：!！-]';
/** 不好意思打错了, 抱歉，刚才写错: an apology, with or without the word for the slip. */
const apology = `(?:不好意思|抱歉|对不住|对不起|sorry)${pause}{0,4}(?:[我刚上前才面]*(?:打|写|说|记|看|填|报|搞)[错漏岔少多]了?[^,，。;；]{0,3}|手滑了?|打快了)`;
const slip =
  '(?:[手口笔]误|(?:我)?(?:[少多漏]打|打[少多漏])了?[^,，。;；]{0,3}|手滑了?|打快了|(?:[刚上前]才?面?(?:那[个条句])?)?(?:打|写|说|记|看|填|报)错字?了?|看串了?行?)';
/** 查到了, 想起来了: it was looked up while writing. */
const found =
  '(?:查|翻|看|问|核)了(?:一?下|眼)?(?:他的)?(?:身份证|户口本|执照|证书?|官网|合同|协议|资料|档案|申报书|老板|会计|财务|对方)|(?:查|翻|找|看|问|想|搜|核)(?:到了|着了|见了|起来了|出来了|清楚了|过了|实了|了一下|了下|了眼)|(?:核实|核对|确认|查证)(?:过)?了|有了';
const slips = new RegExp(`(?<=${pause}|[啊哎呀哦噢唉诶])(?:${apology}|${slip})${pause}{1,6}`, 'gi');
/** Only behind open words is 查到了 the turn from not knowing to knowing. */
const openWords =
  /来着|还是|好像|大概|记不|不记得|忘|等[等下一]|稍等|哪[年天]|多少|几[年月号]|不确定|不知道|[?？]|…|\.\./;
const founds = new RegExp(
  `(?<=${pause})(?:哦|噢|啊|好|嗯)?(?:刚|我|刚刚)?(?:[看查翻问]了?[^,，。;；\\d]{0,5})?(?:${found})${pause}{0,4}(?:是|说是)?${pause}{0,4}`,
  'g',
);
/** 15年……等下我看执照，哦，2016年: what is read off the paper holds. */
const looks = new RegExp(
  `(?<=${pause})(?:(?:稍等|等[等下会]|等一[等下会]|等我)${pause}{0,3})?[哦噢啊嗯]?我?(?:[再先去来]|这就)?(?:[看查翻]一?[下眼]?|[看查翻]{2})(?:他的)?(?:身份证|护照|户口本|营业执照|执照|证书?|法人证书?|官网|合同|资料|档案)[啊哈呀哦]?${pause}{1,4}(?:[哦噢啊嗯唉诶]${pause}{0,3})?(?:是|上面?(?:是|写的?)?)?|(?<=${pause})(?:稍等|等一?下)(?:一?[下会])?${pause}{1,4}(?=[^,，。;；\\d]{0,6}(?:执照|证书?)上)`,
  'g',
);
/** 书上写1964，实际1965: a paper says one thing, the person another. An identity card or a certificate is not set aside. */
const really = new RegExp(
  `(?:书上|网上|官网|百科|资料|简历|名片|宣传册|介绍|表格?|论文|主页|系统)[里上中]*(?:面)?(?:都|是)?(?:写|说|显示|标|印|填|登)[^,，。;；]{0,16}${pause}{1,6}(?:但|可是?|不过)?(?:其实|实际上?|真实|真正|正确|准确)(?:的|是|应该|为|应为)*${pause}{0,4}`,
  'g',
);
const tells = /[\d〇零一二两三四五六七八九十百壹贰叁]/;

/** 24个月改成36个月, 报方向5，后来改成方向6: from one figure to another. */
const changes = new RegExp(
  `(?<=[\\d一二两三四五六七八九十][^。;；]{0,16})(?:改(?:报|选|填|写|投)了?|(?:后来|最后|最终)(?:又|就)?(?:定|选|报|填)(?:了|的是|的|成|为|到|下)*)(?=(?:方向|选题|第|约){0,2}[\\d一二两三四五六七八九十])|(?<=[\\d一二两三四五六七八九十百千万半年月日号个元项][^。;；]{0,16})(?:改|调整?|变更?|换|修改|压缩?|缩短?|减|降|延长?|加|增加?)(?:成|为|到|至)了?(?=(?:是|方向|选题|第|约|:|${pause}){0,3}[\\d一二两三四五六七八九十百])`,
  'g',
);

/** The text behind the last such turn, where something is told there; otherwise the text as it is. */
export function settledOn(text: string): string {
  const slipped = behind(
    behind(text, really, () => true),
    slips,
    () => true,
  );
  const changed = behind(slipped, changes, (before) => tells.test(before));
  const looked = behind(changed, looks, (before) => openWords.test(before) || /吧/.test(before));
  return behind(looked, founds, (before) => openWords.test(before));
}

function behind(text: string, turn: RegExp, fits: (before: string) => boolean): string {
  const last = [...text.matchAll(turn)].findLast((hit) => {
    const rest = text.slice(hit.index + hit[0].length);
    return tells.test(rest) && fits(text.slice(0, hit.index));
  });
  return last === undefined ? text : text.slice(last.index + last[0].length);
}
