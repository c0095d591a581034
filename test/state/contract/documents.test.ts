import { expect, test } from 'vitest';
import { StaleError } from '../../../state/documents.ts';
import { inEveryHome } from '../../support/homes.ts';
import { all } from '../../support/saying.ts';

const kind = 'settings';
const id = '../!@#$%^&*()~/\\"</\0=+';
const value = { count: 1, names: ['张三', '\0', '\ud83d'], nested: { empty: null, __proto: true } };

inEveryHome((empty) => {
  test('a document is found again, whole, also when the home was opened again, and under no other id or kind', async () => {
    const { store, reopened } = await empty();
    expect(await store.documents.read(kind, id)).toBeUndefined();
    const etag = await store.documents.write(kind, id, value);
    const { documents } = await reopened();
    expect(await documents.read(kind, id)).toEqual({ kind, id, value, etag });
    expect(await documents.read(kind, `${id} `)).toBeUndefined();
    expect(await documents.read('others', id)).toBeUndefined();
  });

  test('who writes what has changed meanwhile is told so, and changes nothing', async () => {
    const { documents } = (await empty()).store;
    const first = await documents.write(kind, id, { count: 1 }, 'new');
    const second = await documents.write(kind, id, { count: 2 }, first);
    expect(second).not.toBe(first);
    await expect(documents.write(kind, id, { count: 3 }, first)).rejects.toThrow(StaleError);
    await expect(documents.write(kind, id, { count: 3 }, 'new')).rejects.toThrow(StaleError);
    await expect(documents.write(kind, id, { count: 3 }, 'no tag of ours')).rejects.toThrow(StaleError);
    expect(await documents.read(kind, id)).toMatchObject({ value: { count: 2 }, etag: second });
  });

  test('who does not say what is expected replaces whatever is there', async () => {
    const { documents } = (await empty()).store;
    await documents.write(kind, id, { old: true });
    const etag = await documents.write(kind, id, { count: 2 });
    expect(await documents.read(kind, id)).toEqual({ kind, id, value: { count: 2 }, etag });
  });

  test('the tag of a document that was removed never fits one that was made anew', async () => {
    const { documents } = (await empty()).store;
    const before = await documents.write(kind, id, { count: 1 }, 'new');
    await documents.remove(kind, id);
    expect(await documents.read(kind, id)).toBeUndefined();
    await expect(documents.write(kind, id, { count: 2 }, before)).rejects.toThrow(StaleError);
    await documents.write(kind, id, { count: 2 }, 'new');
    await expect(documents.write(kind, id, { count: 3 }, before)).rejects.toThrow(StaleError);
    await documents.remove(kind, 'nobody');
  });

  test('of many who write at the same time on what they read, one does, and counting so loses nothing', async () => {
    const { documents } = (await empty()).store;
    await documents.write(kind, id, { count: 0 });
    const raise = async (): Promise<void> => {
      const before = await documents.read(kind, id);
      if (!before) throw new Error('it is gone');
      const { count } = before.value as { count: number }; // as it is written here
      await documents.write(kind, id, { count: count + 1 }, before.etag).catch((error: unknown) => {
        if (!(error instanceof StaleError)) throw error;
        return raise();
      });
    };
    await Promise.all(Array.from({ length: 8 }, raise));
    expect(await documents.read(kind, id)).toMatchObject({ value: { count: 8 } });
  });

  test('of many who make the same one, one does', async () => {
    const { documents } = (await empty()).store;
    const made = await Promise.allSettled(Array.from({ length: 8 }, (_, at) => documents.write(kind, id, at, 'new')));
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('all of a kind are listed, and none of another', async () => {
    const { documents } = (await empty()).store;
    expect(await all(documents.list(kind))).toEqual([]);
    const ids = Array.from({ length: 120 }, (_, at) => `第${at}个`);
    await Promise.all(ids.map((each) => documents.write(kind, each, { each })));
    await documents.write('others', 'x', 1);
    const listed = await all(documents.list(kind));
    expect(listed.map((each) => each.id).toSorted()).toEqual(ids.toSorted());
    expect(listed.every((each) => each.kind === kind && each.etag !== '')).toBe(true);
    expect(listed.find((each) => each.id === '第7个')?.value).toEqual({ each: '第7个' });
  });
});
