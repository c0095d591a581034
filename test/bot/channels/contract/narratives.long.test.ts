/** The twelve examples and the golden conversations over every channel: the same words, the same questions, the same verdict. */
import { expect, test } from 'vitest';
import { storedFacts } from '../../../../knowledge/factsSchema.ts';
import type { Heard } from '../../../support/channelTalk.ts';
import { openedFor } from '../../../support/channelTalkRow.ts';
import { rows } from '../../../support/channelTalkRows.ts';
import { type Script, scripts, type Turned } from '../../../support/channelTalkScript.ts';
import { missingWords } from '../../../support/channelTalkWords.ts';
import { judged } from '../../../support/readyCase.ts';

let told: Promise<Script[]> | undefined;

/** What of the replies the person did not read, or was asked otherwise. */
function differences({ said, replies }: Turned, { seen, question }: Heard): string[] {
  const text = seen.map((each) => each.text).join('\n');
  const labels = seen.flatMap(({ buttons }) => buttons.map(({ label }) => label));
  const asked = replies.findLast((reply) => reply.question)?.question?.id;
  return [
    // A card shows in places of their own what a text shows in one.
    ...replies.flatMap((reply) => missingWords(reply, [text, ...labels].join('\n'), true)),
    ...replies
      .flatMap(({ choices = [] }) => choices)
      .filter((choice) => !labels.includes(choice) && !text.includes(choice)),
    ...(asked === question ? [] : [`${asked} → ${question}`]),
  ].map((difference) => `${said}: ${difference}`);
}

test.each(rows)(
  'on $name',
  async (row) => {
    told ??= scripts();
    const { house, person } = await openedFor(row);
    const all = await told;
    // The toy is no channel of the service: three of them show that it would do.
    for (const { name, turns, end } of row.name === 'toy' ? all.slice(0, 3) : all) {
      const me = await person(`person-${name.replace(/\W/g, '-')}`);
      const wrong: string[] = [];
      for (const turn of turns) {
        house.time.pass(turn.after * 3600);
        wrong.push(...differences(turn, await me.say(turn.said)));
      }
      expect([name, ...wrong]).toEqual([name]);
      const kept = await me.open();
      expect(kept?.facts).toEqual(end?.facts);
      const facts = storedFacts(kept?.facts ?? {});
      expect(judged(facts)).toEqual(judged(storedFacts(end?.facts ?? {})));
    }
    expect(house.log()).not.toMatch(/"level":(?:50|60)/);
  },
  120_000,
);
