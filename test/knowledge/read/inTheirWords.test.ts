import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../knowledge/facts.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';
import { questionsOf } from '../../../knowledge/questions/index.ts';
import { whenAndHowMuch } from './whenAndHowMuch.examples.ts';
import { withWhomAndWhat } from './withWhomAndWhat.examples.ts';

const guide = loadGuide('jx-intl-2023');
const known: Facts = { partners: [{ country: '德国', city: '吉森' }] };
const aboutKnown = new Set(['partner.registered', 'partner.legal', 'partner.basis', 'participants']);

function answerOf(topic: string, text: string) {
  const question = questionsOf(guide).find((each) => each.topic === topic);
  const facts = aboutKnown.has(topic) ? known : {};
  const reading = question?.read(text, { facts, guide, today: '2023-05-08', index: 0 });
  return reading?.is === 'value' ? reading.value : reading?.is === 'unknown' ? 'unknown' : 'ask';
}

describe.each([...whenAndHowMuch, ...withWhomAndWhat])('an answer in their own words about %s', (topic, rows) => {
  it.each(rows)('%s', (text, expected) => {
    const answer = answerOf(topic, text);
    if (typeof expected === 'string') expect(answer).toBe(expected);
    else expect(answer).toMatchObject(expected);
  });
});
