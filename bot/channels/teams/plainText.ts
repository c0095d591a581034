/** The text of a message that came as HTML, as a person reads it; everything else of it is left out. */

/** More than any message that a person writes; what is beyond is not read. */
const mostHtml = 200_000;

const ends = /^\/?(?:p|div|br|li|tr|h[1-6]|blockquote|pre|ul|ol|table)$/;
const hidden = new Set(['script', 'style', 'head', 'title', 'template']);
const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Goes once over the text; nothing that it holds can make it slow. */
export function plainText(html: string): string {
  const source = html.slice(0, mostHtml);
  /** Behind these nothing is closed any more: looked for once, not at every sign. */
  const last = { '>': source.lastIndexOf('>'), '-->': source.lastIndexOf('-->') };
  let text = '';
  let within = '';
  for (let at = 0; at < source.length; ) {
    const open = source.indexOf('<', at);
    const until = open < 0 ? source.length : open;
    if (!within) text += source.slice(at, until);
    if (open < 0) break;
    const comment = source.startsWith('<!--', open);
    const end = comment ? '-->' : '>';
    const close = open > last[end] ? -1 : source.indexOf(end, open);
    if (!/^[a-z/!?]/i.test(source[open + 1] ?? '') || close < 0) {
      if (!within) text += '<';
      at = open + 1;
      continue;
    }
    const tag = comment
      ? ''
      : (/^\/?[a-z][a-z0-9]{0,20}/i.exec(source.slice(open + 1, open + 24))?.[0].toLowerCase() ?? '');
    if (within ? tag === `/${within}` : hidden.has(tag)) within = within ? '' : tag;
    else if (!within && ends.test(tag)) text += '\n';
    at = close + end.length;
  }
  return tidy(decoded(text));
}

const decoded = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, decimal?: string, hex?: string, name = '') => {
      if (decimal === undefined && hex === undefined) return signs[String(name).toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      const real = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return real ? String.fromCodePoint(code) : '';
    },
  );

const tidy = (text: string): string =>
  text
    .replaceAll('\u00a0', ' ')
    // Nothing that does not show.
    .replace(/[^\P{C}\n]/gu, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
