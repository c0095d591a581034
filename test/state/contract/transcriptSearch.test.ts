import { expect, test } from 'vitest';
import type { TranscriptLine } from '../../../state/transcript.ts';
import type { TranscriptQuery } from '../../../state/transcripts.ts';
import { inEveryHome } from '../../support/homes.ts';
import { all, answering, arrival, at } from '../../support/saying.ts';
import { said, saying, words } from './lines.ts';

const card = (...body: object[]): object => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: { type: 'AdaptiveCard', version: '1.5', body, actions: [{ type: 'Action.Submit', title: '打印清单' }] },
});

inEveryHome((empty) => {
  const transcripts = async () => (await empty()).store.transcripts;

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
    const verdict: Partial<TranscriptLine> = {
      from: 'bot',
      verdict: 'ready',
      ruleIds: ['lead.age', 'unit.registered'],
      guide: 'jx-2024',
    };
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
});
