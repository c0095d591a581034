import { expect, test } from 'vitest';
import { inEveryHome } from '../../support/homes.ts';
import { all, answering, arrival, at } from '../../support/saying.ts';
import { checklistOf } from './endings.ts';

const id = 'teams:19:zhang.san/张三';

inEveryHome((empty) => {
  test('every conversation stands on the shelf under a hash, with its age and what goes with it', async () => {
    const { store, reopened } = await empty();
    for (const name of [id, 'accepted only']) await store.talks.accept(arrival(name, 'a'));
    await store.talks.turn(id, async (turn) => {
      const answer = await answering()(turn);
      return { ...answer, record: { ...answer.record, checklists: ['list'], exports: ['link'] } };
    });
    const { shelf } = await reopened();
    const name = shelf.nameOf(id);
    expect(name).toMatch(/^[0-9a-f]{64}$/);
    const listed = await all(shelf.list());
    expect(listed.map((each) => each.name).toSorted()).toEqual([name, shelf.nameOf('accepted only')].toSorted());
    expect(listed.find((each) => each.name === name)).toEqual({
      name,
      lastAt: at(3),
      checklists: ['list'],
      exports: ['link'],
      deleting: false,
      damaged: false,
    });
    expect(await shelf.look(name)).toEqual(listed.find((each) => each.name === name));
    expect(await shelf.look(shelf.nameOf('accepted only'))).toMatchObject({ lastAt: at(2), checklists: [] });
    expect(await shelf.look(shelf.nameOf('nobody'))).toBeUndefined();
  });

  test('what is retired is gone with all that goes with it, and only if its age still says so', async () => {
    const { store, reopened } = await empty();
    await store.checklists.save('list', checklistOf());
    for (const name of [id, 'other']) await store.talks.accept(arrival(name, 'a'));
    await store.talks.turn(id, async (turn) => {
      const answer = await answering()(turn);
      return { ...answer, record: { ...answer.record, checklists: ['list'] } };
    });
    const name = store.shelf.nameOf(id);
    expect(await store.shelf.retire(name, ({ lastAt }) => lastAt !== at(3))).toBe(false);
    expect(await store.talks.read(id, 0)).toHaveLength(3);
    expect(await store.shelf.retire(name, ({ lastAt }) => lastAt === at(3))).toBe(true);
    expect(await store.shelf.retire(name, () => true)).toBe(false);
    const { talks, shelf, checklists } = await reopened();
    expect(await talks.read(id, 0)).toEqual([]);
    expect(await talks.load(id)).toBeUndefined();
    expect(await talks.exists(id)).toBe(false);
    expect(await checklists.load('list', new Date('2023-05-08T02:00:00Z'))).toBeUndefined();
    expect((await all(shelf.list())).map((each) => each.name)).toEqual([shelf.nameOf('other')]);
    expect(await all(talks.unanswered())).toEqual(['other']);
  });

  test('whoever retires a conversation waits for the turn that runs in it, and sees what it committed', async () => {
    const { talks, shelf } = (await empty()).store;
    await talks.accept(arrival(id, 'a'));
    const entered = Promise.withResolvers<void>();
    const leave = Promise.withResolvers<void>();
    const turn = talks.turn(id, async (its) => {
      entered.resolve();
      await leave.promise;
      return answering()(its);
    });
    await entered.promise;
    const seen: unknown[] = [];
    const retired = shelf.retire(shelf.nameOf(id), ({ lastAt }) => {
      seen.push(lastAt);
      return false;
    });
    leave.resolve();
    await turn;
    expect(await retired).toBe(false);
    expect(seen).toEqual([at(3)]);
  });
});
