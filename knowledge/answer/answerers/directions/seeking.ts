/** Whether a question asks which direction takes somebody's work, in whatever words: 报哪个, 套进哪个题, 有对得上的题吗, 能挂上吗. */
import type { Span } from '../../asked.ts';

const what = '(?:哪|啥|什么|么子|么仔|么个|咩|第几|几号|边)';
const topic =
  '(?:选题方向|选题|方向|课题(?!组)|题目|(?<!问)题(?![材外主义解])|条目|指南条目|门类|口子|栏目|赛道|topics?|directions?)';
const item = `(?:${topic}|条(?!件|款|文|例)|项(?!目)|栏|档)`;
const one = '(?:一|两|几|些)?(?:个|条|道|项|门|栏|款|档|号)?';
const verb =
  '(?:申报|申请|报|选|挑|拣|填|投|套|挂|归|归属|归类|归口|算|走|搭|靠|落|塞|对应|对口|对|属|属于|沾|凑|往|从|按|冲|走|挤|贴|放|进|合)';
const reaching = '(?:得|不)?(?:到|进|在|于|上|去|入|着|个|为|的是|成|了|往|靠)*';
const fitting =
  '(?:对得上|对的上|对上号|对口|挂得上|挂得进|挂得着|套得上|套得进|套得着|搭得上|沾得上|沾边|沾点边|靠得上|靠得着|挨得上|挨着|报得上|报得进|报得了|够得上|够得着|凑得上|能报|能收|肯收|收得下|可以报|可报|能挂|能套|能靠|能搭|能投|能进|能走|能归|合适|适合|相关|相应|对路|相近|相符|对应|匹配|贴切|贴近|接近|合得上|啱|吻合|契合|符合)';

/** 报哪个方向, 套进哪个题, 哪个题目合适, 有对得上的题吗, 十几个题里有没有能挂的. */
const surely = new RegExp(
  [
    `${verb}${reaching}${what}${one}${item}`,
    `${what}${one}${topic}[^,。?]{0,6}${fitting}`,
    `${fitting}[^,。?]{0,4}(?:是|的是)?${what}${one}(?:${item}|$|[?,。])`,
    `有(?:没有?|无|冇)?[^,。?]{0,10}${fitting}[^,。?]{0,6}${item}`,
    `有(?:没有?|无|冇)[^,。?]{0,8}${topic}[^,。?]{0,8}(?:$|[?,。]|报|挂|套|收|要|接|能|可|做|吗|么)`,
    `${topic}(?:里|中|内|当中|之中)?(?:头|面|边)?[^,。?]{0,4}(?:有没有?|没有|有无|有冇|有吗|有么|有不|找[得不]到|找不找得到|有哪)`,
    `${topic}[^,。?]{0,10}有[^,。?]{0,4}${fitting}`,
    `${topic}(?:里|中|当中|之中)?(?:头|面|边)?[^,。?]{0,4}有(?:一)?(?:个|条|道|哪个|哪条)?(?:是)?[^,。?]{0,4}(?:管|收|讲|写|涉及|针对|说|关于|沾)`,
    `有(?:没有?|无|冇)?(?:个|一个)?(?:对的|相关的?|这样的|这种)?${topic}(?:不|没|冇|吗|么|啵|$|[?])`,
    `(?:找|挑|选|寻|查)(?:得|不|没)?(?:到|出|着)[^,。?]{0,6}(?:${topic})(?![一二三四五六七八九十\\d])`,
    `是?(?:属于|对应|归)${what}${one}${item}`,
    `(?:申请|申报|报|选|挂|套|走|进|靠)[^,。?]{0,8}${what}一?(?:${topic}|(?:条|个|项|道)(?:${topic}|(?=$|[?,。嘛呢啊呀咧])))`,
    '(?:报|选|走|挂|算|投)(?![^,。?]*(?:欧|美洲|其他|类|省|市|部门|单位|厅|局|线上|线下|几))[^,。?]{1,10}还是(?:报|选|走|挂|算|投)',
    `which (?:\\w+ ){0,2}(?:direction|topic|one\\b|number)|what (?:topic|direction) number|any (?:direction|topic)|is there an? (?:\\w+ )?(?:direction|topic)|(?:direction|topic)s? (?:\\w+ ){0,4}(?:fit|match|suit|cover)|(?:fit|match|belong)[^.?]{0,30}(?:direction|topic)s?|(?:suggest|recommend|propose|choose|pick|find|name) (?:us |me )?(?:a |the |one |some |an )?(?:\\w+ )?(?:topic|direction)|what (?:can|could|should|may|might) (?:we|i|they|it) (?:bid|apply|go|compete|submit|propose)\\b|(?:anything|something|anyone) (?:suitable|relevant|appropriate|fitting|matching|related|that (?:fits|suits))|(?:anything|something|a place|room) (?:there )?for (?:me|us|my|our|this|that)\\b|where (?:do|does|would|should|could|might) (?:we|i|it|this|that|these|our|my|\\w+ing|software|research|work|studies|drugs|materials)\\b[^.?]{0,60}\\b(?:belong|fit|go|come under|sit|fall)`,
  ].join('|'),
  'u',
);

/** 报哪个, 报哪条好, 能套上吗: only beside words of a field. */
const perhaps = new RegExp(
  [
    `(?:申报|报|选|投|套|挂|归|走|搭|靠|算)${reaching}(?:哪|第几|边)(?:一)?(?:个|条|项|号|块)(?=$|[,。?!]|[嘛呢啊呀咧哩哦噢啵撒吧]|好|合适|比较|最|才)`,
    `(?:报|投|申报|挂|套|走)(?:得?上|得)?(?:什么|啥|么子|咩)(?=$|[,。?!]|[嘛呢啊呀咧哩哦啵撒]|好|合适|才|比较)`,
    `${fitting}[^,。?]{0,6}(?:吗|么|不(?!了|上|到)|没|啵|吧|$|[?])`,
    '(?:报|投|挂|选|申报)(?:哪|啥|第几)(?=$|[,。?])',
    '往哪(?:里|儿|边|个|条|一块)?(?:报|投|填|挂|靠|放)',
    `(?:能不能|可不可以|能否|可否|是否能?)(?:报|申报|挂|套|靠|投)(?:上|进|得上|名)?(?:$|[,。?吗呢])`,
    `${fitting}[^,。?]{0,4}(?:哪|第几)`,
    `只收|只要|收吗|(?:归|放|算|报|套|挂|投)(?:在|到|进)?哪(?:儿|里|块|边)|有个[^,。?]{1,8}(?:方向|选题|题目)|有戏|有份|有位置|有没有我们的|有我们的份|轮得到|收不收|要不要我们|在不在(?:里面|里头|范围|支持)|在(?:支持)?范围(?:内|里)?(?:吗|么|不)|覆盖|涵盖|包不包`,
    `where (?:do|does|should|would|can) (?:we|i|it|this|our)|can (?:we|i|it) apply|do we fit|does (?:it|this|that|ours) (?:fit|qualify|match)|eligible topic|supported`,
  ].join('|'),
  'u',
);

export type Seeking = 'surely' | 'perhaps' | 'not';

/** 不论选哪个题目: whichever it is, none is sought. */
const whichever =
  /(?:不管|不论|无论|甭管|任凭|不拘|随便|任选|任何|不管是|regardless of|whichever|whatever)[^,。?]{0,10}(?:方向|选题|课题|题目?|哪[个条项]|topic|direction)|(?:哪|每|任何)一?个?(?:选题方向|选题|方向|课题|题目?)(?:都|也|均)/gu;

/** The rule that a proposal has to match a topic: no topic is sought. */
const mustMatch =
  /\b(?:proposal|application|content|title|contents)\b[^.?]{0,40}\b(?:match|fit|correspond|agree|coincide)/;

/** Whether the question is about every direction alike. */
export function ofEvery(text: string): boolean {
  return text.search(whichever) >= 0;
}

export function seeking(whole: string): Seeking {
  const text = whole.replace(whichever, '');
  if (mustMatch.test(text)) return 'not';
  if (surely.test(text)) return 'surely';
  return perhaps.test(text) ? 'perhaps' : 'not';
}

/** Where the words of seeking stand. */
export function seekingSpans(text: string): Span[] {
  return [surely, perhaps].flatMap(({ source }) =>
    [...text.matchAll(new RegExp(source, 'gu'))].map(({ 0: whole, index }) => ({
      start: index,
      end: index + whole.length,
    })),
  );
}

/** 方向, 选题 or 题 stands in the question. */
export const topicWord = /方向|选题|课题(?!组)|题目|[个条道哪]题(?![材外主义解])|\bdirections?\b|\btopics?\b/;
