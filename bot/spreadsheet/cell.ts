/** What stands in a cell of an Excel file: whatever people wrote is text, without control characters. */

export type Cell = string | number | undefined;

/** Excel takes no more in one cell. */
const longest = 32_767;

/** What is no sign, or is not allowed in XML 1.0; lone surrogates are. */
const unsayable = /[\p{Cc}--[\n\t]]|[\ufffe\uffff]|\p{Cs}/gv;
/** Signs that turn the direction of what follows: shown by their number, so that nobody reads a text the wrong way round. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The text as it may stand in a cell; cut where Excel would refuse the file. */
export function cellText(text: string): string {
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(unsayable, '')
    .replace(turning, (sign) => `〔U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}〕`);
  return plain.length > longest ? `${plain.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…` : plain;
}
