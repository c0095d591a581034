/** How often a sentence asks. */
const cue =
  /几(?=[个项份对家篇名种套次条类年月号岁]|$)|多少|多大|多高|多久|多长|哪|什么|啥|怎[么样]|咋|如何|谁|吗|么(?=[?？]|$)|是不是|是否|能不能|可不可以|行不行|有没有|算不算|要不要|用不用|需不需要|够不够|\b(?:how|what|which|who|when|where)\b|(?<=^|[.?!;,:] ?|\b(?:and|or|but|so) )(?:can|could|does|do|is|are|must|may|should)\b/g;

/** How many things a sentence asks for, by its question words; 0 when it asks nothing. */
export function timesAsked(text: string): number {
  return [...text.matchAll(cue)].length;
}
