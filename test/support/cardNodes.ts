/** What stands in a card, for tests that look at what a person would see of it. */

export type CardNode = Record<string, unknown>;

const isNode = (value: unknown): value is CardNode => typeof value === 'object' && value !== null;

/** The card, or a message with cards, and every element and action in it. */
export function nodesOf(value: unknown): CardNode[] {
  if (!isNode(value)) return [];
  return [...(Array.isArray(value) ? [] : [value]), ...Object.values(value).flatMap(nodesOf)];
}

/** The texts of its elements, from top to bottom. */
export const textsOf = (value: unknown): string[] =>
  nodesOf(value).flatMap(({ type, text }) => (type === 'TextBlock' || type === 'TextRun' ? [String(text)] : []));

/** Its buttons that say something, by their titles. */
export const submitsOf = (value: unknown): { title: string; data: CardNode }[] =>
  nodesOf(value).flatMap(({ type, title, data }) =>
    type === 'Action.Submit' && isNode(data) ? [{ title: String(title), data }] : [],
  );
