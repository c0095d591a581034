import { expect, test } from 'vitest';
import type { Audit, AuditEntry } from '../../../state/audit.ts';
import { inEveryHome } from '../../support/homes.ts';

const by = { id: 'm1', name: '李老师' };
const entry = (at: string, more: Partial<AuditEntry> = {}): AuditEntry => ({
  at,
  by,
  deed: 'transcript.read',
  ...more,
});
const times = async (audit: Audit, filter: Parameters<Audit['list']>[0] = {}): Promise<string[]> =>
  (await audit.list(filter)).items.map(({ at }) => at.slice(0, 16));

inEveryHome((empty) => {
  test('what was added is listed newest first, as it was added, also when the home is opened again', async () => {
    const { store, reopened } = await empty();
    const first = entry('2026-10-31T23:59:00.000Z', { about: 'teams:1', note: '第一行\n<b>"引号"</b>' });
    await store.audit.add(first);
    await store.audit.add(
      entry('2026-11-02T08:00:00+08:00', { by: { id: 'system', name: '系统' }, deed: 'account.role' }),
    );
    await store.audit.add(entry('2026-11-01T08:00:00.000Z'));
    const expected = [
      entry('2026-11-02T00:00:00.000Z', { by: { id: 'system', name: '系统' }, deed: 'account.role' }),
      entry('2026-11-01T08:00:00.000Z'),
      first,
    ];
    expect((await store.audit.list({})).items).toEqual(expected);
    expect((await (await reopened()).audit.list({})).items).toEqual(expected);
  });

  test('it is listed by who, what and about what, alone and together', async () => {
    const { audit } = (await empty()).store;
    await audit.add(entry('2026-11-01T00:00:00Z', { about: 'a' }));
    await audit.add(entry('2026-11-02T00:00:00Z', { about: 'b' }));
    await audit.add(entry('2026-11-03T00:00:00Z', { by: { id: 'm2', name: '王' }, about: 'a' }));
    await audit.add(entry('2026-11-04T00:00:00Z', { deed: 'account.role' }));
    const days = async (filter: Parameters<Audit['list']>[0]) =>
      (await times(audit, filter)).map((at) => at.slice(8, 10));
    expect(await days({})).toEqual(['04', '03', '02', '01']);
    expect(await days({ by: 'm1' })).toEqual(['04', '02', '01']);
    expect(await days({ deed: 'transcript.read' })).toEqual(['03', '02', '01']);
    expect(await days({ about: 'a' })).toEqual(['03', '01']);
    expect(await days({ about: 'a', by: 'm1' })).toEqual(['01']);
    expect(await days({ by: '李老师' })).toEqual([]);
  });

  test('its pages hold everything once, whatever is added meanwhile, and take no token of another list', async () => {
    const { audit } = (await empty()).store;
    // Two at each moment, over three months.
    const moments = Array.from({ length: 10 }, (_, at) => new Date(Date.UTC(2026, 8, 1 + 8 * at)).toISOString());
    for (const at of moments) for (const about of ['x', 'y']) await audit.add(entry(at, { about }));
    const seen: AuditEntry[] = [];
    let next: string | undefined;
    do {
      const page = await audit.list({}, { most: 3, ...(next && { next }) });
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items);
      next = page.next;
      await audit.add(entry('2026-12-24T00:00:00Z'));
    } while (next);
    expect(seen.map(({ at, about }) => `${at} ${about}`)).toEqual(
      moments.toReversed().flatMap((at) => [`${at} y`, `${at} x`]),
    );
    const { next: token } = await audit.list({}, { most: 1 });
    await expect(audit.list({ by: 'm1' }, { next: token ?? '' })).rejects.toThrow(RangeError);
    await expect(audit.list({}, { next: 'x' })).rejects.toThrow(RangeError);
    await expect(audit.list({}, { most: 0 })).rejects.toThrow(RangeError);
  });

  test('what many add at once is all there', async () => {
    const { store, reopened } = await empty();
    const all = Array.from({ length: 60 }, (_, at) => entry(`2026-11-01T00:00:00.${100 + at}Z`));
    await Promise.all(all.map((each) => store.audit.add(each)));
    expect((await (await reopened()).audit.list({}, { most: 100 })).items).toEqual(all.toReversed());
  });

  test('months that are wholly over are dropped, no other', async () => {
    const { store, reopened } = await empty();
    for (const at of ['2026-04-30T23:59:59.999Z', '2026-05-01T00:00:00Z', '2026-06-15T00:00:00Z'])
      await store.audit.add(entry(at));
    await store.audit.prune(new Date('2026-04-30T12:00:00Z'));
    expect(await times(store.audit)).toHaveLength(3);
    await store.audit.prune(new Date('2026-05-31T12:00:00Z'));
    expect(await times((await reopened()).audit)).toEqual(['2026-06-15T00:00', '2026-05-01T00:00']);
  });

  test('an entry without a time is refused', async () => {
    const { audit } = (await empty()).store;
    await expect(audit.add(entry('昨天'))).rejects.toThrow(RangeError);
    expect(await times(audit)).toEqual([]);
  });

  test('it is no part of a conversation: deleting one leaves who read it', async () => {
    const { store } = await empty();
    await store.audit.add(entry('2026-11-01T00:00:00Z', { about: 'gone' }));
    await store.transcripts.append('gone', 'wecom', []);
    await store.transcripts.remove('gone');
    expect(await times(store.audit, { about: 'gone' })).toHaveLength(1);
  });
});
