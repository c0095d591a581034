/** The parts of which cards are made: text that stays as it was written, columns, a fold, buttons (schema 1.5 at most). */

export type Element = Record<string, unknown>;

export interface Look {
  size?: 'Small' | 'Default' | 'Medium' | 'Large' | 'ExtraLarge';
  weight?: 'Default' | 'Bolder';
  color?: 'Default' | 'Accent' | 'Good' | 'Warning' | 'Attention';
  isSubtle?: boolean;
}

interface Place {
  spacing?: 'None' | 'Small' | 'Medium' | 'Large';
  separator?: boolean;
  horizontalAlignment?: 'Left' | 'Center' | 'Right';
  id?: string;
  isVisible?: boolean;
}

/** What a TextBlock would take for Markdown: its signs, a list's beginning, an address, an entity. */
const markdown = /[\\`*_[\]<>#~|]|^\s*(\d+[.)]|[-+])\s|&#?\w+;|https?:|www\./m;

/** Text as it was written: where a TextBlock would read Markdown, a text run, which has none. */
export function text(content: string, look: Look = {}, place: Place = {}): Element {
  return markdown.test(content)
    ? { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: content, ...look }], ...place }
    : { type: 'TextBlock', text: content, wrap: true, ...look, ...place };
}

/** Text of several lines, each an element of its own: a TextBlock would join them. */
export function paragraphs(content: string, look: Look = {}, place: Place = {}): Element[] {
  return content.split(/\n+/).flatMap((line) => (line.trim() ? [text(line, look, place)] : []));
}

/** Several looks in one paragraph. */
export function runs(parts: readonly [string, Look][], place: Place = {}): Element {
  return {
    type: 'RichTextBlock',
    inlines: parts.map(([content, look]) => ({ type: 'TextRun', text: content, ...look })),
    ...place,
  };
}

export function columns(...cells: [Element | Element[], string][]): Element {
  return {
    type: 'ColumnSet',
    columns: cells.map(([items, width]) => ({ type: 'Column', width, items: [items].flat(), spacing: 'Small' })),
  };
}

/** A heading that opens and closes what stands below it. */
export function folded(
  id: string,
  title: string,
  words: { expand: string; collapse: string; toggle: string },
  items: Element[],
): Element[] {
  const sign = (content: string, side: string, isVisible: boolean): Element =>
    text(content, { color: 'Accent' }, { id: `${id}-${side}`, isVisible, spacing: 'None' });
  return [
    {
      ...columns(
        [text(title, { weight: 'Bolder' }), 'stretch'],
        [[sign(words.expand, 'more', true), sign(words.collapse, 'less', false)], 'auto'],
      ),
      separator: true,
      spacing: 'Medium',
      selectAction: {
        type: 'Action.ToggleVisibility',
        title: words.toggle,
        targetElements: [id, `${id}-more`, `${id}-less`],
      },
    },
    { type: 'Container', id, isVisible: false, spacing: 'Small', items },
  ];
}

/** A button that says its words. */
export const saying = (title: string): Element => ({ type: 'Action.Submit', title, data: { text: title } });

/** A button that opens an address. */
export const opening = (title: string, url: string): Element => ({ type: 'Action.OpenUrl', title, url });
