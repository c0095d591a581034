/** Texts that anybody wrote, as staff read them: nothing hidden in them, the hit of a search marked. */
import { type Html, html } from '../../html.ts';
import { cellText } from '../../spreadsheet/cell.ts';

/** The text with what could deceive the eye made visible; as in exports. */
export const visible = (text: string): string => cellText(text);

/** Where a text stands in another, case not counted: begin and end of each place. */
function places(text: string, sought: string): [number, number][] {
  // Sign by sign, since some change their length.
  const at: number[] = [];
  let folded = '';
  for (let index = 0; index < text.length; index += 1) {
    const sign = (text[index] ?? '').toLowerCase();
    for (let part = 0; part < sign.length; part += 1) at.push(index);
    folded += sign;
  }
  const found: [number, number][] = [];
  const word = [...sought].map((sign) => sign.toLowerCase()).join('');
  if (word === '') return found;
  for (let from = folded.indexOf(word); from >= 0; from = folded.indexOf(word, from + word.length)) {
    found.push([at[from] ?? 0, (at[from + word.length - 1] ?? 0) + 1]);
  }
  return found;
}

/** The whole text, every hit in `<mark>`. */
export function marked(text: string, sought: string | undefined): Html {
  const shown = visible(text);
  const parts: Html[] = [];
  let end = 0;
  for (const [from, to] of sought === undefined ? [] : places(shown, visible(sought))) {
    parts.push(html`${shown.slice(end, from)}<mark>${shown.slice(from, to)}</mark>`);
    end = to;
  }
  return html`${parts}${shown.slice(end)}`;
}

/** Whether the text holds what is sought. */
export const holds = (text: string, sought: string): boolean => places(visible(text), visible(sought)).length > 0;

/** Signs shown before and behind a hit. */
const around = 36;

/** A piece of the text around its first hit, on one line. */
export function excerpt(text: string, sought: string): Html {
  const shown = visible(text).replace(/\s+/gu, ' ');
  const [first] = places(shown, visible(sought).replace(/\s+/gu, ' '));
  if (!first) return html`${cut(shown, 0, 2 * around)}${shown.length > 2 * around ? '…' : ''}`;
  const [from, to] = [Math.max(0, first[0] - around), Math.min(shown.length, first[1] + 2 * around)];
  return html`${from > 0 ? '…' : ''}${marked(cut(shown, from, to), sought)}${to < shown.length ? '…' : ''}`;
}

/** Never half of a sign. */
const cut = (text: string, from: number, to: number): string =>
  text.slice(from, to).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
