import { expect, test } from 'vitest';
import type { TranscriptLine } from '../../../state/transcript.ts';
import type { FoundLine, Page, TranscriptQuery, Transcripts } from '../../../state/transcripts.ts';
import { inEveryHome } from '../../support/homes.ts';
import { all, answerAll, answering, arrival, at, leaving, line, textsOf } from '../../support/saying.ts';

type Unnumbered = Omit<TranscriptLine, 'seq'>;

/** A line that says this at this second. */
function said(second: number, text: string, more: Partial<TranscriptLine> = {}): Unnumbered {
  const { seq: _seq, ...rest } = line(second, 'person', text, more);
  return rest;
}

/** All pages, one after the other; `between` happens before each but the first. */
async function turned<T>(page: (next?: string) => Promise<Page<T>>, between?: () => Promise<void>): Promise<T[]> {
  const { items, next } = await page();
  const found = [...items];
  for (let token = next; token !== undefined; ) {
    await between?.();
    const following = await page(token);
    found.push(...following.items);
    token = following.next;
  }
  return found;
}

const words = (found: readonly FoundLine[]): unknown[] => textsOf(found.map((each) => each.line));
const saying = async (transcripts: Transcripts, query: TranscriptQuery): Promise<unknown[]> =>
  words((await transcripts.search(query)).items);

const card = (...body: object[]): object => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: { type: 'AdaptiveCard', version: '1.5', body, actions: [{ type: 'Action.Submit', title: '打印清单' }] },
});

inEveryHome((empty) => {
  const transcripts = async () => (await empty()).store.transcripts;

  test('pages hold every line once, newest first, whatever arrives meanwhile', async () => {
    const home = await transcripts();
    const spoken = Array.from({ length: 60 }, (_, second) => said(second, `第${second}句`));
    for (const [number, each] of spoken.entries()) await home.append(`talk ${number % 3}`, 'wecom', [each]);
    const newest = spoken.map(({ activity }) => activity.text).reverse();
    for (const most of [1, 7, 60, 500]) {
      let news = 100 * most;
      const meanwhile = async (): Promise<void> => {
        news += 1;
        await home.append(`talk ${news % 4}`, 'wecom', [said(news, `后来${most}`)]);
      };
      const found = await turned((next) => home.search({ until: at(60) }, { most, ...(next && { next }) }), meanwhile);
      expect(words(found)).toEqual(newest);
    }
    expect((await home.search({})).items).toHaveLength(50);
    const later = await turned(
      (next) => home.search({ text: '第' }, next ? { next } : {}),
      async () => {
        await home.append('talk 1', 'wecom', [said(200_000, '第一百句')]);
      },
    );
    expect(words(later)).toEqual(newest);
  });

  test('lines of the same moment stand on one page each, those of one conversation in their order', async () => {
    const home = await transcripts();
    for (const name of ['a', 'b', 'c']) {
      const spoken = Array.from({ length: 9 }, (_, number) =>
        said(1, `${name}${number}`, { activity: { text: `${name}${number}` } }),
      );
      await home.append(name, 'wecom', spoken);
    }
    const found = await turned((next) => home.search({}, { most: 4, ...(next && { next }) }));
    expect(new Set(words(found)).size).toBe(27);
    expect(found).toHaveLength(27);
    for (const name of ['a', 'b', 'c']) {
      const own = found.filter(({ conversation }) => conversation === name);
      expect(own.map((each) => each.line.seq)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    }
  });

  test('what was accepted is found at once, its answer as soon as it is committed, and the same when the home is opened again', async () => {
    const { store, reopened } = await empty();
    await store.talks.accept(arrival('teams:1', '稀土'));
    expect(await saying(store.transcripts, {})).toEqual(['说稀土', '您好']);
    await store.talks.turn('teams:1', answering());
    const found = (await store.transcripts.search({ text: '稀土' })).items;
    expect(words(found)).toEqual(['答：说稀土', '说稀土']);
    await store.talks.accept(arrival('teams:1', '钨'));
    expect(await saying(store.transcripts, { text: '说' })).toEqual(['说钨', '答：说稀土', '说稀土']);
    const again = (await reopened()).transcripts;
    expect((await again.search({ text: '稀土' })).items).toEqual(found);
    expect(found[0]).toMatchObject({ conversation: 'teams:1', channel: 'msteams', line: { seq: 3, from: 'bot' } });
    expect(await saying(again, { text: '说' })).toEqual(['说钨', '答：说稀土', '说稀土']);
  });

  test('a line that is found tells what became of its delivery', async () => {
    const { store } = await empty();
    await store.talks.accept(arrival('teams:1', 'a', { address: { serviceUrl: 'https://channel.example' } }));
    await store.talks.turn('teams:1', answering({}, 'pending'));
    const deliveries = async (): Promise<unknown[]> =>
      (await store.transcripts.search({ text: '答' })).items.map((each) => each.line.delivery);
    expect(await deliveries()).toEqual(['pending']);
    for (const each of await store.outbox.take(new Date(), 1, 1000)) await store.outbox.settle(each, { state: 'sent' });
    expect(await deliveries()).toEqual(['sent']);
  });

  test('conditions hold alone and together', async () => {
    const home = await transcripts();
    const verdict = {
      from: 'bot',
      verdict: 'ready',
      ruleIds: ['lead.age', 'unit.registered'],
      guide: 'jx-2024',
    } as const;
    await home.append('a', 'wecom', [
      said(1, '问年龄', { from: 'bot', questionId: 'lead.birthDate' }),
      said(2, '1972年3月'),
      said(3, '结论：可以申报', verdict),
    ]);
    await home.append('b', 'msteams', [
      said(4, '能申报几项', { questionId: 'lead.title' }),
      said(5, '答：一项', { from: 'bot', answerStatus: 'answered', ruleIds: ['lead.one'] }),
      said(6, '结论：不符合', { ...verdict, verdict: 'not-eligible', ruleIds: ['lead.age'] }),
    ]);
    const cases: [TranscriptQuery, unknown[]][] = [
      [{ conversation: 'b' }, ['结论：不符合', '答：一项', '能申报几项']],
      [{ conversation: 'nobody' }, []],
      [{ channel: 'wecom' }, ['结论：可以申报', '1972年3月', '问年龄']],
      [{ from: 'person' }, ['能申报几项', '1972年3月']],
      [{ from: 'bot', text: '结论' }, ['结论：不符合', '结论：可以申报']],
      [{ since: at(5) }, ['结论：不符合', '答：一项']],
      [{ until: at(2) }, ['问年龄']],
      [{ since: at(2), until: at(5) }, ['能申报几项', '结论：可以申报', '1972年3月']],
      [{ since: '2023-05-08T10:00:05+08:00' }, ['结论：不符合', '答：一项']],
      [{ until: '2023-05-08' }, []],
      [{ text: '申报' }, ['能申报几项', '结论：可以申报']],
      [{ questionId: 'lead.title' }, ['能申报几项']],
      [{ answerStatus: 'answered' }, ['答：一项']],
      [{ ruleId: 'lead.age' }, ['结论：不符合', '结论：可以申报']],
      [{ ruleId: 'lead' }, []],
      [{ verdict: 'ready' }, ['结论：可以申报']],
      [{ guide: 'jx-2024' }, ['结论：不符合', '结论：可以申报']],
      [{ guide: 'jx-2024', ruleId: 'lead.age', channel: 'msteams', from: 'bot', text: '不' }, ['结论：不符合']],
      [{ guide: 'jx-2024', ruleId: 'lead.age', channel: 'msteams', from: 'person', text: '不' }, []],
      [{ conversation: 'a', channel: 'msteams' }, []],
      [{ verdict: 'ready', text: '不符合' }, []],
      [{ questionId: '结论' }, []],
    ];
    for (const [query, expected] of cases) expect([query, await saying(home, query)]).toEqual([query, expected]);
    for (const [query, expected] of cases) {
      const exported = words(await all(home.export(query)));
      expect([query, exported.toSorted()]).toEqual([query, expected.toSorted()]);
    }
  });

  test('any part of what was said is found, one sign or many, and every sign stands for itself', async () => {
    const home = await transcripts();
    const texts = [
      '稀土新材料',
      '稀 土',
      '項目申報',
      '项目申报',
      '进度 100%',
      '进度 100％',
      'a_b',
      'aXb',
      'C:\\data',
      'C:data',
      '他说"好"，她说\'不\'',
      '第一行\n第二行',
      '😀笑',
      'Wi-Fi 与 ＡＢＣ',
      'wi-fi',
      '[a-z]+(.*)$',
      '"seq":1,"at"',
    ];
    await home.append(
      'a',
      'wecom',
      texts.map((text, second) => said(second, text)),
    );
    const cases: [string, string[]][] = [
      ['稀', ['稀土新材料', '稀 土']],
      ['稀土', ['稀土新材料']],
      ['土新材', ['稀土新材料']],
      ['稀土新材料', ['稀土新材料']],
      ['稀土新材料学', []],
      ['项目', ['项目申报']],
      ['項', ['項目申報']],
      ['%', ['进度 100%']],
      ['0%', ['进度 100%']],
      ['_', ['a_b']],
      ['a_b', ['a_b']],
      ['\\', ['C:\\data']],
      [':\\d', ['C:\\data']],
      ['"好"', ['他说"好"，她说\'不\'']],
      ["'不'", ['他说"好"，她说\'不\'']],
      ['行\n第', ['第一行\n第二行']],
      ['n第', []],
      ['😀', ['😀笑']],
      ['WI-FI', ['Wi-Fi 与 ＡＢＣ', 'wi-fi']],
      ['ａｂｃ', ['Wi-Fi 与 ＡＢＣ']],
      ['abc', []],
      ['.*', ['[a-z]+(.*)$']],
      ['$', ['[a-z]+(.*)$']],
      ['"seq"', ['"seq":1,"at"']],
      ['person', []],
      ['message', []],
    ];
    for (const [text, expected] of cases) {
      expect([text, (await saying(home, { text })).toReversed()]).toEqual([text, expected]);
    }
    // No condition at all.
    expect(await saying(home, { text: '' })).toHaveLength(texts.length);
  });

  test('the words of cards are found, those of buttons and what channels pass on unseen are not', async () => {
    const home = await transcripts();
    const verdict = {
      id: 'v',
      type: 'message',
      text: '问完了',
      attachments: [
        card(
          { type: 'TextBlock', text: '补齐 2 项后可以申报' },
          {
            type: 'ColumnSet',
            columns: [{ items: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '推荐函' }] }] }],
          },
        ),
      ],
      channelData: { question: '内部编号' },
    };
    await home.append('a', 'wecom', [said(1, '', { from: 'bot', activity: verdict })]);
    for (const text of ['问完了', '补齐', '推荐函']) expect(await saying(home, { text })).toEqual(['问完了']);
    for (const text of ['打印清单', '内部编号', 'TextBlock', 'adaptive'])
      expect(await saying(home, { text })).toEqual([]);
  });

  test('conversations are listed, that with the newest line first, page by page', async () => {
    const { store, reopened } = await empty();
    const { transcripts: home } = store;
    for (let number = 0; number < 12; number += 1) {
      await home.append(`talk ${number}`, number % 2 ? 'wecom' : 'msteams', [
        said(number, '开始'),
        said(100 + number, '结束'),
      ]);
    }
    await store.talks.accept(arrival('accepted', 'a'));
    await home.append('talk 3', 'wecom', [said(200, '又来')]);
    const names = ['talk 3', ...[11, 10, 9, 8, 7, 6, 5, 4, 2, 1, 0].map((number) => `talk ${number}`), 'accepted'];
    for (const most of [1, 5, 500]) {
      const listed = await turned((next) => home.list(undefined, { most, ...(next && { next }) }));
      expect(listed.map(({ conversation }) => conversation)).toEqual(names);
    }
    const onWecom = await turned((next) => home.list('wecom', { most: 2, ...(next && { next }) }));
    expect(onWecom.map(({ conversation }) => conversation)).toEqual(
      [3, 11, 9, 7, 5, 1].map((number) => `talk ${number}`),
    );
    expect(onWecom[0]).toEqual({ conversation: 'talk 3', channel: 'wecom', begunAt: at(3), lastAt: at(200) });
    expect((await home.list('console')).items).toEqual([]);
    const again = (await reopened()).transcripts;
    expect((await again.list('wecom')).items).toEqual(onWecom);
  });

  test('whoever turns pages of the list while others talk meets nobody twice, and everybody who is silent', async () => {
    const home = await transcripts();
    for (let number = 0; number < 10; number += 1) await home.append(`talk ${number}`, 'wecom', [said(number, '在')]);
    let second = 50;
    const listed = await turned(
      (next) => home.list(undefined, { most: 3, ...(next && { next }) }),
      async () => {
        second += 1;
        for (const name of ['talk 9', `new ${second}`]) await home.append(name, 'wecom', [said(second, '又')]);
      },
    );
    const met = listed.map(({ conversation }) => conversation);
    expect(met).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((number) => `talk ${number}`));
  });

  test.each(['remove', 'retire', 'departure'])('of a conversation that is gone (%s) nothing is found', async (how) => {
    const { store, reopened } = await empty();
    const { talks, shelf, transcripts: home } = store;
    for (const name of ['gone', 'stays']) {
      await talks.accept(arrival(name, '稀土'));
      await answerAll(store, name);
      await talks.accept(arrival(name, '删除'));
    }
    expect(await saying(home, { text: '稀土', conversation: 'gone' })).toHaveLength(2);
    if (how === 'remove') await home.remove('gone');
    if (how === 'retire') await shelf.retire(shelf.nameOf('gone'), () => true);
    if (how === 'departure') await talks.turn('gone', leaving);
    const expectGone = async (now: Transcripts): Promise<void> => {
      for (const query of [{}, { text: '稀土' }, { from: 'person' } as const, { channel: 'msteams' }]) {
        const found = (await now.search(query)).items;
        expect(found.length).toBeGreaterThan(0);
        for (const { conversation } of [...found, ...(await all(now.export(query)))])
          expect(conversation).toBe('stays');
      }
      expect((await now.search({ conversation: 'gone' })).items).toEqual([]);
      expect(await all(now.export({ conversation: 'gone' }))).toEqual([]);
      expect((await now.list()).items.map(({ conversation }) => conversation)).toEqual(['stays']);
    };
    await expectGone(home);
    await expectGone((await reopened()).transcripts);
  });

  test('who talks again after everything was deleted is found with that alone', async () => {
    const { store } = await empty();
    for (const each of ['稀土', '删除']) await store.talks.accept(arrival('a', each));
    await store.talks.turn('a', answering());
    expect(await saying(store.transcripts, { text: '稀土' })).toHaveLength(2);
    await store.talks.turn('a', leaving);
    await store.talks.accept(arrival('a', '再问'));
    await answerAll(store, 'a');
    expect(await saying(store.transcripts, {})).toEqual(['答：说再问', '说再问', '您好']);
    expect((await store.transcripts.list()).items).toHaveLength(1);
  });

  test('an export holds everything once, oldest first within each conversation', async () => {
    const { store, reopened } = await empty();
    const { transcripts: home } = store;
    expect(await all(home.export({}))).toEqual([]);
    const names = Array.from({ length: 12 }, (_, number) => `talk ${number}`);
    for (const name of names) {
      const spoken = Array.from({ length: 60 }, (_, number) => said(number % 7, `${name}：${number}`));
      await home.append(name, 'wecom', spoken);
    }
    const expectAll = async (now: Transcripts): Promise<void> => {
      const exported = await all(now.export({}));
      expect(exported).toHaveLength(720);
      for (const name of names) {
        // Never in pieces between others.
        const begin = exported.findIndex(({ conversation }) => conversation === name);
        const own = exported.slice(begin, begin + 60);
        expect(own.map((each) => each.line.seq)).toEqual(Array.from({ length: 60 }, (_, number) => number + 1));
        expect(new Set(own.map(({ conversation }) => conversation))).toEqual(new Set([name]));
      }
    };
    await expectAll(home);
    await expectAll((await reopened()).transcripts);
  });

  test('whoever stops reading an export stops it', async () => {
    const { store } = await empty();
    for (const name of ['a', 'b', 'c']) await store.transcripts.append(name, 'wecom', [said(1, '在'), said(2, '在')]);
    for await (const { line: first } of store.transcripts.export({})) {
      expect(first.seq).toBe(1);
      break;
    }
    expect(await saying(store.transcripts, {})).toHaveLength(6);
  });

  test('lines that are added outside a turn go on with the numbers, and none whose activity is there is added again', async () => {
    const { store, reopened } = await empty();
    await store.talks.accept(arrival('a', 'first'));
    await answerAll(store, 'a');
    const more = [said(10, '补记'), said(11, '又补')];
    await store.transcripts.append('a', 'msteams', [...more, ...more]);
    const { transcripts: home, talks } = await reopened();
    await home.append('a', 'msteams', more);
    await home.append('a', 'msteams', []);
    expect((await talks.read('a', 0)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(textsOf(await talks.read('a', 3))).toEqual(['补记', '又补']);
    await talks.accept(arrival('a', 'next'));
    expect((await talks.read('a', 5)).map(({ seq, activity }) => [seq, activity.text])).toEqual([[6, '说next']]);
    expect(await saying(home, { text: '补' })).toEqual(['又补', '补记']);
  });

  test('a token that is not of the query, a size that is none and a time that is none are refused', async () => {
    const home = await transcripts();
    await home.append(
      'a',
      'wecom',
      Array.from({ length: 5 }, (_, second) => said(second, `第${second}`)),
    );
    const { next = '' } = await home.search({ text: '第' }, { most: 2 });
    expect(words((await home.search({ text: '第' }, { most: 3, next })).items)).toEqual(['第2', '第1', '第0']);
    const shown = JSON.parse(Buffer.from(next, 'base64url').toString()) as Record<string, unknown>;
    const forged = [{ ...shown, at: 'yesterday' }, { ...shown, seq: '1' }, { ...shown, more: 1 }, null, 7, [], {}];
    const tokens = forged.map((each) => Buffer.from(JSON.stringify(each)).toString('base64url'));
    for (const token of ['', ' ', 'x', '翻页', `${next}=`, `!${next}`, next.slice(1), ...tokens]) {
      await expect(home.search({ text: '第' }, { next: token })).rejects.toThrow(RangeError);
      await expect(home.list(undefined, { next: token })).rejects.toThrow(RangeError);
    }
    await expect(home.search({ text: '另' }, { next })).rejects.toThrow(RangeError);
    await expect(home.search({ text: '第', channel: 'wecom' }, { next })).rejects.toThrow(RangeError);
    await expect(home.list(undefined, { next })).rejects.toThrow(RangeError);
    for (const most of [0, -1, 501, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      await expect(home.search({}, { most })).rejects.toThrow(RangeError);
      await expect(home.list(undefined, { most })).rejects.toThrow(RangeError);
    }
    for (const query of [{ since: 'gestern' }, { until: '2023-13-01' }]) {
      await expect(home.search(query)).rejects.toThrow(RangeError);
      await expect(all(home.export(query))).rejects.toThrow(RangeError);
    }
  });
});
