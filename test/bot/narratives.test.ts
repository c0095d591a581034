/** The twelve examples as people tell them, topic by topic through Direct Line: each must end as its facts do. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Interview, interviewed, type Persona, personas } from '../support/applicant.ts';
import { dataFolder, openHall, talker } from '../support/hallTalk.ts';
import { expectPromises } from '../support/promises.ts';
import { connect } from '../support/publishedClient.ts';
import { realService } from '../support/realService.ts';

/** What a narrative leaves out although its facts have it, so that it must be confirmed. */
const unsaid: Record<string, string[]> = { 'ex-10': ['lead.not-programme-manager'] };
const messages = new Map<string, number>();

function expectEnd({ assessment }: Interview, { id, expected }: Persona): void {
  const { verdict, failedRules, missingItems, toConfirm, preferences } = expected;
  expect(assessment?.verdict).toBe(verdict);
  expect(assessment?.failedRules.toSorted()).toEqual(failedRules.toSorted());
  expect(assessment?.missingItems.toSorted()).toEqual(missingItems.toSorted());
  expect(assessment?.toConfirm.toSorted()).toEqual([...toConfirm, ...(unsaid[id] ?? [])].toSorted());
  const entries = (list: typeof preferences = []) => list.map(({ entry, status }) => `${status} ${entry}`).toSorted();
  expect(entries(assessment?.preferences)).toEqual(entries(preferences));
}

describe('by the published client', () => {
  test.each(personas)('$id', async (persona) => {
    const { url } = await realService(await dataFolder());
    const me = connect(url);
    onTestFinished(() => me.leave());
    const talk = await interviewed(persona, me.say);
    expectPromises(talk);
    expectEnd(talk, persona);
    // A topic that was answered in full is not asked again: only what was left open is.
    const whole = talk.asked.filter(({ id }) => !id.includes('/')).map(({ id }) => id);
    expect(whole.filter((id, at) => whole.indexOf(id) !== at)).toEqual([]);
    messages.set(persona.id, talk.asked.length + 1);
  });

  test('in thirty messages or fewer for half of them', () => {
    const counts = [...messages.values()].toSorted((one, other) => one - other);
    expect(counts).toHaveLength(personas.length);
    expect(counts[counts.length >> 1]).toBeLessThanOrEqual(30);
  });
});

describe('when the opening line comes first, the end is the same', () => {
  test.each(personas)('$id', async (persona) => {
    const [opening = '开始自查'] = persona.answers.get('opening') ?? [];
    const say = talker(openHall(await dataFolder()), persona.id);
    const [first] = await say(opening);
    // A line that tells nothing opens nothing; then the person says so.
    const begun = first?.channelData?.question !== undefined;
    const talk = await interviewed(persona, say, begun ? '继续' : '开始自查');
    expectEnd(talk, persona);
  });
});
