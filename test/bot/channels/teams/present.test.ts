/** What a person sees in Teams of each kind of reply, and what its buttons say. */
import { describe, expect, test } from 'vitest';
import { type PresentTeamsOptions, presentTeams } from '../../../../bot/channels/teams/present.ts';
import { wireForm } from '../../../../bot/channels/teams/wire.ts';
import type { Reply } from '../../../../dialogs/reply.ts';
import { questionsOf } from '../../../../knowledge/questions/index.ts';
import { nodesOf, submitsOf, textsOf } from '../../../support/cardNodes.ts';
import { guide, readyFacts, today } from '../../../support/readyCase.ts';
import { fixableFacts, hostileName, shownVerdict } from '../../../support/shownVerdict.ts';
import { talk } from '../../../support/talk.ts';
import { faultsOf } from '../../../support/teamsLimits.ts';

const personalChat = 'https://teams.microsoft.com/l/chat/0/0?users=28:11111111-2222-4333-8444-555555555555';
const shown = (reply: Reply | undefined, options: Partial<PresentTeamsOptions> = {}) =>
  presentTeams({ guide, personalChat, ...options })(reply ?? { text: '' });
const question = { id: 'unit.kind', topic: 'unit.kind', index: 2, total: 33 } as const;
const actions = (message: ReturnType<typeof shown>) => message.suggestedActions?.actions ?? [];

test('up to three choices stand below the text, and say their label', () => {
  const message = shown({ text: '两方都签了吗？', choices: ['签了', '没签', '不确定'], question });
  expect(message.text).toBe('两方都签了吗？');
  expect(actions(message)).toEqual(
    ['签了', '没签', '不确定'].map((title) => ({ type: 'imBack', title, value: title })),
  );
  expect(message.attachments).toBeUndefined();
  expect(message.channelData).toEqual({ question });
});

describe('more than three choices', () => {
  const choices = ['企业', '高校', '科研院所', '医院', '其他事业单位', '社会组织', '合作社', '机关'];
  const message = shown({ text: '2/33　申报单位是哪一类？', choices, question });

  test('are buttons of a card that asks, all of them to be seen', () => {
    expect(textsOf(message)).toEqual(['2/33　申报单位是哪一类？']);
    expect(submitsOf(message).map(({ title }) => title)).toEqual(choices);
    expect(message.suggestedActions).toBeUndefined();
    expect(faultsOf(wireForm(message))).toEqual([]);
  });

  test('each say their label, and which question they belong to', () => {
    expect(submitsOf(message).map(({ data }) => data)).toEqual(
      choices.map((text) => ({ text, question: 'unit.kind' })),
    );
  });

  test('can be typed by who sees no card', () => {
    const [card] = nodesOf(message).filter(({ type }) => type === 'AdaptiveCard');
    expect(card?.fallbackText).toBe(
      '2/33　申报单位是哪一类？\n可以回复：1 企业　2 高校　3 科研院所　4 医院　5 其他事业单位　6 社会组织　7 合作社　8 机关',
    );
  });
});

describe('items of which several may be given', () => {
  const withList = questionsOf(guide).filter(({ wording }) => wording.zh.list);

  test('are asked by at least one question', () => {
    expect(withList.map(({ id }) => id)).toContain('agreement.content');
  });

  test.each(withList)('$id: what is ticked is understood as what it stands for', ({ wording, read }) => {
    const list = wording.zh.list ?? [];
    const numbered = list.map((item, at) => `${at + 1} ${item}`).join('　');
    const message = shown({ text: `20/28　写了哪几项？\n${numbered}`, several: list, choices: ['都写了'], question });
    expect(textsOf(message)).toEqual(['20/28　写了哪几项？']);
    const [input] = nodesOf(message).filter(({ type }) => type === 'Input.ChoiceSet');
    const ticks = Array.isArray(input?.choices) ? input.choices : [];
    expect(ticks.map(({ title }) => title)).toEqual(list.map((item, at) => `${at + 1} ${item}`));
    const context = { facts: readyFacts, guide, today, index: 0 };
    for (const some of [[0], [0, 2], [1, 3, list.length - 1], list.map((_, at) => at)]) {
      const said = some.map((at) => ticks[at].value).join('、');
      const names = some.map((at) => list[at]).join('、');
      // What was not ticked is not there.
      expect(itemsIn(read(said, context)), said).toEqual({
        there: itemsIn(read(names, context)).there,
        not: list.length - some.length,
      });
    }
  });

  test('need nothing ticked where another button says it all', () => {
    const message = shown({ text: '写了哪几项？', several: ['甲', '乙'], choices: ['都写了', '都没写'], question });
    const submits = nodesOf(message).filter(({ type }) => type === 'Action.Submit');
    expect(submits.map(({ title, associatedInputs, data }) => [title, associatedInputs, Object(data).text])).toEqual([
      ['选好了', undefined, undefined],
      ['都写了', 'none', '都写了'],
      ['都没写', 'none', '都没写'],
    ]);
    expect(submitsOf(message).every(({ data }) => data.question === 'unit.kind')).toBe(true);
    expect(faultsOf(wireForm(message))).toEqual([]);
  });
});

describe('the question for the direction', () => {
  const asked = (span: string) =>
    shown({
      text: `14/29　报哪个选题方向？可选${span}。`,
      question: { ...question, id: 'direction', topic: 'direction' },
    });
  const numbers = (span: string) => submitsOf(asked(span)).map(({ data }) => data.text);

  test.each([
    ['方向一至十', '方向一', '方向十', 10],
    ['方向十一至十九', '方向十一', '方向十九', 9],
    ['方向一至十九', '方向一', '方向十九', 19],
  ])('lists %s as rows to tap', (span, first, last, count) => {
    expect(numbers(span)).toHaveLength(count);
    expect([numbers(span).at(0), numbers(span).at(-1)]).toEqual([first, last]);
    expect(faultsOf(wireForm(asked(span)))).toEqual([]);
  });

  test('understands each row that is tapped as the direction that stands in it', () => {
    const [own] = questionsOf(guide).filter(({ id }) => id === 'direction');
    const read = submitsOf(asked('方向一至十九')).map(({ data }) => {
      const heard = own?.read(String(data.text), { facts: {}, guide, today, index: 0 });
      return heard?.is === 'value' ? heard.value.direction : heard;
    });
    expect(read).toEqual(guide.directions.map(({ number }) => number));
    const titles = textsOf(asked('方向一至十九'));
    expect(guide.directions.filter(({ title }) => !titles.includes(title))).toEqual([]);
  });
});

describe('an answer with its clause, while a question is open', () => {
  const [reply] = talk().sayAll('负责人本人', '负责人年龄有什么要求，要什么职称');
  const message = shown(reply);
  const texts = textsOf(message);

  test('sets the sentence of the guide apart from its own words, and says nothing twice', () => {
    const [cited] = (reply?.answer?.citations ?? []).flatMap((each) => ('clause' in each ? each : []));
    expect(cited?.quote.length).toBeGreaterThan(10);
    expect(texts).toContain(`依据：指南${cited?.clause}`);
    expect(texts.filter((text) => text.includes(String(cited?.quote)))).toEqual([`“${cited?.quote}”`]);
    expect(new Set(texts).size).toBe(texts.length);
    const [apart] = nodesOf(message).filter(({ style }) => style === 'emphasis');
    expect(textsOf(apart)).toEqual([`依据：指南${cited?.clause}`, `“${cited?.quote}”`]);
  });

  test('asks the open question again, whose choices carry it; what else may be asked carries none', () => {
    expect(texts.at(-1)).toMatch(/^2\/\d+　申报单位是哪一类/);
    const offered = reply?.answer?.suggestions ?? [];
    expect(offered.length).toBeGreaterThan(0);
    const submits = submitsOf(message).map(({ data }) => [data.text, data.question]);
    expect(submits).toEqual([
      ...offered.map((each) => [each, undefined]),
      ...(reply?.choices ?? []).map((each) => [each, 'unit.kind']),
    ]);
  });

  test('is sent as the card alone, its words for the notification', () => {
    const wire = wireForm(message);
    expect(wire.text).toBeUndefined();
    expect(wire.summary).toContain('1965年6月1日');
    expect(faultsOf(wire)).toEqual([]);
  });
});

test('an answer that tells many directions shows them as a list', () => {
  const [reply] = talk().sayAll('负责人本人', '有哪些选题方向');
  const texts = textsOf(shown(reply));
  for (const { title } of guide.directions) expect(texts).toContain(title);
});

test('in a group, who must go on alone is led to the personal chat; without its address the words do', () => {
  const reply: Reply = { text: '请单独给我发“开始自查”。', alone: true };
  const opens = nodesOf(shown(reply)).filter(({ type }) => type === 'Action.OpenUrl');
  expect(opens.map(({ title, url }) => [title, url])).toEqual([['去个人聊天', personalChat]]);
  expect(shown(reply, { personalChat: undefined })).toEqual({ type: 'message', text: reply.text, locale: 'zh-CN' });
});

test('a file to take away is a button that opens it', () => {
  const download = { url: 'https://a.example/exports/x', label: '下载我的数据' };
  const message = shown({ text: '整理好了。', download });
  const opens = nodesOf(message).filter(({ type }) => type === 'Action.OpenUrl');
  expect(opens.map(({ title, url }) => [title, url])).toEqual([['下载我的数据', 'https://a.example/exports/x']]);
  expect(faultsOf(wireForm(message))).toEqual([]);
  // Also where nothing is left to ask, and the verdict is said with it.
  const both = shown({ text: '整理好了。\n\nx', download, verdict: shownVerdict(fixableFacts) });
  const links = nodesOf(both).filter(({ type }) => type === 'Action.OpenUrl');
  expect(links.map(({ url }) => url)).toEqual([download.url]);
  expect(textsOf(both)).toContain(shownVerdict(fixableFacts).headline);
});

describe('what a person wrote stays what they wrote', () => {
  const answer = {
    status: 'answered',
    answer: hostileName,
    citations: [{ clause: '二', quote: hostileName }],
  } as const;
  const whole = { ...answer, citations: [...answer.citations], suggestions: [], guide: 'g', overlay: null };
  const replies: Record<string, Reply> = {
    'in a text': { text: `记下了：${hostileName}\n下一题` },
    'above choices': { text: hostileName, choices: ['甲', '乙', '丙', '丁'], question },
    'in an answer': { text: hostileName, answer: whole },
    'in a verdict': { text: '结论\n\n', verdict: shownVerdict(fixableFacts, hostileName) },
  };
  test.each(Object.entries(replies))('%s', (_where, reply) => {
    const wire = wireForm(shown(reply));
    expect(faultsOf(wire)).toEqual([]);
    const seen = [plain(wire.text ?? ''), ...textsOf(wire)];
    expect(seen.some((text) => text.includes(hostileName))).toBe(true);
    expect(wire.text ?? '').not.toMatch(/<(?!br\/>)/);
  });
});

test('lines stay lines: Teams would join them', () => {
  const wire = wireForm({ type: 'message', text: '记下了：张三 & <李四>\n3/12　下一题？' });
  expect(wire).toEqual({
    type: 'message',
    textFormat: 'xml',
    text: '记下了：张三 &amp; &lt;李四&gt;<br/>3/12　下一题？',
  });
});

test('of what programs read, only the question goes to Teams', () => {
  const verdict = shownVerdict(fixableFacts);
  const message = shown({ text: '结论\n\nx', verdict, question });
  expect(message.channelData).toEqual({ question, assessment: verdict.assessment });
  expect(wireForm(message).channelData).toEqual({ question });
});

/** The items that an answer says to be there, and how many it says not to be. */
function itemsIn(reading: ReturnType<ReturnType<typeof questionsOf>[number]['read']>) {
  const [value = {}] = reading?.is === 'value' ? Object.values(reading.value) : [];
  const items = Object.entries(Object(value));
  const there = items.filter(([, is]) => is === true).map(([item]) => item);
  return { there: there.toSorted(), not: items.length - there.length };
}

/** Simple markup as it is read. */
const plain = (markup: string): string =>
  markup
    .replaceAll('<br/>', '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
