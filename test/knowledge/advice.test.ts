/** What the guide only advises or tells: as what it is handed out, and to whom it is told as a reminder. */
import { describe, expect, test } from 'vitest';
import { assessed } from '../../knowledge/assess.ts';
import { type Change, changed, guide, judged, today } from '../support/readyCase.ts';

test('what the guide asks of a project without saying how it is judged is advice, what it tells of the procedure is information', () => {
  const ids = (kind: string): string[] =>
    judged({})
      .findings.flatMap((each) => (each.kind === kind ? [each.rule] : []))
      .sort();
  expect(ids('advice')).toEqual([
    'agreement.ip-doc',
    'app.goals',
    'common.achievement',
    'common.all',
    'common.credit',
    'common.full-meeting',
    'common.joint-event',
    'common.visits',
    'direction.indicators',
    'funding.budget-true',
    'funding.shortfall-self',
    'lead.employment-proof-attached',
    'partner.quality',
    'partner.trust',
    'process.recommender',
    'scope.activity',
    'scope.lead-jiangxi',
    'scope.purpose',
    'unit.capability',
  ]);
  expect(ids('info')).toEqual([
    'agreement.seal-depends',
    'direction.quota',
    'funding.mode',
    'process.notice',
    'template.optional',
  ]);
});

describe('the reminder', () => {
  const reminded = (id: string, change: Change): boolean =>
    assessed(changed(change), guide, null, today, 'zh').advice.some((each) => each.id === id);

  test.each([
    ['mainland', false],
    ['foreign', true],
    ['hk', true],
    ['macao', true],
    ['taiwan', true],
    [undefined, true],
  ] as const)('of the proof of employment, where the lead is from %s: %s', (origin, told) => {
    expect(reminded('lead.employment-proof-attached', { 'lead.origin': origin })).toBe(told);
  });

  test.each([
    ['new-joint', true],
    ['long-term-only', true],
    ['none', false],
    [undefined, true],
  ] as const)('of the papers about rights, where the agreement is %s: %s', (form, told) => {
    expect(reminded('agreement.ip-doc', { 'agreement.form': form })).toBe(told);
  });

  test.each(['funding.shortfall-self', 'scope.lead-jiangxi', 'common.all', 'process.recommender'])(
    '%s is for all',
    (id) => {
      expect([reminded(id, {}), assessed({}, guide, null, today, 'zh').advice.some((each) => each.id === id)]).toEqual([
        true,
        true,
      ]);
    },
  );
});
