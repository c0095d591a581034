/** Where an item of the help desk stands: its conversation, found once and remembered, since an item never moves. */
import type { Store } from '../../../state/store.ts';
import { type Entry, entriesOf } from './entries.ts';

/** Items whose conversation is remembered. */
const mostKnown = 5000;

export interface Finder {
  /** Everything that waits or is in somebody's hands, and what was closed since then. */
  list(closedSince?: string): Promise<Entry[]>;
  /** The conversation of an item, whatever has become of it. */
  conversationOf(item: string): Promise<string | undefined>;
}

export function finder({ summaries }: Pick<Store, 'summaries'>): Finder {
  const known = new Map<string, string>();

  function noted(entries: Entry[]): Entry[] {
    if (known.size > mostKnown) known.clear();
    for (const { conversation, span } of entries) known.set(span.item, conversation);
    return entries;
  }

  return {
    async list(closedSince) {
      const open = (['pending', 'taken', 'answered'] as const).map((desk) => summaries.find({ desk }));
      const closed = closedSince === undefined ? [] : [summaries.find({ desk: 'closed', since: closedSince })];
      return noted(entriesOf((await Promise.all([...open, ...closed])).flat()));
    },
    async conversationOf(item) {
      const found = known.get(item);
      if (found !== undefined) return found;
      noted(entriesOf(await summaries.find({ desk: 'any' })));
      return known.get(item);
    },
  };
}
