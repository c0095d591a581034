/** Replaying the log of the golden conversations against a planted change of a rule shows exactly the verdicts that move. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import type { Incoming } from '../../../bot/conversations.ts';
import { replayInThread } from '../../../bot/replay/inThread.ts';
import { pastTalk } from '../../../bot/replay/pastTalk.ts';
import { player } from '../../../bot/replay/player.ts';
import { storedTalks } from '../../../bot/replay/stored.ts';
import { assess } from '../../../knowledge/assess.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import type { Store } from '../../../state/store.ts';
import { messageOf } from '../../support/applicant.ts';
import { dataFolder, incoming, openHall, today } from '../../support/hallTalk.ts';
import { pastHome, type VerdictGiven } from '../../support/pastTalks.ts';
import { all } from '../../support/saying.ts';

const timeZone = 'Asia/Shanghai';
const nothing = { overlay: null };

/** A copy of the guide's folder in which parameters are others. */
async function changedGuide(values: Record<string, unknown>): Promise<string> {
  const folder = join(await dataFolder(), 'guide');
  await cp(fileURLToPath(new URL('../../../knowledge/guides/jx-intl-2023', import.meta.url)), folder, {
    recursive: true,
  });
  const path = join(folder, 'guide.json');
  const guide = JSON.parse(await readFile(path, 'utf8'));
  for (const [name, value] of Object.entries(values)) guide.parameters[name].value = value;
  await writeFile(path, JSON.stringify(guide));
  return folder;
}

const replayed = (store: Store, guide?: string) =>
  replayInThread({
    talks: storedTalks(store, {}),
    now: nothing,
    trial: { ...nothing, ...(guide !== undefined && { guide }) },
    timeZone,
  });

/** What moves by deciding the facts behind each verdict with both guides, without any talk. */
function movedByFacts(verdicts: readonly VerdictGiven[], folder: string) {
  const [one, other] = [loadGuide('jx-intl-2023'), loadGuide(folder)];
  return verdicts.flatMap(({ conversation, seq, facts }) => {
    const [before, after] = [one, other].map((guide) => assess(facts, guide, null, '2023-05-08'));
    const statuses = new Map(before?.findings.map(({ rule, status }) => [rule, status]));
    const moved = (after?.findings ?? [])
      .filter(({ rule, status }) => statuses.get(rule) !== status)
      .map(({ rule, title, clause, status }) => ({ rule, title, clause, before: statuses.get(rule), after: status }));
    return moved.length > 0 ? [{ conversation, seq, before: before?.verdict, after: after?.verdict, moved }] : [];
  });
}

const wholeTime = { timeZone, now: nothing, trial: nothing };

const inOrder = <T extends { conversation: string; seq: number }>(all: readonly T[]): T[] =>
  all.toSorted((one, other) => one.conversation.localeCompare(other.conversation) || one.seq - other.seq);

test('a planted change of the registration date and of the matching funds moves exactly the verdicts that deciding their facts anew moves, each with its rule', async () => {
  const { store, verdicts } = await pastHome();
  expect(verdicts.length).toBeGreaterThan(10);

  const same = await replayed(store);
  expect(same).toMatchObject({ answers: 0, verdicts: 0, wordings: 0, said: 0, failed: 0, changes: [], movers: [] });
  expect(same.turns).toBeGreaterThan(300);

  const folder = await changedGuide({ 'unit.registeredBefore': '2019-05-01', 'unit.matchingRatio': 1.5 });
  const expected = movedByFacts(verdicts, folder);
  const rules = new Set(expected.flatMap(({ moved }) => moved.map(({ rule }) => rule)));
  expect([...rules].sort()).toEqual(['unit.matching-funds', 'unit.registered-before']);
  expect(expected.length).toBeLessThan(verdicts.length);

  const report = await replayed(store, folder);
  const moved = report.changes.flatMap(({ conversation, seq, differences }) =>
    differences.flatMap((each) =>
      each.what === 'verdict'
        ? [{ conversation, seq, before: each.before?.verdict, after: each.after?.verdict, moved: each.moved }]
        : [],
    ),
  );
  expect(inOrder(moved)).toEqual(inOrder(expected));
  expect(report.verdicts).toBe(expected.length);
  expect(report.movers.reduce((sum, each) => sum + each.verdicts, 0)).toBe(
    expected.reduce((sum, each) => sum + each.moved.length, 0),
  );
});

test('what is said again gets the questions, answers and verdicts that were given then', async () => {
  const { store } = await pastHome(3);
  const play = player(nothing, timeZone);
  for await (const talk of storedTalks(store, {})) {
    const lines = await store.talks.read(talk.conversation, 0);
    const ids = new Map(lines.map(({ seq, activity }) => [seq, activity.id]));
    const played = await play(talk);
    expect(talk.turns).toHaveLength(lines.filter(({ from }) => from === 'person').length);
    talk.turns.forEach(({ seq }, at) => {
      const then = lines.filter(({ activity }) => activity.replyToId === ids.get(seq));
      const shown = then.map(({ activity }) => messageOf(activity).channelData ?? {});
      expect(played[at]?.map(({ question }) => question)).toEqual(shown.map(({ question }) => question));
      expect(played[at]?.flatMap(({ answer }) => answer?.answer ?? [])).toEqual(
        shown.flatMap(
          (each) => z.object({ answer: z.object({ answer: z.string() }) }).safeParse(each).data?.answer.answer ?? [],
        ),
      );
      expect(played[at]?.flatMap(({ verdict }) => verdict?.assessment.text ?? [])).toEqual(
        shown.flatMap(({ assessment }) => assessment?.text ?? []),
      );
    });
  }
});

test('messages of a group and forwarded ones are said again as such, an old button as one, and what a person answered is left out', async () => {
  const store = embeddedStore(await dataFolder());
  onTestFinished(() => store.close());
  const hall = openHall('', { store });
  const say = async (conversation: string, more: Partial<Incoming>) => {
    await hall.accept({ ...incoming(conversation, ''), ...more });
    await hall.idle(conversation);
  };
  await say('group', { text: '开始自查', group: true });
  await say('group', { text: '能给多少钱？', group: true });
  await say('handed on', { text: '能给多少钱？\n中午吃什么', forwarded: true });
  await say('button', { text: '开始自查' });
  await say('button', { value: { text: '企业', question: 'unit.kind' } });
  const [turns, line] = [
    new Map<string, string[]>(),
    { at: today.toISOString(), guide: 'jx-intl-2023', overlay: null },
  ];
  const play = player(nothing, timeZone);
  for await (const talk of storedTalks(store, {}))
    turns.set(
      talk.conversation,
      (await play(talk)).map((replies) => (replies ?? []).map(({ text }) => text).join('\n')),
    );
  for (const [conversation, played] of turns) {
    const then = (await hall.read(conversation, 0)).filter(
      ({ from, activity }) => from === 'bot' && activity.replyToId,
    );
    expect(played.join('\n')).toBe(
      then
        .map(({ activity }) => activity.text)
        .filter((text) => !String(text).includes('按钮'))
        .join('\n'),
    );
  }
  const person = (seq: number, id: string) => ({
    ...line,
    seq,
    from: 'person' as const,
    activity: { id, text: '能给多少钱？' },
  });
  const silent = pastTalk('c', 'directline', [
    person(1, 'a'),
    { ...line, seq: 2, from: 'bot', activity: { replyToId: 'a', text: '…' } },
    { ...line, seq: 3, from: 'staff', activity: { type: 'event', name: 'staff' } },
    person(4, 'b'),
  ]);
  expect(silent?.turns.map(({ seq }) => seq)).toEqual([1]);
});

test('what was said before the period decides what is meant in it and is not counted, and what came after is left out', async () => {
  const { store } = await pastHome(1);
  const [first] = await all(storedTalks(store, {}));
  const middle = first?.turns[5];
  if (!first || !middle) throw new Error('no talk');
  const since = new Date(Date.parse(first.turns.at(-1)?.at ?? '') + 1).toISOString();
  expect(await all(storedTalks(store, { since: '2024-01-01T00:00:00.000Z' }))).toEqual([]);
  expect(await all(storedTalks(store, { until: '2023-01-01T00:00:00.000Z' }))).toEqual([]);
  const report = await replayInThread({ ...wholeTime, talks: storedTalks(store, {}), since });
  expect(report.turns).toBeLessThan((await replayInThread({ ...wholeTime, talks: storedTalks(store, {}) })).turns);
});

test('a replay can be ended early, tells how far it is, takes no more turns than it may, and leaves out talks of a guide that is gone', async () => {
  const { store } = await pastHome(0);
  const talks = await all(storedTalks(store, {}));
  async function* many(times: number) {
    for (let round = 0; round < times; round += 1)
      for (const talk of talks) yield { ...talk, conversation: `${round}` };
  }
  const abort = new AbortController();
  const heard: number[] = [];
  const ended = replayInThread({
    ...wholeTime,
    talks: many(100_000),
    signal: abort.signal,
    report: ({ turns }) => {
      heard.push(turns);
      if (heard.length === 2) abort.abort();
    },
  });
  await expect(ended).rejects.toThrow('abort');
  expect(heard).toEqual(heard.toSorted((one, other) => one - other));

  const few = await replayInThread({ ...wholeTime, talks: many(100_000), most: 300 });
  expect(few).toMatchObject({ cut: true });
  expect(few.turns).toBeLessThanOrEqual(300);

  async function* old() {
    for (const talk of talks) yield { ...talk, guide: 'jx-intl-1999' };
  }
  expect(await replayInThread({ ...wholeTime, talks: old() })).toMatchObject({ turns: 0, skipped: talks.length });
});
