/** botbuilder's `Storage` over our documents, with eTags that are true: who writes what has changed meanwhile is refused. */
import type { Storage, StoreItem, StoreItems } from 'botbuilder';
import type { Documents } from '../documents.ts';

const kind = 'botbuilder';

/**
 * Keys may be any text. An item without an eTag, or with `*`, replaces whatever is there; one with another eTag than the
 * stored one rejects with `StaleError`, and what stands behind it in the same call is not written.
 */
export function botbuilderStorage(documents: Documents): Storage {
  return {
    async read(keys) {
      const found = await Promise.all(some(keys).map((key) => documents.read(kind, key)));
      return Object.fromEntries(found.flatMap((each) => (each ? [[each.id, itemOf(each.value, each.etag)]] : [])));
    },
    async write(changes: StoreItems) {
      for (const [key, item] of Object.entries(changes ?? {})) {
        const { eTag, ...value }: StoreItem = item;
        await documents.write(kind, key, value, eTag === '*' || !eTag ? undefined : eTag);
      }
    },
    async delete(keys) {
      for (const key of some(keys)) await documents.remove(kind, key);
    },
  };
}

/** Code without types hands in nothing where no keys are meant. */
const some = (keys: readonly string[] | null | undefined): readonly string[] => keys ?? [];

function itemOf(value: unknown, eTag: string): StoreItem {
  return { ...Object(value), eTag };
}
