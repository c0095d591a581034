/** Several questions in one message, in their order; what is told before a question stays with it. */

/** So many questions of one message are answered. */
export const mostQuestions = 5;
/** So many characters of a message are read, shared by its questions, each from its end: what it asks stands there. */
const longest = 800;
const ends = /(?<=[?？\n;；])|(?<=[。!！])/;
const asks =
  /[?？]|吗|呢|什么|啥|怎么|怎样|如何|咋|多少|几[个项份对家篇名种套次条类年月号岁]|哪|谁|是否|是不是|能不能|可不可以|行不行|能否|有没有|有无|算不算|要不要|需不需要|够不够|在不在|么$|不$|^\W*(?:(?:and|but|so|also|then|ok|hi|hello|please)[, ]+)*(?:tell|what|which|how|who|when|where|why|can|could|does|did|is|are|do|may|must|should|would|will)\b/i;
/** A second question behind a comma. */
const another =
  /(?<=[,，、])(?=(?:还有|另外|以及|顺便|再问|还想问|对了|此外|同时|然后呢|那么|那)(?!么多))|(?<=[,;])(?= ?(?:and|also) (?:how|what|who|when|where|which|does|do|is|are|can|must|should)\b)/;
/** What goes on from the question before it instead of beginning another. */
const goesOn =
  /^(?:还是|或者?|或|要不|抑或|比如|例如|有的话|要是有|如果有|都(?:是|在|叫|有)(?:哪|谁|什么|啥)|分别|各(?:是|在|叫)|谢谢|多谢|麻烦|急|在线等|辛苦|thanks|thank you)/i;

/** The questions of a message as typed, each read up to a bound; the whole message when it holds one question or none. */
export function questionsIn(message: string): string[] {
  const found: string[] = [];
  let told = '';
  for (const sentence of message.split(ends).flatMap((each) => each.split(another))) {
    const plain = sentence.trim();
    // A lone ？ asks nothing.
    if (!/[\p{L}\p{N}]/u.test(plain)) continue;
    if (found.length > 0 && told === '' && goesOn.test(plain)) {
      found[found.length - 1] += sentence;
    } else if (asks.test(plain)) {
      found.push(told + sentence);
      told = '';
    } else told += sentence;
  }
  if (found.length < 2) return [within(message, longest)];
  if (told.trim() !== '') found[found.length - 1] += told;
  const each = longest / Math.min(found.length, mostQuestions);
  return [...new Set(found.map((question) => within(question.trim(), each)))];
}

const within = (question: string, length: number) => (question.length > length ? question.slice(-length) : question);
