import { describe, expect, test } from 'vitest';
import { type Message, openQuestion, personas } from '../../support/applicant.ts';
import { englishAnswers } from '../../support/englishApplicant.ts';
import { dataFolder, openHall, talker } from '../../support/hallTalk.ts';
import { chineseIn } from '../../support/onlyEnglish.ts';

const sorted = (ids: readonly string[]): string[] => [...ids].sort();

/** Everything that a person reads of a message: its text, its buttons, its card. */
const shownIn = (message: Message): string[] => {
  const found: string[] = [];
  const look = (value: unknown, key = ''): void => {
    if (typeof value === 'string' && /^(?:text|title|fallbackText|speak|label|altText)$/.test(key)) found.push(value);
    else if (Array.isArray(value)) for (const each of value) look(each, key);
    else if (typeof value === 'object' && value !== null)
      for (const [name, each] of Object.entries(value)) if (name !== 'channelData') look(each, name);
  };
  look({ ...message });
  return found;
};

/** What the person typed in Chinese: it is said back as they wrote it. */
const namesIn = (facts: unknown): string[] =>
  [...JSON.stringify(facts).matchAll(/"name":"([^"]+)"/g)].map(([, name = '']) => name);

describe.each(personas)('the worked case $id, told in English', (persona) => {
  test('comes to the same verdict and sets as in Chinese, and is answered in English', async () => {
    const say = talker(openHall(await dataFolder()), 'a professor from abroad');
    const answer = englishAnswers(persona);
    const heard: Message[] = [];
    let text = 'Hello, I would like to check whether we can apply.';
    let asked = 0;
    for (; asked < 60; asked += 1) {
      const replies = await say(text);
      heard.push(...replies);
      const question = openQuestion(replies);
      if (replies.some(({ channelData }) => channelData?.assessment) || !question) break;
      text = answer(question.id);
    }
    const found = heard.flatMap(({ channelData }) => channelData?.assessment ?? []).at(-1);
    const { verdict, failedRules, missingItems, toConfirm, preferences } = persona.expected;
    expect(found?.verdict).toBe(verdict);
    expect(sorted(found?.failedRules ?? [])).toEqual(sorted(failedRules));
    expect(sorted(found?.missingItems ?? [])).toEqual(sorted(missingItems));
    expect(sorted(found?.toConfirm ?? [])).toEqual(sorted(toConfirm));
    expect(sorted(found?.preferences.map(({ entry }) => entry) ?? [])).toEqual(
      sorted(preferences.map(({ entry }) => entry)),
    );
    const own = namesIn(persona.facts);
    const read = heard.flatMap(shownIn).map((each) => own.reduce((rest, name) => rest.replaceAll(name, ''), each));
    expect(read.flatMap(chineseIn)).toEqual([]);
  });
});
