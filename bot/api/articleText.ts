/**
 * What somebody wrote in an e-mail or a ticket, as plain text: no markup, no history that they quoted, no signature. Each sign is looked at once,
 * however the markup is made; nothing of it is ever shown as markup again.
 */

/** Characters that are looked at, and that are left. */
const most = { read: 200_000, kept: 4000 };

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
};
/** Their content is no text, or not the writer's. */
const silent = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'blockquote',
  'textarea',
  'noscript',
  'svg',
  'math',
]);
const breaks = new Set(
  'address article br dd div dl dt footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section table td th tr ul'.split(' '),
);
/** From such a tag on everything is what was written before, or a signature. */
const ends =
  /js-signatureMarker|data-signature|gmail_quote|gmail_signature|divRplyFwdMsg|appendonsend|moz-cite-prefix|moz-signature|yahoo_quoted|isReplyContent|ntes-mailmaster-quote|includetail|stopSpelling/i;
/** Lines from which on everything is history, or a signature. */
const history =
  /^(?:-{2,}\s*(?:原始邮件|原邮件|转发的?邮件|回复的?(?:原)?邮件|original message|forwarded message).*|_{10,}|(?:发件人|寄件者|from)\s*[:：].+|在.{2,120}写道\s*[:：]|on\s.{4,200}wrote\s*:|.{0,60}于.{4,60}写道\s*[:：]|--|发自我的.{0,40}|从我的.{0,30}发送|来自.{0,20}(?:邮箱|手机).{0,10}|sent from my\s.{0,60}|获取\s?outlook.{0,40}|get outlook for.{0,40})$/i;
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu;

/** The text of markup. */
function textOf(markup: string): string {
  const parts: string[] = [];
  let inside: { name: string; deep: number } | undefined;
  for (let at = 0; at < markup.length; ) {
    const open = markup.indexOf('<', at);
    const text = markup.slice(at, open === -1 ? undefined : open);
    if (!inside) parts.push(text);
    if (open === -1) break;
    const comment = markup.startsWith('<!--', open);
    const [, ending = '', name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(markup.slice(open, open + 40)) ?? [];
    if (name === '' && !/^<[!?/]/.test(markup.slice(open, open + 2))) {
      // 1 < 2 is no tag.
      if (!inside) parts.push('<');
      at = open + 1;
      continue;
    }
    const close = markup.indexOf(comment ? '-->' : '>', open);
    const tag = markup.slice(open, close === -1 ? undefined : close);
    if (!inside && ends.test(tag.slice(0, 400))) break;
    at = close === -1 ? markup.length : close + (comment ? 3 : 1);
    inside = insideAfter(name.toLowerCase(), ending !== '', inside);
    if (!inside && breaks.has(name.toLowerCase())) parts.push('\n');
  }
  return decoded(parts.join(''));
}

function insideAfter(name: string, ending: boolean, inside: { name: string; deep: number } | undefined) {
  if (!inside) return !ending && silent.has(name) ? { name, deep: 1 } : undefined;
  if (name !== inside.name) return inside;
  const deep = inside.deep + (ending ? -1 : 1);
  return deep > 0 ? { name, deep } : undefined;
}

/** Once: what was written as &amp;lt; is read as &lt;. */
const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
  });

/** @param contentType of the article: `text/html` or `text/plain` */
export function articleText(body: string, contentType: string): string {
  const read = body.slice(0, most.read);
  const text = /html/i.test(contentType) ? textOf(read) : read;
  const lines: string[] = [];
  for (const line of text.split(/\r\n|[\r\n\u2028\u2029]/)) {
    const plain = line.slice(0, most.kept).replace(/\t/g, ' ').replace(hidden, '').replace(/ {2,}/g, ' ').trim();
    if (plain.length <= 300 && history.test(plain)) break;
    if (!plain.startsWith('>')) lines.push(plain);
  }
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, most.kept)
    .toWellFormed();
}
