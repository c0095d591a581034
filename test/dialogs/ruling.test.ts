import { describe, expect, test } from 'vitest';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import { published, ruled } from '../support/published.ts';
import { readyAnswers, type Talk, talk } from '../support/talk.ts';

const guide = loadGuide('jx-intl-2023');
const told = (
  overlay: Parameters<typeof talk>[2],
  ...changes: readonly [from: string, to: string][]
): [Talk, string] => {
  const person = talk({}, '2023-05-08', overlay);
  const said = readyAnswers.map((answer) => {
    const [, to = answer] = changes.find(([from]) => from === answer) ?? [];
    return person
      .say(to)
      .map(({ text }) => text)
      .join('\n');
  });
  return [person, said.join('\n')];
};
const onTheDay: [from: string, to: string] = ['南昌市，1959-03-10', '南昌市，2022年5月1日'];
const inTaiwan: [from: string, to: string] = ['韩国的庆熙大学，在首尔', '台湾的成功大学，在台南'];
const verdict = ([person]: [Talk, string]) => person.last().at(-1)?.verdict?.assessment;

describe('in a talk', () => {
  test('a unit registered on the day is told at once what the ruling says, with the way out', () => {
    const heard = told(ruled(guide, { 'registered-on-the-day': 'does-not-count' }), onTheDay);
    expect(heard[1]).toMatch(/要先说一声：.*按咨询台答复（2026年11月23日，王敏）.*换一家2022年4月30日及以前注册的单位/);
    expect(verdict(heard)?.failedRules).toEqual(['unit.registered-before']);
  });

  test('where the day counts nothing stands in the way, and the verdict says by whom', () => {
    const heard = told(ruled(guide, { 'registered-on-the-day': 'counts' }), onTheDay);
    expect(heard[1]).not.toContain('要先说一声');
    expect(verdict(heard)).toMatchObject({ verdict: 'ready', overlay: '2026-11-23-1' });
    expect(verdict(heard)?.text).toContain('按咨询台答复（2026年11月23日，王敏）');
  });

  test('without a ruling it is to be confirmed, and nothing speaks of the help desk', () => {
    const heard = told(null, onTheDay);
    expect(verdict(heard)).toMatchObject({ verdict: 'needs-confirmation', overlay: null });
    expect(heard[1]).not.toContain('咨询台答复');
  });

  test('a partner in Taiwan is a partner like others where that was ruled', () => {
    const may = told(ruled(guide, { 'taiwan-partner': 'other-countries-regions' }), inTaiwan);
    expect(verdict(may)?.toConfirm).toEqual([]);
    const mayNot = told(ruled(guide, { 'taiwan-partner': 'not-allowed' }), inTaiwan);
    expect(verdict(mayNot)?.failedRules).toEqual(['scope.taiwan-gap']);
    expect(verdict(mayNot)?.text).not.toContain('涉台主管部门');
  });

  test('a published answer is given in mid-interview, and the open question asked again', () => {
    const person = talk(
      {},
      '2023-05-08',
      published(guide, { units: [{ questions: ['咨询电话是多少'], answer: '0791-12345678。' }] }),
    );
    person.sayAll('负责人本人', '高校');
    const before = person.last().at(-1)?.question?.id;
    const [first] = person.say('请问咨询电话是多少？');
    expect(first?.text).toContain('咨询台答复（2026年11月23日）：0791-12345678');
    expect(person.last().at(-1)?.question?.id).toBe(before);
    expect(first?.basis?.citations).toEqual([{ source: '咨询台答复', date: '2026-11-23', quote: '0791-12345678。' }]);
  });
});
