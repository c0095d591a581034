/** `everyReply` leaves nothing out: whatever the dialogs have words for is among what it finds. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../../../bot/channels/channel.ts';
import { channels } from '../../../../bot/channels/index.ts';
import { type Command, commandOf } from '../../../../dialogs/commands.ts';
import { type HandoverWords, handoverWords } from '../../../../dialogs/handoverWords.ts';
import { words } from '../../../../dialogs/wording.ts';
import { type Phrase, phraseIn } from '../../../../knowledge/language.ts';
import { questionsOf } from '../../../../knowledge/questions/index.ts';
import { shownOf } from '../../../support/channelTalkCard.ts';
import { openedFor } from '../../../support/channelTalkRow.ts';
import { rows } from '../../../support/channelTalkRows.ts';
import { missingWords } from '../../../support/channelTalkWords.ts';
import { type EveryReply, everyReply } from '../../../support/everyReply.ts';
import { spoken } from '../../../support/everyReplyWords.ts';
import { guide } from '../../../support/readyCase.ts';

let found: EveryReply[] = [];
let text = '';
beforeAll(async () => {
  found = await everyReply();
  text = found
    .map(({ reply }) => [reply.text, ...(reply.choices ?? []), reply.download?.label ?? ''].join('\n'))
    .join('\n\n');
});

/** A sentence with something in its gaps. */
const said = (sentence: string): boolean => {
  const literal = sentence.split(/\{[\w:.-]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(literal.join('[^]{0,400}?')).test(text);
};

/** Words of the dialogs that stand in no reply, and where they are said instead. */
const elsewhere: Record<string, string> = {
  failed: 'the hall, when a turn throws',
  storeDown: 'a channel, when nothing can be kept',
  tooFast: 'bot/limits, when somebody says too much in a minute: test/bot/limits',
  backPlain: 'nowhere: every answered question has a name',
  notExported: 'where no link can be made',
  personComes: 'the channel, which knows whether people can be reached',
  personFails: 'the channel, likewise',
  more: 'bot/paging.ts, behind a message',
  ownDataAnswers: 'where the help desk has written: test/bot/handover',
  newerGuide: 'where a newer guide has come on file: test/bot/guides',
  newerThanCase: 'likewise, beside a case of the older one',
  restartedByNewer: 'likewise',
};

test.each(Object.entries(words('zh')))('the words “%s” are said', (key, value) => {
  const missing = [value].flat().filter((each) => !said(each));
  expect(missing.length === 0 ? 'said' : missing).toEqual(key in elsewhere ? [value] : 'said');
});

/** Words of the hand-over that are said where somebody at the help desk acts, or after hours: test/bot/handover. */
const ofTheDesk: readonly (keyof HandoverWords)[] = [
  'hoursOpen',
  'hoursClosed',
  'hoursTold',
  'minutes',
  'hours',
  'hoursAndMinutes',
  'days',
  'ended',
  'taken',
  'reply',
  'basis',
  'stays',
  'again',
  'closed',
  'released',
  'lateTaken',
  'lateAnswered',
  'goOn',
];
const ofTheDialogs = Object.entries(handoverWords('zh')).filter(([key]) => !ofTheDesk.some((each) => each === key));
const notInReplies = ['noQuestion', 'also'];

test.each(ofTheDialogs)('the words “%s” of the hand-over are said', (key, value) => {
  expect(notInReplies.includes(key) || said(value)).toBe(true);
});

describe('every question', () => {
  const asked = questionsOf(guide).flatMap((question) => {
    const ids = [question.id, ...Object.keys(question.parts ?? {}).map((path) => `${question.id}/${path}`)];
    return ids.map((id) => ({ id, question, part: question.parts?.[id.slice(question.id.length + 1)] }));
  });
  test.each(asked)('$id is asked, with its choices', ({ id, question, part }) => {
    const ask: Phrase = part?.ask ?? question.wording.zh.ask;
    // Who asks in English in the middle is asked on in English.
    const own = found.filter(({ reply }) => reply.question?.id === id && reply.language === undefined);
    expect(own.length).toBeGreaterThan(0);
    expect(said(phraseIn(ask, 'zh'))).toBe(true);
    const choices = part
      ? (part.choices ?? []).map((each) => phraseIn(each, 'zh'))
      : (question.wording.zh.choices ?? []);
    expect(own.every(({ reply }) => JSON.stringify(reply.choices) === JSON.stringify(choices))).toBe(true);
  });
  test.each(questionsOf(guide))('$id is asked again twice, let go, and explained', ({ wording }) => {
    expect(wording.zh.retry.filter((each) => !said(each))).toEqual([]);
    expect(wording.zh.why === undefined || said(wording.zh.why)).toBe(true);
  });
  test('about a partner is asked about three of them', () => {
    const ids = new Set(found.map(({ reply }) => reply.question?.id));
    const ofPartners = questionsOf(guide).filter(({ settles }) => settles.some((path) => path.startsWith('partners')));
    expect(ofPartners.flatMap(({ id }) => [`${id}#2`, `${id}#3`]).filter((id) => !ids.has(id))).toEqual([]);
  });
  test('that names the direction names each of them', () => {
    expect(guide.directions.filter(({ title }) => !said(`“${title}”`))).toEqual([]);
  });
});

test('every command is obeyed: what is said for it is that command', () => {
  const not = Object.entries(spoken).filter(([command, form]) => commandOf(form) !== (command as Command)); // its keys are the commands
  expect(not).toEqual([]);
});

describe('verdicts', () => {
  const rows = (kind: string) => guide.rules.filter(({ row }) => row.kind === kind).map(({ row }) => row);
  test('of all four kinds are given, each with a checklist to take away', () => {
    const given = found.filter(({ reply }) => reply.verdict);
    const kinds = new Set(given.map(({ reply }) => reply.verdict?.assessment.verdict));
    expect([...kinds].toSorted()).toEqual(['fixable', 'needs-confirmation', 'not-eligible', 'ready']);
    expect(given.every(({ checklist }) => checklist)).toBe(true);
  });
  /** Of these nothing is ever against the call: they can only be to confirm. */
  const onlyToConfirm = ['scope.taiwan-gap', 'partner.kind'];
  test.each(rows('bar'))('the bar $id is said at once, and stands in a verdict', ({ id }) => {
    const at = found.filter(({ reply }) => reply.basis?.ruleIds?.includes(id));
    const fails = !onlyToConfirm.includes(id);
    const set = fails ? 'failedRules' : 'toConfirm';
    expect(at.some(({ reply }) => !reply.verdict && reply.text.includes('要先说一声'))).toBe(fails);
    expect(at.some(({ reply }) => reply.verdict?.assessment[set].includes(id))).toBe(true);
  });
  test.each(rows('remedy'))('the remedy $id stands in a verdict', ({ id }) => {
    expect(found.some(({ reply }) => reply.verdict?.assessment.missingItems.includes(id))).toBe(true);
  });
});

test('answers of each status are given, and the longest ones', () => {
  const given = found.flatMap(({ reply }) => reply.answer ?? []);
  expect([...new Set(given.map(({ status }) => status))].toSorted()).toEqual([
    'answered',
    'clarify',
    'declined',
    'not-in-guide',
  ]);
  expect(Math.max(...given.map(({ answer }) => answer.length))).toBeGreaterThan(900);
});

describe.each(rows)('on $name each of them', (row) => {
  /** The messages that the channel makes of each. */
  async function presented() {
    const { house } = await openedFor(row);
    const channel = house.channels.get(row.name);
    if (!channel) throw new Error(`${row.name} did not open`);
    const { split = (message: Message) => [message] } = channel;
    return found.map(({ from, reply, checklist }) => ({
      from,
      reply,
      messages: split(channel.present(reply, checklist)),
    }));
  }

  test('is shown whole: within the limits of each message, no word lost, every choice there to press or to read', async () => {
    const faults = (await presented()).flatMap(({ from, reply, messages }) => {
      const text = messages.map(row.words).join('\n');
      const carded = messages.some(({ attachments = [] }) => attachments.length > 0);
      const labels = messages.flatMap((message) => shownOf(message).pressable.map(({ label }) => label));
      return [
        ...messages.flatMap(row.faults),
        ...missingWords(reply, [text, ...(carded ? labels : [])].join('\n'), carded).map(
          (words) => `cannot be read: ${words.slice(0, 60)}`,
        ),
        ...(reply.choices ?? [])
          .filter((each) => !labels.includes(each) && !text.includes(each))
          .map((each) => `no ${each}`),
        ...(reply.download && !JSON.stringify(messages).includes(reply.download.url) ? ['no link'] : []),
      ].map((fault) => `${from}: ${fault}`);
    });
    expect(faults.slice(0, 20)).toEqual([]);
  });
});

test('every channel of the service is held to it', async () => {
  // With the settings of all, all are open.
  const all = await Promise.all(rows.map((row) => openedFor(row)));
  const open = new Set(all.flatMap(({ house }) => [...house.channels.keys()]));
  expect([...open].filter((name) => !rows.some((row) => row.name === name))).toEqual([]);
  expect(channels.length).toBeLessThanOrEqual(open.size);
});
