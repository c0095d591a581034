/** What is Chinese in an English text though it may not be: outside a quotation of the guide, and no name as it is printed. */

const allowed: readonly [RegExp, reason: string][] = [
  [/《[^》]*》/gu, 'the title of a document, as it is printed'],
  [/\((?:[^()]|\([^()]*\))*\)/gu, 'a Chinese term or name beside its English'],
  [/中文：回复。/gu, 'the way back for who reads Chinese'],
];

/** The text without “…” that hold Chinese, whatever stands quoted inside them. */
function withoutQuotes(text: string): string {
  let depth = 0;
  let outside = '';
  for (const letter of text) {
    if (letter === '“') depth += 1;
    if (depth === 0) outside += letter;
    if (letter === '”' && depth > 0) depth -= 1;
  }
  return outside;
}

export function chineseIn(text: string): string[] {
  const outside = allowed.reduce((rest, [pattern]) => rest.replace(pattern, ''), withoutQuotes(text));
  return /\p{Script=Han}|[，。；：、（）]/u.test(outside) ? [text.slice(0, 300)] : [];
}
