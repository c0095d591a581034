/** Good, tampered, repeated, malformed, oversized, out-of-order and concurrent messages, on every channel to which others can post. */
import { describe, expect, test } from 'vitest';
import type { House } from '../../../support/channelTalk.ts';
import { openedFor, type Posts } from '../../../support/channelTalkRow.ts';
import { rows } from '../../../support/channelTalkRows.ts';

const open = rows.filter(({ name }) => name !== 'console');

/** What is said and answered in each conversation, once everything is: the person's texts, and which of them the replies belong to. */
async function talks({ taken, store, idle }: House, count: number) {
  await expect.poll(() => taken.length).toBe(count);
  await idle('');
  const conversations = [...new Set(taken.map(({ conversation }) => conversation))];
  const read = async (conversation: string) => {
    await idle(conversation);
    const lines = await store.talks.read(conversation, 0);
    const heard = lines.filter(({ from }) => from === 'person').map(({ activity }) => String(activity.id));
    const answered = lines.flatMap(({ from, activity }) => (from === 'bot' ? [activity.replyToId] : []));
    return { heard, answered: [...new Set(answered.filter((id) => id !== undefined))] };
  };
  return Promise.all(conversations.map(read));
}

async function posting(row: (typeof rows)[number]): Promise<{ house: House; posts: Posts }> {
  const { house, posts } = await openedFor(row, row.guarded);
  if (!posts) throw new Error(`nobody can post to ${row.name}`);
  return { house, posts };
}

describe.each(open)('on $name', (row) => {
  test('a good message is answered once, though it comes four times', async () => {
    const { house, posts } = await posting(row);
    const statuses = await Promise.all([1, 2, 3, 4].map(() => posts.good('zhang', '开始自查', 'one')));
    expect(statuses.every((status) => status >= 200 && status < 300)).toBe(true);
    const [talk] = await talks(house, 1);
    expect(talk?.heard).toHaveLength(1);
    expect(talk?.answered).toEqual(talk?.heard);
  });

  test('what is tampered with, malformed or too large is refused as the caller’s fault, and has no effect', async () => {
    const { house, posts } = await posting(row);
    const wrong = { ...posts.tampered, ...posts.malformed, ...posts.oversized };
    const statuses: Record<string, number> = {};
    for (const [what, post] of Object.entries(wrong)) statuses[what] = await post();
    expect(Object.entries(statuses).filter(([, status]) => status < 400 || status >= 500)).toEqual([]);
    expect(house.taken).toEqual([]);
    expect(house.log()).not.toMatch(/"level":(?:50|60)|开始自查/);
    // And the service goes on.
    expect(await posts.good('zhang', '开始自查', 'two')).toBeLessThan(300);
    await expect.poll(() => house.taken.length).toBeGreaterThan(0);
  });

  test('one that was late comes after the others, and a repeat of the first changes nothing', async () => {
    const { house, posts } = await posting(row);
    for (const [id, text] of [
      ['b', '开始自查'],
      ['a', '负责人本人'],
      ['b', '开始自查'],
      ['c', '企业'],
    ] as const)
      expect(await posts.good('zhang', text, id)).toBeLessThan(300);
    const [talk] = await talks(house, 3);
    expect(talk?.answered).toEqual(talk?.heard);
    const record = await house.store.talks.load(house.taken[0]?.conversation ?? '');
    expect(record?.cases[0]?.facts).toEqual({ 'unit.kind': 'enterprise' });
  });

  test('of many people at the same time each is answered in order', async () => {
    const { house, posts } = await posting(row);
    const people = Array.from({ length: 12 }, (_, at) => `person${at}`);
    const texts = ['开始自查', '负责人本人', '企业', '韩国的庆熙大学，在首尔'];
    const told = people.map(async (who) => {
      for (const [at, text] of texts.entries()) expect(await posts.good(who, text, `${who}-${at}`)).toBeLessThan(300);
    });
    await Promise.all(told);
    const all = await talks(house, people.length * texts.length);
    expect(all).toHaveLength(people.length);
    for (const { heard, answered } of all) {
      expect(heard).toHaveLength(texts.length);
      expect(answered).toEqual(heard);
    }
    const facts = await Promise.all(
      [...new Set(house.taken.map(({ conversation }) => conversation))].map(
        async (each) => (await house.store.talks.load(each))?.cases[0]?.facts['unit.kind'],
      ),
    );
    expect(facts).toEqual(people.map(() => 'enterprise'));
  });
});
