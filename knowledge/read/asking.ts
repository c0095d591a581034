/**
 * Whether a sentence asks. 呢, 么 and 啥 end remarks as well (人家出差呢, 没啥), 有没有 may stand inside a report
 * (问了有没有, 说没有), and 不是早签了吗 asks nothing.
 */

/** 不是早就签了吗, 指南不是写死3年么: said, not asked. */
const rhetorical =
  /(?:(?<!是)不(?:就|都)?是(?=[^,。;!?]{0,14}(?:早|已|都|就|明明|写|说|规定|讲|定死))|不(?:都|早|已经|刚)?(?:说|写|讲|报|填|答)[了过](?=[^,。;!?]{1,24}(?:吗|么|嘛))|难道|何尝|[哪那](?:里|儿)?(?:是|算)(?:得上)?(?:什么|啥|个|官)|谁不|哪能|怎么可能|怎么会|哪会|哪敢|哪(?:里|儿)?(?:用得?着|轮得?到|管得?到|有))[^,。;!?]{0,24}(?:吗|么|嘛|呢)?\??$/;
/** Words that ask wherever they stand. */
const interrogative =
  /为什么|为啥|为何|凭什么|什么意思|啥意思|是否|(?<!不)是不是|(?<!没)有没有|要不要|能不能|可不可以|行不行|算不算|需不需要|会不会|该不该|写没写|签没签|怎么(?!都|样都|也|说呢|着|回事)|请问|多少钱|什么时候(?!都|也)|[用做填]什么(?!都|也|就)|什么是|(?:什么|啥|咋)叫|会怎么样|怎么办|叫什么(?!来着)|是什么|是啥|什么样|什么条件|什么要求|能否|可否|(?<!不是|没有|不论|无论|不管|随便|不属于)(?:哪些|哪个|哪家|哪种|哪类)(?!都|也)|哪里(?!晓得|知道|清楚|都|也)|哪儿(?!都|也)|[找问给向跟]谁|要(?:的是)?哪一?[级档种类]|看[你您](?:们)?[^,。;]{0,6}(?:怎么|如何|哪|什么|啥|指)|谁(?:去|来|该|要|负责)?去?(?:报|办|开|交)(?:告|上去)?$|干[嘛吗啥]|何必|何须|用得着/;
/** Words that ask only where a clause ends. */
const closing =
  /吗$|(?<![什这那怎多年月万个家])么$|(?:什么|啥|咋|怎|哪|谁|几|多少|为何)[^,]*嘛$|^(?![还没未有是正在都就差他她我谁早])[\p{Script=Han}]{1,4}(?<![着没在是去有啦的了])呢$|(?:章|材料)呢$/u;
/** A remark that ends in 么: 就是这样么, 还没办么. */
const remark = /^(?:就|只|反正|本来|当然|肯定|毕竟|总归|不就|还没|没有?|都|早|已)[^?]*么$/;
/** What is reported or set aside, not asked: 问了有没有意见, 不管是不是, 看看有没有. */
const reported =
  /(?:(?<!请)问|查|看|管|论|核|知道|确认|打听|落实|清楚|晓得|了解|说|讲|告诉)[^,。;?]{0,10}(?:是否|是不是|有没有|要不要|能不能|会不会|该不该|写没写|签没签|需不需要|算不算|怎么|哪些|哪个|哪家|什么|谁)/;
/** 没什么, 啥都没有, 什么的: nothing is asked by them. */
const indefinite =
  /谁知道|(?:你们|您|他们|领导|上面|厅里|专家)(?:来|去)?(?:说了算|认定|看着办)|[跟和与]谁[^,]{0,3}都|[没不无](?!有?会)[^,。;?]{0,4}(?:什么|啥|怎么|哪)(?!时候)|(?:什么|啥|怎么|哪)[^,。;?]{0,6}[都也]|(?:什么|啥)的$|(?:什么|哪|谁|几|多少|怎么)[^,。;?]{0,8}[没未]有?(?:最后|完全|正式)?(?:定|选|想好|商量|谈|落实|确定|写|提|约定|明确|体现)|叫什么来着/;
const answers = /^(?:都|也|全|其实|结果|答案|目前|现在|确实|还)*(?:没|有|是|不|无|否|说|答|讲)/;

/** 扯皮了怎么办也没写, 赚了钱归哪个也写了: what a paper says or leaves out. */
const contents =
  /(?:怎么|如何|哪|谁|什么|啥|几|多少|不)[^,。;?]{0,16}(?:[都也均](?:已经?)?|[还都也]?[没未]有?)(?:写|提|约定|明确|列|说明)(?:了|过|进去|清楚|明白|好|到|的|上)*$/;

/** 截止日期是几号, 要交几份, 几号截止, 要盖章不; not what somebody forgot or will look up. */
const howMany =
  /(?:几(?:号|月|份|天|页|本)|哪(?:一)?[天年月]|多少(?:钱|份|页)|多久|多长时间)(?:截止|结束|开始|交|受理)?(?:啊|呀|呢)?$|^(?:几号|哪天|何时)(?:截止|交|结束|开始|报)|(?:要|用|需要|可以|能|行)[^,。不没]{1,8}不$/;
/** 时间么，…: only what is spoken of. */
const topic = /^(?![^么]*[了有过是行对能要得可])\p{Script=Han}{1,4}么$/u;
const setAside = /忘|记|知|清楚|晓得|查|问|确定|没|看|不管|无论/;

/** Whether a tidy sentence asks instead of stating. */
export function asks(sentence: string): boolean {
  if (rhetorical.test(sentence)) return false;
  if (sentence.includes('?')) return true;
  const clauses = sentence.split(/[,;:。!\s]/);
  return clauses.some(
    (clause, i) =>
      clauseAsks(clause) &&
      !(i < clauses.length - 1 && topic.test(clause)) &&
      !answeredBy(clause, clauses.slice(i + 1)),
  );
}

function clauseAsks(clause: string): boolean {
  if (rhetorical.test(clause) || contents.test(clause)) return false;
  if (/^(?:哪能|怎么会|怎么可能|哪有|哪会|哪敢)(?:的事)?呢?$/.test(clause)) return false;
  if (closing.test(clause)) return !remark.test(clause);
  if (/怎么办(?![^,]{0,3}(?:有|写|没))|怎么样$|咋办|请问/.test(clause)) return true;
  if (howMany.test(clause)) return !setAside.test(clause);
  if (!interrogative.test(clause)) return false;
  return !reported.test(clause) && !indefinite.test(clause);
}

/** 有没有联合实验室，没有: asked and answered by the same person. */
function answeredBy(clause: string, rest: readonly string[]): boolean {
  return (
    /是否|是不是|有没有|要不要|会不会|算不算|写没写|签没签/.test(clause) && rest.some((next) => answers.test(next))
  );
}
