/**
 * A text as WeCom's markdown (document/path/90236), for corporations that ask for it: headings bold, the guide's sentences set apart. The
 * words stay what they are; WeChat's own client shows no markdown, so plain text is the rule.
 */
import { bytesOf, mostBytes } from '../../wecom/text.ts';

const heading = /^(?:结论：|【.+】$)/;
const source = /^\s*(?:依据：|指南原文)/;
/** It knows no escapes: signs that would mean something are written wide. */
const wide: Readonly<Record<string, string>> = { '*': '＊', '`': '｀', '[': '［', ']': '］', '<': '＜', '>': '＞' };

const plain = (line: string): string =>
  line.replace(/[*`[\]<>]/g, (sign) => wide[sign] ?? sign).replace(/^(\s*)#/, '$1＃');

/** Undefined when it would be too long: then the plain text is sent. */
export function markdownOf(text: string): string | undefined {
  const lines = text.split('\n').map((line) => {
    if (heading.test(line)) return `**${plain(line)}**`;
    return source.test(line) ? `> ${plain(line.trim())}` : plain(line);
  });
  const marked = lines.join('\n');
  return bytesOf(marked) <= mostBytes ? marked : undefined;
}
