import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { presentActivity } from '../../bot/channels/present.ts';
import { createLog } from '../../bot/log.ts';
import { conversationRecord } from '../../state/conversation.ts';
import { embeddedStore } from '../../state/lowdb/index.ts';
import { transcriptLine } from '../../state/transcript.ts';
import { choicesOf, interviewed, openQuestion, personaOf } from '../support/applicant.ts';
import { dataFolder, filesOf, incoming, openHall, pathsIn, repliesTo, talker, today } from '../support/hallTalk.ts';

const here = 'dl-1';

async function documentOf(folder: string, conversation = here) {
  return conversationRecord.parse(JSON.parse(await readFile(filesOf(folder, conversation).document, 'utf8')));
}
const caseOf = async (folder: string, conversation = here) => (await documentOf(folder, conversation)).cases[0];
const linesOf = (folder: string, conversation = here) => embeddedStore(folder).transcripts.read(conversation, 0);
const said = (replies: { text: string }[]) => replies.map(({ text }) => text).join('\n');

/** A conversation that stands at the question of the unit's kind. */
async function begun(folder: string, conversation = here) {
  const hall = openHall(folder);
  const say = talker(hall, conversation);
  await say('开始自查', 'a1');
  expect(openQuestion(await say('负责人本人', 'a2'))?.id).toBe('unit.kind');
  return { hall, say };
}

test('the greeting is the same each time, and kept only when somebody writes', async () => {
  const folder = await dataFolder();
  const hall = openHall(folder);
  const [greeting] = await hall.greeting('directline', here);
  expect(said([{ text: String(greeting?.activity.text) }])).toContain('对话会保存');
  expect(await hall.greeting('directline', here)).toEqual([greeting]);
  expect(await hall.read(here, 0)).toEqual([]);
  expect(await hall.exists(here)).toBe(false);
  expect(await pathsIn(folder)).toEqual([]);
  const replies = await talker(hall, here)('你好');
  expect(replies.flatMap(choicesOf)).toContain('开始自查');
  expect(await hall.exists(here)).toBe(true);
  const lines = await hall.read(here, 0);
  expect(lines[0]).toEqual(greeting);
  expect(lines.map(({ seq, from }) => [seq, from])).toEqual([[1, 'bot'], [2, 'person'], [3, 'bot']]);
});

test('an activity that comes again has one effect: at once, later, and after a restart', async () => {
  const folder = await dataFolder();
  const { hall } = await begun(folder);
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
  expect((await caseOf(folder))?.facts).toMatchObject({ 'unit.kind': 'university' });
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

test('what was taken in and not answered when the process ended is answered when somebody looks', async () => {
  const folder = await dataFolder();
  const first = incoming(here, '开始自查', 'a1');
  const { greeting } = openHall(folder);
  const lines = await greeting('directline', here);
  const { conversation: _c, channel: _k, ...activity } = first;
  const kept = transcriptLine.parse({ ...lines[0], seq: 2, from: 'person', activity, delivery: undefined });
  await embeddedStore(folder).transcripts.append(here, [...lines, kept]);

  const after = openHall(folder);
  await after.read(here, 0);
  await after.idle();
  expect(repliesTo('a1', await after.read(here, 0)).map((reply) => openQuestion([reply])?.id)).toEqual(['behalf']);
  expect(await after.accept(first)).toBe('repeated');
});

test('a turn that was cut off in mid-interview is made up for, before what comes next', async () => {
  const folder = await dataFolder();
  await begun(folder);
  const cut = async (id: string, text: string) => {
    const lines = await linesOf(folder);
    const activity = { id, type: 'message', text, from: { id: 'me' } };
    const { seq = 0, at, guide } = lines.at(-1) ?? {};
    const kept = transcriptLine.parse({ seq: seq + 1, at, guide, overlay: null, from: 'person', activity });
    await embeddedStore(folder).transcripts.append(here, [kept]);
  };
  await cut('a3', '高校');
  await cut('a4', '日本香川大学，在高松市');

  const after = openHall(folder);
  const replies = await talker(after, here)('内地人士', 'a5');
  expect((await caseOf(folder))?.facts).toMatchObject({ 'unit.kind': 'university', 'lead.origin': 'mainland' });
  const lines = await after.read(here, 0);
  expect(['a3', 'a4', 'a5'].map((id) => repliesTo(id, lines).length)).toEqual([1, 1, 1]);
  expect(openQuestion(repliesTo('a3', lines))?.id).toBe('partner.who');
  expect(openQuestion(replies)?.id).toBe('lead.birthDate');
});

test('a card button whose turn was cut off is made up for too', async () => {
  const folder = await dataFolder();
  await begun(folder);
  const lines = await linesOf(folder);
  const activity = { id: 'a3', type: 'message', value: { text: '高校' }, from: { id: 'me' } };
  const kept = transcriptLine.parse({ ...lines.at(-1), seq: lines.length + 1, from: 'person', activity });
  await embeddedStore(folder).transcripts.append(here, [kept]);
  const after = openHall(folder);
  await after.read(here, 0);
  await after.idle();
  expect((await caseOf(folder))?.facts).toMatchObject({ 'unit.kind': 'university' });
});

test.each([
  ['wholly', (_line: string) => ''],
  ['but for its beginning', (line: string) => line.slice(0, 60)],
])('a committed answer that is missing %s in the transcript is written, once', async (_how, rest) => {
  const folder = await dataFolder();
  const { hall } = await begun(folder);
  const before = await hall.read(here, 0);
  const { transcript } = filesOf(folder, here);
  const written = (await readFile(transcript, 'utf8')).trimEnd().split('\n');
  const last = written.pop() ?? '';
  await writeFile(transcript, `${written.join('\n')}\n${rest(last)}`);

  for (const again of [openHall(folder), openHall(folder)]) {
    await again.read(here, 0);
    await again.idle();
    expect(await again.read(here, 0)).toEqual(before);
  }
  expect(repliesTo('a2', await linesOf(folder))).toHaveLength(1);
});

test('a turn that fails is told calmly with a number, keeps the answers, and the next turn works', async () => {
  const folder = await dataFolder();
  await begun(folder);
  const lines: string[] = [];
  let fails = 1;
  const hall = openHall(folder, {
    log: createLog('info', { write: (each: string) => void lines.push(each) }),
    present(reply) {
      if (reply.question && fails-- > 0) throw new Error('ENOENT /srv/secret');
      return presentActivity(reply);
    },
  });
  const say = talker(hall, here);
  const calm = said(await say('高校'));
  const reference = /[2-9A-Z]{8}/.exec(calm)?.[0];
  expect(calm).not.toContain('ENOENT');
  expect(lines.join('')).toContain(`"reference":"${reference}"`);
  expect(lines.join('')).not.toContain('高校');
  expect(openQuestion(await say('高校'))?.id).toBe('partner.who');
  expect((await caseOf(folder))?.facts).toEqual({ 'unit.kind': 'university' });
});

test('a stored case of a guide that is not there is told calmly each time, and goes on when the guide is back', async () => {
  const folder = await dataFolder();
  const { say } = await begun(folder);
  await say('高校');
  const { document } = filesOf(folder, here);
  const whole = await readFile(document, 'utf8');
  await writeFile(document, whole.replaceAll('jx-intl-2023', 'jx-intl-1999'));
  const lost = talker(openHall(folder), here);
  for (const text of ['韩国庆熙大学', '韩国庆熙大学', '重来']) expect(said(await lost(text))).toMatch(/编号 [2-9A-Z]{8}/);
  expect((await caseOf(folder))?.facts).toEqual({ 'unit.kind': 'university' });
  await writeFile(document, (await readFile(document, 'utf8')).replaceAll('jx-intl-1999', 'jx-intl-2023'));
  expect(openQuestion(await talker(openHall(folder), here)('韩国庆熙大学，在首尔'))?.id).toBe('lead.origin');
});

test('a damaged document is set aside and told in the log; the talk begins anew instead of ending', async () => {
  const folder = await dataFolder();
  await begun(folder);
  await writeFile(filesOf(folder, here).document, '{"schema":1,');
  const lines: string[] = [];
  const hall = openHall(folder, { log: createLog('info', { write: (each: string) => void lines.push(each) }) });
  expect((await talker(hall, here)('高校')).flatMap(choicesOf)).toContain('开始自查');
  expect(lines.join('')).toContain('DamagedError');
  expect(repliesTo('a2', await hall.read(here, 0))).toHaveLength(1);
});

test('while the disk refuses, nothing is lost: what was taken in is answered once it works again', async () => {
  const folder = await dataFolder();
  await begun(folder);
  const store = embeddedStore(folder);
  let full = false;
  const refused = () => Promise.reject(new Error('ENOSPC'));
  const hall = openHall(folder, {
    store: {
      ...store,
      conversations: { ...store.conversations, save: (record) => (full ? refused() : store.conversations.save(record)) },
    },
  });
  full = true;
  await hall.accept(incoming(here, '高校', 'a3'));
  await hall.idle();
  expect(repliesTo('a3', await hall.read(here, 0))).toEqual([]);
  await hall.idle();
  full = false;
  expect(openQuestion(await talker(hall, here)('韩国庆熙大学，在首尔', 'a4'))?.id).toBe('lead.origin');
  expect(openQuestion(repliesTo('a3', await hall.read(here, 0)))?.id).toBe('partner.who');
});

test('an answer that was committed while the transcript could not be written is not overwritten by the next', async () => {
  const folder = await dataFolder();
  await begun(folder);
  const store = embeddedStore(folder);
  let left = Number.POSITIVE_INFINITY;
  const hall = openHall(folder, {
    store: {
      ...store,
      transcripts: {
        ...store.transcripts,
        append: (id, lines) => (left-- > 0 ? store.transcripts.append(id, lines) : Promise.reject(new Error('ENOSPC'))),
      },
    },
  });
  await hall.read(here, 0);
  left = 1;
  await hall.accept(incoming(here, '高校', 'a3'));
  await hall.idle();
  left = Number.POSITIVE_INFINITY;
  expect(openQuestion(await talker(hall, here)('韩国庆熙大学，在首尔', 'a4'))?.id).toBe('lead.origin');
  const lines = await linesOf(folder);
  expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, at) => at + 1));
  expect(openQuestion(repliesTo('a3', lines))?.id).toBe('partner.who');
});

test('a message that is too long, or has no text, is refused politely and changes nothing', async () => {
  const folder = await dataFolder();
  const { hall, say } = await begun(folder);
  const before = await caseOf(folder);
  const tooLong = await say('高'.repeat(4001));
  expect(said(tooLong)).toContain('4000');
  const card = { ...incoming(here, '', 'a9'), value: { x: 1 } };
  await hall.accept(card);
  await hall.idle();
  expect(said(repliesTo('a9', await hall.read(here, 0)))).toContain('文字');
  expect(await caseOf(folder)).toEqual(before);
  expect(openQuestion(await say('高校'))?.id).toBe('partner.who');
  const fresh = talker(hall, 'dl-2');
  expect(said(await fresh('高'.repeat(4001)))).toContain('4000');
  expect(openQuestion(await fresh('开始自查'))?.id).toBe('behalf');
});

test('readers see the replies to one message together', async () => {
  const folder = await dataFolder();
  const hall = openHall(folder);
  const persona = personaOf('ex-10');
  const batches: (string | undefined)[][] = [];
  hall.subscribe(here, (lines) => void batches.push(lines.map(({ activity }) => activity.replyToId as string | undefined)));
  const talk = await interviewed(persona, talker(hall, here));
  expect(talk.assessment?.failedRules).toEqual(persona.expected.failedRules);
  const answers = batches.filter((batch) => batch.some((to) => to !== undefined));
  expect(answers.every((batch) => new Set(batch).size === 1)).toBe(true);
  expect(new Set(answers.map(([to]) => to)).size).toBe(answers.length);
});

test('a line of the transcript says what it rests on, by ids, and never repeats an answer', async () => {
  const folder = await dataFolder();
  const persona = personaOf('ex-02');
  await interviewed(persona, talker(openHall(folder), here));
  const lines = await linesOf(folder);
  const { id: caseId } = (await caseOf(folder)) ?? {};
  const bot = lines.filter(({ from }) => from === 'bot');
  for (const each of bot.slice(1)) {
    expect(each).toMatchObject({ caseId, guide: 'jx-intl-2023', overlay: null, delivery: 'visible', at: today.toISOString() });
  }
  const answerTo = (question: string) => bot[bot.findIndex(({ questionId }) => questionId === question) + 1];
  expect(answerTo('unit.kind')).toMatchObject({ factsSet: ['unit.kind'], questionId: 'partner.who' });
  expect(answerTo('lead.birthDate')).toMatchObject({ factsSet: ['lead.birthDate'], ruleIds: ['lead.age'] });
  const factsSet = new Set(bot.flatMap((each) => each.factsSet ?? []));
  expect([...factsSet].sort()).toEqual(Object.keys((await caseOf(folder))?.facts ?? {}).sort());
  expect(bot.at(-1)).toMatchObject({ verdict: 'not-eligible', ruleIds: expect.arrayContaining(['lead.age']) });
  for (const { activity: _said, ...basis } of lines) {
    expect(JSON.stringify(basis)).not.toMatch(/1964|森林|坦佩雷|1990|研究员/);
  }
});
