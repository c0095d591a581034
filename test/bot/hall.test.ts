import { expect, test } from 'vitest';
import { choicesOf, interviewed, openQuestion, personaOf } from '../support/applicant.ts';
import {
  begun,
  caseOf,
  dataFolder,
  incoming,
  linesOf,
  openHall,
  pathsIn,
  repliesTo,
  said,
  talker,
  today,
} from '../support/hallTalk.ts';

const here = 'dl-1';

test('the greeting is the same each time, and kept only when somebody writes', async () => {
  const folder = await dataFolder();
  const hall = openHall(folder);
  const [greeting] = await hall.greeting('directline', here);
  expect(greeting?.activity.text).toContain('对话会保存');
  expect(await hall.greeting('directline', here)).toEqual([greeting]);
  expect(await hall.read(here, 0)).toEqual([]);
  expect(await hall.exists(here)).toBe(false);
  expect(await pathsIn(folder)).toEqual([]);
  const replies = await talker(hall, here)('你好');
  expect(replies.flatMap(choicesOf)).toContain('开始自查');
  expect(await hall.exists(here)).toBe(true);
  const lines = await hall.read(here, 0);
  expect(lines[0]).toEqual(greeting);
  expect(lines.map(({ seq, from }) => [seq, from])).toEqual([
    [1, 'bot'],
    [2, 'person'],
    [3, 'bot'],
  ]);
});

test('an activity that comes again has one effect: at once, later, and after a restart', async () => {
  const folder = await dataFolder();
  const { hall } = await begun(folder, here);
  const answer = incoming(here, '高校', 'a3');
  const taken = await Promise.all([hall.accept(answer), hall.accept(answer), hall.accept(answer)]);
  expect(taken).toEqual(['accepted', 'repeated', 'repeated']);
  await hall.idle();
  expect(await hall.accept(answer)).toBe('repeated');
  const lines = await hall.read(here, 0);
  const after = openHall(folder);
  expect(await after.accept(answer)).toBe('repeated');
  expect(await after.accept({ ...answer, text: '企业' })).toBe('repeated');
  await after.idle();
  expect(await after.read(here, 0)).toEqual(lines);
  expect(repliesTo('a3', lines)).toHaveLength(1);
  expect((await caseOf(folder, here))?.facts).toMatchObject({ 'unit.kind': 'university' });
});

test('thirty messages sent at once are taken in order, and each is answered once', async () => {
  const folder = await dataFolder();
  const hall = openHall(folder);
  const persona = personaOf('ex-04');
  const slowly = await interviewed(persona, talker(hall, 'dl-slow'));
  const texts = ['开始自查', ...slowly.asked.map((each) => each.said)];
  expect(texts.length).toBeGreaterThanOrEqual(30);
  await Promise.all(texts.map((text, at) => hall.accept(incoming(here, text, `m${at}`))));
  await hall.idle();
  const lines = await hall.read(here, 0);
  expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, at) => at + 1));
  const ids = texts.map((_, at) => `m${at}`);
  expect(lines.filter(({ from }) => from === 'person').map(({ activity }) => activity.id)).toEqual(ids);
  const answered = lines.flatMap(({ activity }) => activity.replyToId ?? []);
  expect([...new Set(answered)]).toEqual(ids);
  const replies = ids.flatMap((id) => repliesTo(id, lines));
  expect(said(replies)).toBe(said(slowly.heard));
  expect(replies.at(-1)?.channelData?.assessment).toMatchObject({ verdict: persona.expected.verdict });
});

test('conversations that go on side by side never mix', async () => {
  const folder = await dataFolder();
  const hall = openHall(folder);
  const people = [personaOf('ex-02'), personaOf('ex-04'), personaOf('ex-11')];
  const talks = await Promise.all(people.map((persona) => interviewed(persona, talker(hall, persona.id))));
  expect(talks.map(({ assessment }) => assessment?.verdict)).toEqual(people.map(({ expected }) => expected.verdict));
  const names = people.map(({ answers }) => answers.get('unit.name')?.[0] ?? '');
  for (const [at, { id }] of people.entries()) {
    const transcript = JSON.stringify(await linesOf(folder, id));
    expect(names.map((name) => transcript.includes(name))).toEqual(people.map((_, other) => other === at));
  }
});

test('a message that is too long, or has no text, is refused politely and changes nothing', async () => {
  const folder = await dataFolder();
  const { hall, say } = await begun(folder, here);
  const before = await caseOf(folder, here);
  const tooLong = await say('高'.repeat(4001));
  expect(said(tooLong)).toContain('4000');
  const card = { ...incoming(here, '', 'a9'), value: { x: 1 } };
  await hall.accept(card);
  await hall.idle();
  expect(said(repliesTo('a9', await hall.read(here, 0)))).toContain('文字');
  expect(await caseOf(folder, here)).toEqual(before);
  expect(openQuestion(await say('高校'))?.id).toBe('partner.who');
  const fresh = talker(hall, 'dl-2');
  expect(said(await fresh('高'.repeat(4001)))).toContain('4000');
  expect(openQuestion(await fresh('开始自查'))?.id).toBe('behalf');
});

test('readers see the replies to one message together', async () => {
  const hall = openHall(await dataFolder());
  const batches: unknown[][] = [];
  hall.subscribe(here, (lines) => void batches.push(lines.map(({ activity }) => activity.replyToId)));
  const say = talker(hall, here);
  await interviewed(personaOf('ex-02'), say, undefined, 'lead.title');
  // In the middle 结论 is answered by two messages: the verdict so far, and the open question.
  await say('结论');
  const replies = batches.filter(([first]) => first !== undefined);
  expect(replies.at(-1)).toHaveLength(2);
  expect(replies.every((batch) => new Set(batch).size === 1)).toBe(true);
  expect(new Set(replies.map(([first]) => first)).size).toBe(replies.length);
});

test('a line of the transcript says what it rests on, by ids, and never repeats an answer', async () => {
  const folder = await dataFolder();
  const persona = personaOf('ex-02');
  await interviewed(persona, talker(openHall(folder), here));
  const lines = await linesOf(folder, here);
  const { id: caseId } = (await caseOf(folder, here)) ?? {};
  const bot = lines.filter(({ from }) => from === 'bot');
  for (const each of bot.slice(1)) {
    expect(each).toMatchObject({
      caseId,
      guide: 'jx-intl-2023',
      overlay: null,
      delivery: 'visible',
      at: today.toISOString(),
    });
  }
  const answerTo = (question: string) => bot[bot.findIndex(({ questionId }) => questionId === question) + 1];
  expect(answerTo('unit.kind')).toMatchObject({ factsSet: ['unit.kind'], questionId: 'partner.who' });
  expect(answerTo('lead.birthDate')).toMatchObject({ factsSet: ['lead.birthDate'], ruleIds: ['lead.age'] });
  expect(bot.at(-1)).toMatchObject({ verdict: 'not-eligible', ruleIds: expect.arrayContaining(['lead.age']) });
  for (const { activity: _said, ...basis } of lines) {
    expect(JSON.stringify(basis)).not.toMatch(/1964|森林|坦佩雷|1990|研究员/);
  }
});

test('every fact of a case is named by the line of the answer that set it, the last one too', async () => {
  const folder = await dataFolder();
  await interviewed(personaOf('ex-02'), talker(openHall(folder), here));
  const factsSet = new Set((await linesOf(folder, here)).flatMap((line) => line.factsSet ?? []));
  expect([...factsSet].sort()).toEqual(Object.keys((await caseOf(folder, here))?.facts ?? {}).sort());
});
