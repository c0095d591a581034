/** Values that WeCom's JSON takes: it refuses `\uXXXX` (40033), which JSON.stringify writes for control characters and lone surrogates. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
const refused = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/gu;

/** The text without what would be escaped; line breaks and tabs stay. */
export const cleanText = (text: string): string => text.replace(refused, '');

/** The same of every text inside. */
export function clean(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanText(key), clean(inner)]));
}
