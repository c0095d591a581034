/** The examples' interviews as 微信客服 says them: within its limits, and to the same end. */
import { describe, expect, test } from 'vitest';
import { contentOf } from '../../../../bot/channels/wecomKf/menu.ts';
import { kfPresenting, mostAtOnce } from '../../../../bot/channels/wecomKf/present.ts';
import { interviewed, type Message, messageOf, personaOf, personas } from '../../../support/applicant.ts';
import { dataFolder, openHall, talker } from '../../../support/hallTalk.ts';
import { kfService, kfWorld } from '../../../support/wecom/kfService.ts';

const me = 'wmqfasd1e19278asdasdasd';
const bytes = (text: unknown): number => Buffer.byteLength(String(text));

interface Content {
  text?: { content: string };
  msgmenu?: { head_content: string; list: { click: { id: string; content: string } }[] };
}

function expectWithinLimits(message: Message): void {
  const { text, msgmenu } = contentOf(message) as Content; // as WeCom gets it
  if (text) expect(bytes(text.content)).toBeLessThanOrEqual(2048);
  if (!msgmenu) return;
  expect(bytes(msgmenu.head_content)).toBeLessThanOrEqual(1024);
  expect(msgmenu.list.length).toBeLessThanOrEqual(10);
  for (const { click } of msgmenu.list) {
    expect(bytes(click.id)).toBeLessThanOrEqual(128);
    expect(bytes(click.content)).toBeLessThanOrEqual(128);
  }
}

/** A link as long as that of a public service. */
const links = { page: `https://shenbao.example.gov.cn/checklists/${'a'.repeat(43)}`, word: '' };

describe('each example, told topic by topic', () => {
  test.each(personas)(
    '$id: every message within the limits, the verdict with its checklist at once',
    async (persona) => {
      const shape = kfPresenting('desk');
      const withLink = {
        ...shape,
        present: (reply: Parameters<typeof shape.present>[0]) => shape.present(reply, links),
      };
      const hall = openHall(await dataFolder(), { present: withLink.present, channel: () => withLink });
      const plain = talker(hall, persona.id);
      let last: Message[] = [];
      const say = async (text: string) => {
        last = await plain(text);
        expect(last.length).toBeLessThanOrEqual(mostAtOnce);
        for (const each of last) expectWithinLimits(each);
        return last;
      };
      const talk = await interviewed(persona, say);
      expect(talk.assessment?.verdict).toBe(persona.expected.verdict);
      const told = last.map(({ text }) => text).join('');
      expect(told).toContain('以科技厅审核为准');
      expect(told).toContain(links.page);
      expect(told).not.toContain('回复“更多”');
      expect(last.length).toBeLessThanOrEqual(3);
    },
  );
});

test('one example through callbacks, cursor and sends: the customer reads the verdict that its facts have', async () => {
  const persona = personaOf('ex-08');
  const world = await kfWorld();
  const service = await kfService(world);
  const { kf } = world;
  const say = async (text: string): Promise<Message[]> => {
    const msgid = kf.say(me, text);
    await service.callback();
    return (await service.answered(me, msgid)).map(({ activity }) => messageOf(activity));
  };
  const talk = await interviewed(persona, say);
  const { verdict, failedRules, missingItems, toConfirm } = persona.expected;
  expect(talk.assessment).toMatchObject({ verdict });
  expect(talk.assessment?.failedRules.toSorted()).toEqual(failedRules.toSorted());
  expect(talk.assessment?.missingItems.toSorted()).toEqual(missingItems.toSorted());
  expect(talk.assessment?.toConfirm.toSorted()).toEqual(toConfirm.toSorted());
  const read = kf.seen
    .slice(-3)
    .map(({ text }) => text)
    .join('');
  expect(read).toContain('结论：');
  expect(read).toMatch(/以科技厅审核为准/);
  expect(read).toMatch(/\/checklists\/[\w-]{20,}/);
  const lines = await service.lines(me);
  expect(lines.filter(({ verdict: stands }) => stands)).toHaveLength(1);
  expect(new Set(lines.filter(({ from, seq }) => from === 'bot' && seq > 1).map(({ delivery }) => delivery))).toEqual(
    new Set(['sent']),
  );
  expect(kf.seen.length).toBeLessThanOrEqual(lines.length);
});
