import { expect, test } from 'vitest';
import { inEveryHome } from '../../support/homes.ts';
import { all, answerAll, answering, arrival, line, numbersOf, textsOf } from '../../support/saying.ts';

/** An id as channels make them: with slashes, and with what tells who it is. */
const id = 'teams:19:zhang.san@例子.cn/../13800138000/张三';

inEveryHome((empty) => {
  test('what was accepted is read at once, behind a greeting if it is the first, and by whoever opens the home again', async () => {
    const { store, reopened } = await empty();
    expect(await store.talks.exists(id)).toBe(false);
    expect(textsOf(await store.talks.accept(arrival(id, 'a')))).toEqual(['您好', '说a']);
    expect(textsOf(await store.talks.accept(arrival(id, 'b')))).toEqual(['说b']);
    expect(await store.talks.exists(id)).toBe(true);
    const lines = await store.talks.read(id, 0);
    expect(lines).toMatchObject([{ seq: 1, activity: { text: '您好' } }, { seq: 2 }, { seq: 3, from: 'person' }]);
    const { talks } = await reopened();
    expect(await talks.read(id, 0)).toEqual(lines);
    expect(await talks.read(id, 2)).toEqual(lines.slice(2));
    expect(await talks.read(id, 3)).toEqual([]);
    expect(await talks.exists(id)).toBe(true);
    expect(await talks.read(`${id}2`, 0)).toEqual([]);
  });

  test('an activity whose id was kept before has no second effect: at once, answered, and by whoever opens the home again', async () => {
    const { store, reopened } = await empty();
    const three = await Promise.all(['a', 'a', 'a'].map((each) => store.talks.accept(arrival(id, each))));
    expect(three.filter((each) => each === 'repeated')).toHaveLength(2);
    await answerAll(store, id);
    expect(await store.talks.accept(arrival(id, 'a'))).toBe('repeated');
    const { talks } = await reopened();
    expect(await talks.accept(arrival(id, 'a'))).toBe('repeated');
    expect(await talks.turn(id, answering())).toBeUndefined();
    expect(textsOf(await talks.read(id, 0))).toEqual(['您好', '说a', '答：说a']);
    expect(await talks.accept(arrival('somebody else', 'a'))).not.toBe('repeated');
  });

  test('an activity whose lines cannot be made is not kept, and may come again', async () => {
    const { store } = await empty();
    const broken = arrival(id, 'a', {
      lines() {
        throw new Error('no line');
      },
    });
    await expect(store.talks.accept(broken)).rejects.toThrow('no line');
    expect(await store.talks.exists(id)).toBe(false);
    expect(textsOf(await store.talks.accept(arrival(id, 'a')))).toEqual(['您好', '说a']);
  });

  test('a turn answers the oldest activity that waits, on the document that the last one committed', async () => {
    const { store, reopened } = await empty();
    for (const each of ['a', 'b']) await store.talks.accept(arrival(id, each));
    expect(await store.talks.load(id)).toBeUndefined();
    expect(textsOf(await store.talks.turn(id, answering()))).toEqual(['答：说a']);
    expect(await store.talks.load(id)).toMatchObject({ id, channel: 'msteams', cases: [{ told: ['a'] }] });
    const { talks } = await reopened();
    const seen: unknown[] = [];
    const answered = await talks.turn(id, async (turn) => {
      seen.push(turn.record.cases[0]?.told, turn.heard.activity.id, textsOf(await turn.lines()));
      return answering()(turn);
    });
    expect(seen).toEqual([['a'], 'b', ['您好', '说a', '说b', '答：说a']]);
    expect(answered).toMatchObject([{ seq: 5, activity: { replyToId: 'b' } }]);
    expect(await talks.turn(id, answering())).toBeUndefined();
    expect(await talks.load(id)).toMatchObject({ heardAt: '2023-05-08T02:00:03.000Z', cases: [{ told: ['a', 'b'] }] });
    expect(numbersOf(await talks.read(id, 0))).toEqual([1, 2, 3, 4, 5]);
  });

  test('of a turn that fails nothing is kept, and its activity still waits', async () => {
    const { store, reopened } = await empty();
    await store.talks.accept(arrival(id, 'a'));
    const failing = store.talks.turn(id, async ({ record }) => {
      record.cases.push({ id: 'x', name: '第1份', guide: 'g', facts: {}, left: {}, trail: [], told: [], ended: false });
      throw new Error('no answer');
    });
    await expect(failing).rejects.toThrow('no answer');
    expect(await store.talks.load(id)).toBeUndefined();
    expect(await all(store.talks.unanswered())).toEqual([id]);
    const { talks } = await reopened();
    expect(await all(talks.unanswered())).toEqual([id]);
    const answered = await talks.turn(id, async (turn) => {
      expect(turn.record.cases).toEqual([]);
      return answering()(turn);
    });
    expect(textsOf(answered)).toEqual(['答：说a']);
    expect(await all(talks.unanswered())).toEqual([]);
  });

  test('fifty messages at one instant: fifty effects, numbers without gaps, answered in the order of their lines', async () => {
    const { store } = await empty();
    const ids = Array.from({ length: 50 }, (_, at) => `m${at}`);
    await Promise.all(
      ids.map(async (each) => {
        await store.talks.accept(arrival(id, each));
        await store.talks.turn(id, answering());
      }),
    );
    await answerAll(store, id);
    const lines = await store.talks.read(id, 0);
    expect(numbersOf(lines)).toEqual(Array.from({ length: 101 }, (_, at) => at + 1));
    const heard = lines.filter(({ from }) => from === 'person').map(({ activity }) => activity.id);
    expect(heard.toSorted()).toEqual(ids.toSorted());
    expect((await store.talks.load(id))?.cases[0]?.told).toEqual(heard);
    expect(lines.flatMap(({ activity }) => activity.replyToId ?? [])).toEqual(heard);
  });

  test('conversations that are spoken in at once do not mix', async () => {
    const { store } = await empty();
    const names = Array.from({ length: 20 }, (_, at) => `talk ${at}`);
    await Promise.all(
      names.flatMap((name) =>
        ['a', 'b', 'c'].map(async (each) => {
          await store.talks.accept(arrival(name, `${name} ${each}`));
          await store.talks.turn(name, answering());
        }),
      ),
    );
    for (const name of names) {
      await answerAll(store, name);
      const record = await store.talks.load(name);
      expect(record).toMatchObject({ id: name });
      expect(record?.cases[0]?.told.toSorted()).toEqual(['a', 'b', 'c'].map((each) => `${name} ${each}`));
      expect(numbersOf(await store.talks.read(name, 0))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    }
  });

  test('conversations in which something waits are found, each once, and others are not', async () => {
    const { store, reopened } = await empty();
    for (const name of ['answered', 'waits', 'waits twice']) await store.talks.accept(arrival(name, 'a'));
    await store.talks.accept(arrival('waits twice', 'b'));
    await store.talks.turn('answered', answering());
    await store.talks.turn('waits twice', answering());
    const { talks } = await reopened();
    expect((await all(talks.unanswered())).toSorted()).toEqual(['waits', 'waits twice']);
  });

  test('what people can send is kept as it is: NUL, half a character, signs of all kinds, and ids that are long', async () => {
    const { store, reopened } = await empty();
    const texts = ['\0', 'a\0b', '\ud83d', '😀', '%_\\', '"\'`{}', '\u2028', '__proto__', '说'.repeat(2000)];
    const long = `${id}${'/很长'.repeat(1000)}\0`;
    for (const [at, text] of texts.entries()) {
      const lines = (seq: number) => [{ ...line(seq, 'person', text), activity: { id: `${text}${at}`, text } }];
      expect(await store.talks.accept(arrival(long, `${text}${at}`, { lines }))).toHaveLength(1);
      expect(await store.talks.accept(arrival(long, `${text}${at}`, { lines }))).toBe('repeated');
      await store.talks.turn(long, answering());
    }
    const { talks } = await reopened();
    const heard = (await talks.read(long, 0)).filter(({ from }) => from === 'person');
    expect(textsOf(heard)).toEqual(texts);
    expect((await talks.load(long))?.cases[0]?.told).toEqual(texts.map((text, at) => `${text}${at}`));
  });

  test('where replies are sent is known to the turn, and the latest stands', async () => {
    const { store, reopened } = await empty();
    await store.talks.accept(arrival(id, 'a', { address: { serviceUrl: 'https://one.example' } }));
    await store.talks.turn(id, answering());
    await store.talks.accept(arrival(id, 'b', { address: { serviceUrl: 'https://two.example' } }));
    await store.talks.accept(arrival('fetched', 'a'));
    const { talks } = await reopened();
    const addresses: unknown[] = [];
    for (const name of [id, 'fetched'])
      await talks.turn(name, async (turn) => {
        addresses.push(turn.address);
        return answering()(turn);
      });
    expect(addresses).toEqual([{ serviceUrl: 'https://two.example' }, undefined]);
  });
});
