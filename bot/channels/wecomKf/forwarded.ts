/** Other people's words in a customer's message: a 聊天记录 (`merged_msg`), and what a quote repeats. */
import { z } from 'zod';

const said = z.looseObject({ content: z.string() });
const inner = z.looseObject({ text: said.optional(), content: said.or(z.string()).optional() });
const merged = z.looseObject({
  item: z
    .array(z.looseObject({ msgtype: z.string().catch(''), msg_content: z.string().optional() }))
    .max(1000)
    .catch([]),
});

/** The texts of a 聊天记录, one message a line, without the names of those who wrote them. */
export function mergedText(value: unknown): string {
  const { item } = merged.catch({ item: [] }).parse(value);
  return item
    .filter(({ msgtype }) => msgtype === 'text')
    .flatMap(({ msg_content }) => textOf(msg_content) ?? [])
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .join('\n');
}

/** Each item's content is JSON in a string. */
function textOf(content: string | undefined): string | undefined {
  try {
    const { text, content: bare } = inner.parse(JSON.parse(content ?? ''));
    return text?.content ?? (typeof bare === 'string' ? bare : bare?.content);
  } catch {
    return undefined;
  }
}

/** How WeChat writes a quote into a text for those who know none. */
const quote = /^「(?:[^：:」\n]{1,40}[：:])?([\s\S]{1,2000}?)」[ \t]*\n\s*-(?:[ \t]?-){4,}\s*([\s\S]*)$/;
/** Asks for nothing but an answer to what is quoted: such signs only. */
const pointsAt = /^[@请麻烦帮忙您你给我们看下一这个条问题怎么如何办说谢答回复解释呢吗啊呀?？，。,.!！\s]{0,40}$/;

/** A quote in a text: forwarded when its words are all there is to answer; otherwise only what was written behind it counts. */
export function quoted(text: string): { text: string; forwarded: boolean } {
  const [, repeated = '', own = ''] = quote.exec(text) ?? [];
  if (repeated === '') return { text, forwarded: false };
  return pointsAt.test(own) ? { text: repeated, forwarded: true } : { text: own.trim(), forwarded: false };
}
