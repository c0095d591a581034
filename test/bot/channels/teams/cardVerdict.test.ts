/** The verdict's card in Teams: whole where it fits, and never more than Teams takes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { presentTeams } from '../../../../bot/channels/teams/present.ts';
import { wireForm } from '../../../../bot/channels/teams/wire.ts';
import type { VerdictShown } from '../../../../dialogs/reply.ts';
import type { Facts } from '../../../../knowledge/facts.ts';
import { anyFacts } from '../../../support/anyFacts.ts';
import { nodesOf, textsOf } from '../../../support/cardNodes.ts';
import { guide, partner, readyFacts } from '../../../support/readyCase.ts';
import { failingFacts, fixableFacts, nothingKnown, shownVerdict } from '../../../support/shownVerdict.ts';
import { faultsOf, teamsLimits } from '../../../support/teamsLimits.ts';

const links = {
  page: `https://guohe.example.cn/checklists/${'x'.repeat(32)}`,
  word: `https://guohe.example.cn/checklists/${'x'.repeat(32)}.docx`,
};
const present = presentTeams({ guide });
const sent = (verdict: VerdictShown, checklist?: typeof links) =>
  wireForm(present({ text: '问完了，这是结论。\n\n（全文）', verdict }, checklist));
const short = '这里从简';

test.each<[string, Facts]>([
  ['fixable', fixableFacts],
  ['failing', failingFacts],
  ['ready', readyFacts],
])('the usual case (%s) is shown whole: each row with its sentence of the guide, and what is met', (_name, facts) => {
  const verdict = shownVerdict(facts);
  const message = sent(verdict, links);
  const said = textsOf(message).join('\n');
  for (const { title, what, todo, quotes } of verdict.rows)
    for (const part of [title, what, todo, ...quotes.slice(0, 1)]) expect(said).toContain(part);
  for (const { title } of verdict.met) expect(said).toContain(title);
  expect(said).not.toContain(short);
  expect(textsOf(message)[0]).toBe('问完了，这是结论。');
  expect(message.summary).toBe(`问完了，这是结论。 ${verdict.headline}`);
  expect(faultsOf(message)).toEqual([]);
});

/** Everything fails or is open, with several partners and words as long as people may write them. */
function largest(): VerdictShown {
  const long = '江西省＊很长的*名字*\\_'.repeat(160);
  const verdict = shownVerdict({
    ...nothingKnown,
    partners: [1, 2, 3, 4, 5].map((n) => partner({ name: `${long}${n}` })),
  });
  const facts = verdict.facts.map(({ label }) => ({ label, value: long }));
  const rows = [...verdict.rows, ...verdict.rows, ...verdict.rows];
  const shown = shownVerdict(fixableFacts);
  return { ...verdict, subtitle: long, facts, rows, met: shown.met, advice: shown.advice, cautions: shown.cautions };
}

describe('a verdict larger than any', () => {
  const verdict = largest();
  test.each([
    ['with a link', links, '完整清单见“打印或保存清单”'],
    ['without a link', undefined, '只列要点'],
  ])('%s is cut to what fits, and says so', (_how, checklist, note) => {
    const message = sent(verdict, checklist);
    const said = textsOf(message).join('\n');
    expect(faultsOf(message)).toEqual([]);
    expect(said).toContain(note);
    expect(said).toContain(verdict.headline);
    expect(said).toContain(verdict.caveat);
    // Every row is named, with its clause, even where there is no room for more.
    for (const { title, clauses } of verdict.rows)
      expect(said.includes(title) && clauses.every((clause) => said.includes(clause)), title).toBe(true);
  });
  test('counts what it does not show', () => {
    const numbers = textsOf(sent(verdict, links)).filter((text) => /^\d+$/.test(text));
    expect(numbers).toContain(String(verdict.met.length));
    expect(numbers).toContain(String(verdict.rows.filter(({ section }) => section === 'missing').length));
  });
});

test('no case makes a message that Teams refuses', () => {
  let most = 0;
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const message = sent(shownVerdict(facts), links);
      most = Math.max(most, Buffer.byteLength(JSON.stringify(message)));
      expect(faultsOf(message)).toEqual([]);
      expect(nodesOf(message).filter(({ type }) => type === 'AdaptiveCard')).toHaveLength(1);
    }),
    { seed: 20230508, numRuns: 150 },
  );
  // The property would prove nothing of cases that are all small.
  expect(most).toBeGreaterThan(teamsLimits.bytes * 0.6);
});
