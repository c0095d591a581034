import { describe, expect, onTestFinished, test } from 'vitest';
import { postgresStore } from '../../../state/postgres/index.ts';
import { DamagedError, type Store } from '../../../state/store.ts';
import { hasPostgres, run } from '../../support/postgres.ts';
import { all, answerAll, answering, arrival, leaving, line, numbersOf, textsOf } from '../../support/saying.ts';
import { newDatabase, sharedServer } from '../../support/sharedPostgres.ts';
import { checklistOf, linkOf } from '../contract/endings.ts';

const id = 'teams:19:zhang.san/张三';

async function opened(pruneEvery?: number): Promise<{ store: Store; url: string; damaged: Error[] }> {
  const url = await newDatabase(await sharedServer());
  const damaged: Error[] = [];
  const onDamaged = (error: Error): void => void damaged.push(error);
  const store = await postgresStore(url, { onDamaged, ...(pruneEvery !== undefined && { pruneEvery }) });
  onTestFinished(() => store.close());
  return { store, url, damaged };
}

/** Everything that stands in the tables, as text. */
async function dump(url: string): Promise<Record<string, string>> {
  const tables = await run<{ name: string }>(
    url,
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await run<{ rows: string }>(
      url,
      `SELECT coalesce(string_agg(t::text, E'\n'), '') AS rows FROM ${name} AS t`,
    );
    found[name] = row?.rows ?? '';
  }
  return found;
}

describe.skipIf(!hasPostgres)('in the tables', () => {
  test('of a conversation that was deleted stands nothing that was said, nor who said it', async () => {
    const { store, url } = await opened();
    const words = { address: { serviceUrl: 'https://channel.example/geheim' } };
    const before = await dump(url);
    await store.talks.accept(arrival(id, 'geheim', words));
    await store.talks.turn(id, async (turn) => {
      const answer = await answering({}, 'pending')(turn);
      return {
        ...answer,
        record: { ...answer.record, checklists: ['geheim'], exports: ['geheim'] },
        checklists: [{ id: 'geheim', checklist: checklistOf({ subtitle: 'geheim' }) }],
        exports: [{ id: 'geheim', link: linkOf('geheim') }],
      };
    });
    await run(url, 'INSERT INTO damaged (name, what, content) VALUES ($1, $2, $3)', [
      store.shelf.nameOf(id),
      'conversation',
      '"geheim"',
    ]);
    await store.talks.accept(arrival(id, 'delete geheim'));
    expect(JSON.stringify(await dump(url))).toContain('geheim');
    await store.talks.turn(id, leaving);
    const after = await dump(url);
    const text = JSON.stringify(after);
    for (const word of ['geheim', '张三', '吉森']) expect(text).not.toContain(word);
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed).toEqual(['inbox', 'lines', 'talks']);
    expect(after.lines).toContain('已删除');
  });

  test('a document that cannot be understood is kept aside as it was, told, and the talk begins anew', async () => {
    const { store, url, damaged } = await opened();
    await store.talks.accept(arrival(id, 'a'));
    await store.talks.turn(id, answering());
    const broken = { schema: 1, id, cases: 'none' };
    await run(url, 'UPDATE conversations SET record = $1', [JSON.stringify(broken)]);
    expect(await store.talks.load(id)).toBeUndefined();
    expect(await store.shelf.look(store.shelf.nameOf(id))).toMatchObject({ damaged: true });
    expect(await run(url, 'SELECT record FROM conversations')).toEqual([{ record: broken }]);
    await store.talks.accept(arrival(id, 'b'));
    const failing = store.talks.turn(id, async () => {
      throw new Error('no answer');
    });
    await expect(failing).rejects.toThrow('no answer');
    expect(await run(url, 'SELECT record FROM conversations')).toEqual([{ record: broken }]);
    await answerAll(store, id);
    expect(damaged.length).toBeGreaterThan(0);
    expect(damaged.every((each) => each instanceof DamagedError)).toBe(true);
    expect(await store.talks.load(id)).toMatchObject({ cases: [{ told: ['b'] }] });
    expect(await run(url, 'SELECT what, content FROM damaged')).toEqual([{ what: 'conversation', content: broken }]);
    expect(await store.shelf.look(store.shelf.nameOf(id))).toMatchObject({ damaged: true });
  });

  test('a line that cannot be understood stays where it is and hides no other', async () => {
    const { store, url } = await opened();
    await store.talks.accept(arrival(id, 'a'));
    await store.talks.turn(id, answering());
    await run(url, `UPDATE lines SET line = '{"seq": 3}' WHERE seq = 3`);
    expect(numbersOf(await store.talks.read(id, 0))).toEqual([1, 2]);
    expect(await store.shelf.look(store.shelf.nameOf(id))).toMatchObject({
      damaged: true,
      lastAt: '2023-05-08T02:00:03.000Z',
    });
    await store.talks.accept(arrival(id, 'b'));
    await store.talks.turn(id, answering());
    expect(numbersOf(await store.talks.read(id, 0))).toEqual([1, 2, 4, 5]);
    expect(await run(url, 'SELECT line FROM lines WHERE seq = 3')).toEqual([{ line: { seq: 3 } }]);
  });

  test('a message that cannot be understood is set aside and told once, and those behind it are answered', async () => {
    const { store, url } = await opened();
    for (const each of ['a', 'b']) await store.talks.accept(arrival(id, each));
    await run(url, `UPDATE lines SET line = '{"seq": 2}' WHERE seq = 2`);
    await expect(store.talks.turn(id, answering())).rejects.toThrow(DamagedError);
    expect(textsOf(await store.talks.turn(id, answering()))).toEqual(['答：说b']);
    expect(await run(url, 'SELECT what, content FROM damaged')).toEqual([{ what: 'line', content: { seq: 2 } }]);
  });

  test('ids are known for a day and no longer, what waits for an answer longer', async () => {
    const { store, url } = await opened(20);
    for (const each of ['old', 'young']) await store.talks.accept(arrival(id, each));
    await answerAll(store, id);
    await store.talks.accept(arrival('waits', 'old'));
    const age = (hours: number, text: string): Promise<object[]> =>
      run(url, `UPDATE inbox SET accepted_at = now() - interval '${hours} hours' ${text}`);
    await age(24, '');
    await age(26, 'WHERE seq = 2');
    await expect.poll(() => run(url, 'SELECT FROM inbox')).toHaveLength(2);
    expect(await store.talks.accept(arrival(id, 'young'))).toBe('repeated');
    expect(await store.talks.accept(arrival(id, 'old'))).not.toBe('repeated');
    expect(await all(store.talks.unanswered())).toContain('waits');
  });

  test('what is known of a deleted conversation ends after a day, what was begun anew stays', async () => {
    const { store, url } = await opened(20);
    for (const name of [id, 'anew', 'young']) {
      await store.talks.accept(arrival(name, 'delete'));
      if (name === 'anew') await store.talks.accept(arrival(name, 'meanwhile'));
      await store.talks.turn(name, leaving);
    }
    await run(url, "UPDATE talks SET departed_at = now() - interval '26 hours' WHERE name <> $1", [
      store.shelf.nameOf('young'),
    ]);
    await expect.poll(() => run(url, 'SELECT FROM talks')).toHaveLength(2);
    expect(await store.talks.read(id, 0)).toEqual([]);
    expect(await store.talks.accept(arrival(id, 'delete'))).toMatchObject([{ seq: 1 }, { seq: 2 }]);
    expect(textsOf(await store.talks.read('anew', 0))).toEqual(['您好', '说meanwhile']);
    expect(textsOf(await store.talks.read('young', 0))).toEqual(['已删除']);
    expect(await store.talks.accept(arrival('young', 'delete'))).toBe('repeated');
  });

  test('words in which somebody looks for wildcards are looked for as they stand', async () => {
    const { store } = await opened();
    const texts = ['100%', '100元', 'a_b', 'axb', 'c\\d', 'cd'];
    for (const [number, text] of texts.entries()) {
      const lines = (seq: number) => [{ ...line(seq, 'person', text), activity: { id: text, text } }];
      await store.talks.accept(arrival(`talk ${number}`, text, { lines }));
    }
    for (const text of ['100%', 'a_b', 'c\\d']) {
      const { items } = await store.transcripts.search({ text });
      expect(items.map((found) => found.line.activity.text)).toEqual([text]);
    }
  });

  test('an error tells nothing of the values that it is about', async () => {
    const { store } = await opened();
    const nobody = { id: 'geheim', conversation: id, channel: 'msteams', seq: 1, activity: {}, address: {}, tries: 0 };
    const failed = await store.outbox.settle(nobody, { state: 'sent' }).catch((error: unknown) => error);
    expect(failed).toMatchObject({ name: 'PostgresFault', code: '22P02' });
    const { message, stack, ...more } = failed as Error; // as was just seen
    expect(JSON.stringify([message, stack, more])).not.toContain('geheim');
  });
});
