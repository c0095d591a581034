/** What is asked only to deny it, of offices and programmes: 哪轮得到、哪来的公务员、哪能啊. 那是公务员 denies nothing. */
export function denyingOffice(text: string): string {
  return text
    .replace(/^\s*哪能(?:呢|啊|呀)?(?=[,，])/, '不是')
    .replace(/ ?(?:the )?government ?/gi, '机关')
    .replace(/ ?(programmes? )?management ?/gi, (_, plan?: string) => (plan ? ' 计划项目管理' : '管理'))
    .replace(/都是否(?=[\s哈啊呢吧～~]*(?:$|[,，。;；!！]))/g, '都不是')
    .replace(/(?:怎么|怎|[哪那]里?)(?:会|可能|能)(?:是|有|当)?(?=公务员)/g, '不是')
    .replace(/(?:哪[里儿]?|那[里儿])(?:是|算)(?:得上)?(?=什么|啥|个|官|公务)/g, '不是')
    .replace(/[哪那][里儿]?(?:轮|管|沾|挨)得?[到着上了]/g, '轮不到')
    .replace(/公务员[?？](?=[\s,，]*(?:不|没))/g, '公务员')
    .replace(/((?:管理?|科技计划|项目(?:管理)?))[?？](?=[\s,，]*(?:也|更)?(?:不|没))/g, '$1');
}
