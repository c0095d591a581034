import { expect, test } from 'vitest';
import { inEveryHome } from '../../support/homes.ts';
import { answering, arrival } from '../../support/saying.ts';
import { checklistOf, linkOf } from './endings.ts';

const id = 'A'.repeat(32);
const [before, after] = [new Date('2023-05-15T01:59:59.999Z'), new Date('2023-05-15T02:00:00.000Z')];

inEveryHome((empty) => {
  test('a thing is found again, whole, also when the home was opened again, and under no other id', async () => {
    const { store, reopened } = await empty();
    await store.checklists.save(id, checklistOf());
    await store.exports.save(id, linkOf('张三'));
    const { checklists, exports } = await reopened();
    expect(await checklists.load(id, before)).toEqual(checklistOf());
    expect(await exports.load(id, before)).toEqual(linkOf('张三'));
    expect(await checklists.load(id.toLowerCase(), before)).toBeUndefined();
  });

  test('a thing ends at its time, and is gone then', async () => {
    const { checklists } = (await empty()).store;
    await checklists.save(id, checklistOf());
    expect(await checklists.load(id, before)).toBeDefined();
    expect(await checklists.load(id, after)).toBeUndefined();
    expect(await checklists.load(id, before)).toBeUndefined();
  });

  test('a thing that is dropped is gone, another stays', async () => {
    const { checklists, exports } = (await empty()).store;
    await checklists.save(id, checklistOf());
    await exports.save(id, linkOf('张三'));
    await checklists.drop(id);
    await checklists.drop('nobody');
    expect(await checklists.load(id, before)).toBeUndefined();
    expect(await exports.load(id, before)).toBeDefined();
  });

  test('sweeping drops what has ended or cannot be understood, of its own kind only, and tells how many', async () => {
    const { checklists, exports } = (await empty()).store;
    const expiresAt = '2023-05-15T02:00:00.001Z';
    await checklists.save('ended', checklistOf());
    await checklists.save('lasts', checklistOf({ expiresAt }));
    await checklists.save('not ours', { ...linkOf('x', { expiresAt }), schema: 1 } as never); // what a later version may keep
    await exports.save('ended', linkOf('x'));
    expect(await checklists.sweep(before)).toBe(1);
    expect(await checklists.sweep(after)).toBe(1);
    expect(await checklists.load('lasts', after)).toBeDefined();
    expect(await exports.load('ended', before)).toBeDefined();
  });

  test('what an answer names is kept with it, what it drops is gone, and of a turn that fails nothing is kept', async () => {
    const { talks, checklists, exports } = (await empty()).store;
    await checklists.save('old', checklistOf());
    for (const each of ['a', 'b']) await talks.accept(arrival('talk', each));
    await talks.turn('talk', async (turn) =>
      answering({
        checklists: [{ id, checklist: checklistOf() }],
        exports: [{ id, link: linkOf('talk') }],
        drop: { checklists: ['old'], exports: [] },
      })(turn),
    );
    expect(await checklists.load(id, before)).toEqual(checklistOf());
    expect(await exports.load(id, before)).toEqual(linkOf('talk'));
    await expect.poll(() => checklists.load('old', before)).toBeUndefined();
    const failing = talks.turn('talk', async (turn) => ({
      ...(await answering({ checklists: [{ id: 'never', checklist: checklistOf() }] })(turn)),
      lines: () => {
        throw new Error('no line');
      },
    }));
    await expect(failing).rejects.toThrow('no line');
    expect(await talks.load('talk')).toMatchObject({ cases: [{ told: ['a'] }] });
  });
});
