/** Whether a person reads, on whatever channel, all the words of a reply: only what is between them may differ. */
import type { Reply } from '../../dialogs/reply.ts';

/** Without spaces, signs and numbering: what differs between a text, a list and a card. */
const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}\p{S}]+/gu, '');

/** What stands between two signs, each by itself: a card puts each into a place of its own. */
const pieces = (text: string): string[] =>
  text
    .split(/[\n：:；;，。（）()“”　]|(?<=^|\n)\s*\d+(?=[.\s])/)
    .map(bare)
    // On a card this stands in the heading above.
    .filter((piece) => piece !== '同等条件下优先')
    .filter((piece) => piece !== '' && !/^\d+$/.test(piece));

/**
 * Words of the reply that cannot be read: the whole text where it is text, each piece of it where it stands on a card.
 * @param carded whether what is shown has a card
 */
export function missingWords({ text }: Reply, shown: string, carded: boolean): string[] {
  const all = bare(shown);
  if (all.includes(bare(text))) return [];
  return carded ? pieces(text).filter((piece) => !all.includes(piece)) : [text];
}
