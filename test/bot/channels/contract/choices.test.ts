/** Every choice works by its label, by its number and by its button: all three lead to the same facts. */
import { describe, expect, test } from 'vitest';
import { words } from '../../../../dialogs/wording.ts';
import { phraseIn } from '../../../../knowledge/language.ts';
import { questionsOf } from '../../../../knowledge/questions/index.ts';
import type { Heard, Seen, Talker } from '../../../support/channelTalk.ts';
import { openedFor } from '../../../support/channelTalkRow.ts';
import { rows } from '../../../support/channelTalkRows.ts';
import { asking, caseOf } from '../../../support/everyReplyStates.ts';
import { conversationOf, type Doing, openTurning } from '../../../support/everyReplyTurn.ts';
import { guide, readyFacts } from '../../../support/readyCase.ts';

/** The choices that a question of this id offers; `items`: numbers mean other things there. */
function choicesOf(id: string): { choices: readonly string[]; items: boolean } {
  if (id === 'behalf') return { choices: words('zh').behalfChoices, items: false };
  const [whole = id, path] = id.replace(/#\d+/, '').split('/');
  const question = questionsOf(guide).find((each) => each.id === whole);
  const part = path === undefined ? undefined : question?.parts?.[path];
  if (part) return { choices: (part.choices ?? []).map((each) => phraseIn(each, 'zh')), items: false };
  const { choices = [], list = [] } = question?.wording.zh ?? {};
  return { choices, items: list.length > 0 };
}

const all = questionsOf(guide).flatMap(({ id, parts = {} }) => [
  id,
  ...Object.keys(parts).map((path) => `${id}/${path}`),
]);

test('in the dialogs, each choice of each question', async () => {
  const turning = await openTurning();
  const different: string[] = [];
  for (const id of all) {
    const { choices, items } = choicesOf(id);
    for (const [at, choice] of choices.entries()) {
      const open = () => conversationOf(caseOf(readyFacts, asking(id)));
      const ways: (Doing | string)[] = [choice, { text: choice, pressed: id }, ...(items ? [] : [String(at + 1)])];
      const ends = [];
      for (const way of ways) ends.push((await turning.turn(way, open())).record.cases[0]);
      const [first, ...others] = ends.map((each) => JSON.stringify([each?.facts, each?.left, each?.trail]));
      if (others.some((each) => each !== first)) different.push(`${id}: ${choice}`);
    }
  }
  await turning.end();
  expect(different).toEqual([]);
});

/** What is typed where there is nothing to choose. */
const typed: Readonly<Record<string, string>> = {
  'partner.who': '韩国的庆熙大学，在首尔',
  'lead.birthDate': '1970年6月18日',
  'lead.title': '教授',
  'unit.name': '江西中医药大学',
  'unit.registration': '南昌市，1959-03-10',
  'partner.registered': '1949年',
  direction: '方向十一，经典名方物质基准',
  'funding.applied': '100万',
  'unit.ownFunds': '200万',
  'project.duration': '3年',
  participants: '就这一家外方，排第一位',
};

type Way = 'label' | 'number' | 'button';

/** A long label may be cut on its button. */
const isFor =
  (choice: string) =>
  (button: Seen['buttons'][number]): boolean =>
    button.label === choice || (button.label.endsWith('…') && choice.startsWith(button.label.slice(0, -1)));

function act(me: Talker, way: Way, pick: number, { seen, question = '' }: Heard): Promise<Heard> {
  const { choices, items } = choicesOf(question);
  const at = Math.min(pick, choices.length - 1);
  const choice = choices[at];
  if (choice === undefined) return me.say(typed[question] ?? '跳过');
  if (way === 'label' || (way === 'number' && items)) return me.say(choice);
  if (way === 'number') return me.say(String(at + 1));
  const button = seen.flatMap(({ buttons }) => buttons).find(isFor(choice));
  // A list to tick has no buttons beside it in 企业微信.
  if (!button && items && seen.some(({ tick }) => tick)) return me.say(choice);
  if (!button) throw new Error(`${question}: no button for ${choice}`);
  return me.press(button);
}

/** The whole interview, with the first, second or third choice of each question in turn. */
async function interviewed(me: Talker, way: Way) {
  let heard = await me.say('开始自查');
  const asked: string[] = [];
  while (heard.question !== undefined && asked.length < 80) {
    asked.push(heard.question);
    heard = await act(me, way, asked.length % 3, heard);
  }
  const record = await me.open();
  return { asked, facts: record?.facts, left: record?.left, ended: record?.ended };
}

test.each(['msteams', 'wecom'])('a list of %s is ticked as its numbers are typed', async (name) => {
  const row = rows.find((each) => each.name === name);
  if (!row) throw new Error(`no channel ${name}`);
  const { person } = await openedFor(row);
  const ends = [];
  for (const who of ['types', 'ticks']) {
    const me = await person(who);
    let heard = await me.say('开始自查');
    while (heard.question !== 'agreement.content') heard = await act(me, 'label', 0, heard);
    const list = heard.seen.find(({ tick }) => tick);
    if (!list) throw new Error('no list to tick');
    await (who === 'types' ? me.say('1、3') : me.tick(list, [1, 3]));
    ends.push((await me.open())?.facts['agreement.content']);
  }
  expect(Object.values(ends[0] ?? {}).filter(Boolean)).toHaveLength(2);
  expect(ends[1]).toEqual(ends[0]);
});

describe.each(rows)('over the wire of $name', (row) => {
  const ways: Way[] = ['console', 'toy'].includes(row.name) ? ['label', 'number'] : ['label', 'number', 'button'];
  test('a whole interview', async () => {
    const { person } = await openedFor(row);
    const ends = [];
    for (const way of ways) ends.push(await interviewed(await person(`by-${way}`), way));
    expect(ends[0]?.ended).toBe(true);
    for (const end of ends) expect(end).toEqual(ends[0]);
  });
});
