import { expect, it } from 'vitest';
import { openSessions } from '../../../bot/staff/session.ts';
import { inEveryHome } from '../../support/homes.ts';
import { listed } from '../../support/staffSignIn.ts';

const account = { id: 'a-1', generation: 3 };

inEveryHome((empty) => {
  it('a session is found by its id in every process, and by nothing else', async () => {
    const { store, reopened } = await empty();
    const now = (): Date => new Date('2023-05-08T02:00:00Z');
    const id = await openSessions(store.documents, now).begin(account);
    const after = openSessions((await reopened()).documents, now);
    expect(await after.find(id)).toMatchObject({ account: 'a-1', generation: 3 });
    for (const other of [undefined, '', 'x', `${id}x`, id.toLowerCase(), '../../etc/passwd'])
      expect(await after.find(other)).toBeUndefined();
  });

  it('reading pages writes at most once a minute', async () => {
    const { store } = await empty();
    let now = new Date('2023-05-08T02:00:00Z');
    const sessions = openSessions(store.documents, () => now);
    const id = await sessions.begin(account);
    const etag = async (): Promise<string> => (await listed(store.documents.list('staff-session')))[0]?.etag ?? '';
    const first = await etag();
    now = new Date(now.getTime() + 59_000);
    await sessions.find(id);
    expect(await etag()).toBe(first);
    now = new Date(now.getTime() + 1_000);
    await sessions.find(id);
    expect(await etag()).not.toBe(first);
  });

  it('a page that asks again and again by itself does not keep a session alive', async () => {
    const { store } = await empty();
    let now = new Date('2023-05-08T02:00:00Z');
    const sessions = openSessions(store.documents, () => now);
    const id = await sessions.begin(account);
    for (let minutes = 0; minutes < 29; minutes += 1) {
      now = new Date(now.getTime() + 60_000);
      expect(await sessions.find(id, 'poll')).toBeDefined();
    }
    now = new Date(now.getTime() + 60_000);
    expect(await sessions.find(id, 'poll')).toBeUndefined();
  });

  it('one that was ended while it was being written stays ended', async () => {
    const { store } = await empty();
    const sessions = openSessions(store.documents, () => new Date('2023-05-08T02:00:00Z'));
    const id = await sessions.begin(account);
    await Promise.all([sessions.say(id, '已保存'), sessions.end(id), sessions.say(id, '又保存')]);
    await sessions.say(id, '再保存');
    expect(await sessions.find(id)).toBeUndefined();
  });

  it('those that have ended are swept away, and no others', async () => {
    const { store } = await empty();
    let now = new Date('2023-05-08T02:00:00Z');
    const sessions = openSessions(store.documents, () => now);
    await sessions.begin(account);
    now = new Date(now.getTime() + 29 * 60_000);
    const young = await sessions.begin(account);
    expect(await sessions.sweep()).toBe(0);
    now = new Date(now.getTime() + 60_000);
    expect(await sessions.sweep()).toBe(1);
    expect(await sessions.find(young)).toBeDefined();
  });
});
