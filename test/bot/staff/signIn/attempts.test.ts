import { expect, it } from 'vitest';
import { perAddress } from '../../../../bot/staff/signIn/addresses.ts';
import { countAttempts } from '../../../../bot/staff/signIn/attempts.ts';
import { inEveryHome } from '../../../support/homes.ts';
import { listed } from '../../../support/staffSignIn.ts';

const times = (n: number): number[] => Array.from({ length: n }, (_, at) => at);

inEveryHome((empty) => {
  it('one address may try only so many names in a quarter of an hour; another one is not touched', async () => {
    const { store } = await empty();
    let now = new Date('2023-05-08T02:00:00Z');
    const attempts = countAttempts(store.documents, () => now);
    for (const n of times(perAddress.tries)) expect(await attempts.begin(`名 ${n}`, '203.0.113.9')).toBe(true);
    expect(await attempts.begin('新的名字', '203.0.113.9')).toBe(false);
    expect(await attempts.begin('新的名字', '203.0.113.10')).toBe(true);
    now = new Date(now.getTime() + 15 * 60_000);
    expect(await attempts.begin('新的名字', '203.0.113.9')).toBe(true);
  });

  it('tries at the same moment, in two processes, are all counted', async () => {
    const { store } = await empty();
    const now = (): Date => new Date('2023-05-08T02:00:00Z');
    const processes = [countAttempts(store.documents, now), countAttempts(store.documents, now)];
    const begun = await Promise.all(times(12).map((n) => processes[n % 2]?.begin('张三', `203.0.113.${n}`)));
    expect(begun.filter(Boolean)).toHaveLength(5);
  });

  it('counts of long ago are swept away', async () => {
    const { store } = await empty();
    let now = new Date('2023-05-08T02:00:00Z');
    const attempts = countAttempts(store.documents, () => now);
    await attempts.begin('张三', 'here');
    const left = async (): Promise<number> => (await listed(store.documents.list('staff-attempts'))).length;
    await attempts.sweep();
    expect(await left()).toBe(1);
    now = new Date(now.getTime() + 15 * 60_000);
    await attempts.sweep();
    expect(await left()).toBe(0);
  });
});
