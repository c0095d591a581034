import fc from 'fast-check';
import { test } from 'vitest';
import { decideAll, setsOf } from '../../knowledge/findings.ts';
import { nextQuestion } from '../../knowledge/interview.ts';
import { preferencesOf } from '../../knowledge/priority.ts';
import { categoryOf } from '../../knowledge/category.ts';
import { anyFacts, wholeFacts } from '../support/anyFacts.ts';
import { answered, completed, valuesFor } from '../support/completions.ts';
import { guide } from '../support/readyCase.ts';
const said = (f: any) => JSON.stringify([setsOf(decideAll(f, guide)), preferencesOf(f, guide), categoryOf(f, guide)]);
test('collect', () => {
  const seen = new Map<string, [number, any]>(); let n = 0, q = 0;
  const whole = fc.sample(wholeFacts, 400);
  for (let facts of fc.sample(anyFacts, 400) as any[]) {
    for (const [on, ids] of [  ['lead.origin', /^lead\.employ/],  ['lead.employment', /^lead\.employmentProof/],  ['agreement.language', /^agreement\.translation/],  ['direction', /^directionFit$/]] as any) if (facts[on] === undefined) facts = Object.fromEntries(Object.entries(facts).filter(([id]) => !ids.test(id)));
    if (facts['lead.origin'] === undefined) facts = Object.fromEntries(Object.entries(facts).filter(([id]) => !id.startsWith('lead.employ')));
    n++;
    const left: any = {};
    for (;;) {
      const open = nextQuestion({ facts, left, trail: [] }, guide);
      if (!open) break;
      for (const want of open.wants) {
        left[want] = 'not-known'; q++;
        let ok = false;
        for (let i = -1; i < 10 && !ok; i++) {
          const base = i < 0 ? facts : completed(facts, whole[(n * 13 + i) % 400]!);
          const vs = valuesFor(want, facts).map((v) => said(answered(base, want, v)));
          ok = new Set(vs).size > 1;
        }
        if (!ok) { const k = `${open.id}: ${want}`.replace(/\d/g, 'n'); const o = seen.get(k) ?? [0, facts]; o[0]++; seen.set(k, o); }
      }
    }
  }
  console.log(n, q);
  for (const [k, v] of seen) console.log(k, v[0], JSON.stringify(v[1]).slice(0, 1800));
});
