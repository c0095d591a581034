/** What is told beside a verdict, and asked, once a point of the guide is ruled on. */
import { describe, expect, test } from 'vitest';
import { assessed } from '../../knowledge/assess.ts';
import type { Facts } from '../../knowledge/facts.ts';
import { fill } from '../../knowledge/fill.ts';
import { nextQuestion } from '../../knowledge/interview.ts';
import { overlaid } from '../../knowledge/overlay.ts';
import { ruled } from '../support/published.ts';
import { changed, guide, partner } from '../support/readyCase.ts';
import { founded, young } from './rulings.cases.ts';

const today = '2026-11-23';

/** Ids of the cautions. */
const told = (facts: Facts, choices: Readonly<Record<string, string>>): string[] =>
  assessed(facts, guide, ruled(guide, choices), today, 'zh').cautions.map(({ id }) => id);

test('what is settled pushes no caution out of the six', () => {
  const partners = [partner({ country: '日本', city: '高松' }), partner({ country: '韩国', city: '' })];
  const facts = changed({ direction: 19, partners, 'agreement.form': 'none', 'lead.civilServant': true });
  const bare = assessed(facts, guide, null, today, 'zh').cautions.map(({ id }) => id);
  expect(bare).toHaveLength(6);
  const all = told(facts, { 'civil-servant-member': 'allowed', 'expired-agreements': 'counts' });
  for (const id of bare.filter((each) => each !== 'civil-servant-member' && !each.startsWith('years-')))
    expect(all).toContain(id);
  expect(all.filter((id) => !id.startsWith('ruling-'))).toHaveLength(6);
});

test('the two years are not spoken of where a ruling says which years are wanted', () => {
  const choices = { 'young-company-audit': 'since-founding' };
  expect(told(changed(young([])), choices)).not.toContain('which-two-years');
  const older = told(changed({ ...young([]), ...founded('2020-03-01') }), choices);
  expect(older).toContain('which-two-years');
  expect(older.join()).not.toContain('ruling-');
});

test('a company founded in 2022 is asked for the report of 2022 alone, where that was ruled', () => {
  const facts = changed({ ...young(undefined), 'unit.auditedStatementsComplete': undefined });
  const overlay = ruled(guide, { 'young-company-audit': 'since-founding' });
  const asked = nextQuestion({ facts, left: {}, trail: [] }, overlaid(guide, overlay));
  const ask = asked?.question.wording.zh.ask ?? '';
  expect(fill(ask, facts, overlaid(guide, overlay), 'zh')).toMatch(/^2022年度会计师事务所/);
  expect(fill(ask, facts, guide, 'zh')).toMatch(/^2021、2022年度会计师事务所/);
});

describe('a point that decides nothing', () => {
  test('is told in place of the caution that says that it is open', () => {
    const facts = changed({ 'lead.civilServant': true });
    expect(told(facts, {})).toContain('civil-servant-member');
    expect(told(facts, { 'civil-servant-member': 'allowed' })).not.toContain('civil-servant-member');
    expect(told(facts, { 'civil-servant-member': 'allowed' })).toContain('ruling-civil-servant-member');
  });

  test('is told once where it stands for several cautions', () => {
    const facts = changed({
      partners: [partner({ country: '日本', city: '高松' }), partner({ country: '韩国', city: '' })],
    });
    const ids = told(facts, { 'expired-agreements': 'counts' });
    expect(ids.filter((id) => id === 'ruling-expired-agreements')).toHaveLength(1);
    expect(ids.filter((id) => id.startsWith('years-'))).toEqual([]);
  });
});
