/** Proposals as they are kept, over both homes. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  authorsOf,
  type ContentInput,
  fingerprintOf,
  content as form,
  longest,
} from '../../../../bot/staff/knowledge/proposal.ts';
import {
  addProposal,
  allProposals,
  changeProposal,
  mayChange,
  readProposal,
} from '../../../../bot/staff/knowledge/proposals.ts';
import { StaleError } from '../../../../state/documents.ts';
import { inEveryHome } from '../../../support/homes.ts';

const li = { id: 'li', name: '李四' };
const wang = { id: 'wang', name: '王五' };
const now = new Date('2023-05-08T02:00:00Z');
const unit: ContentInput = { kind: 'unit', questions: ['推荐函要盖什么章？'], answer: '盖推荐单位公章。' };
const step = (did: 'edited' | 'approved' | 'rejected' | 'compared', by = wang) => ({ did, at: now.toISOString(), by });

inEveryHome((empty) => {
  test('what is proposed is found again, with who and when', async () => {
    const { store } = await empty();
    const id = await addProposal(store.documents, unit, li, now);
    const kept = await readProposal(store.documents, id);
    expect(kept?.proposal).toMatchObject({
      state: 'proposed',
      content: unit,
      steps: [{ did: 'proposed', at: now.toISOString(), by: li }],
    });
    expect(await allProposals(store.documents)).toHaveLength(1);
    expect(await readProposal(store.documents, randomUUID())).toBeUndefined();
  });

  test('of two who change the same one, the second is told', async () => {
    const { store } = await empty();
    const id = await addProposal(store.documents, unit, li, now);
    const seen = await readProposal(store.documents, id);
    if (!seen) throw new Error('not kept');
    await changeProposal(store.documents, seen, { state: 'rejected' }, step('rejected'));
    await expect(changeProposal(store.documents, seen, { state: 'approved' }, step('approved'))).rejects.toThrow(
      StaleError,
    );
    expect((await readProposal(store.documents, id))?.proposal.state).toBe('rejected');
  });

  test('one that is not fit to be decided on is a draft, and nothing of it is lost', async () => {
    const { store } = await empty();
    const answer = '长'.repeat(longest.answer + 1);
    const id = await addProposal(store.documents, { ...unit, answer }, li, now);
    expect((await readProposal(store.documents, id))?.proposal).toMatchObject({ state: 'draft', content: { answer } });
  });

  test('who changed it stays its author however often it is compared afterwards', async () => {
    const { store } = await empty();
    const id = await addProposal(store.documents, unit, li, now);
    let kept = await readProposal(store.documents, id);
    if (!kept) throw new Error('not kept');
    kept = await changeProposal(store.documents, kept, {}, step('edited'));
    for (let times = 0; times < 110; times += 1)
      kept = await changeProposal(store.documents, kept, {}, step('compared', { id: `c${times}`, name: '陈七' }));
    expect([...authorsOf(kept.proposal)].map((each) => each.id)).toEqual(['li', 'wang']);
    expect(kept.proposal.steps).toHaveLength(100);
    expect(kept.proposal.steps.at(-1)?.by.id).toBe('c109');
    // Deeds that count are never forgotten: beyond a bound there are no more of them.
    for (let times = 0; times < 98; times += 1) {
      expect(mayChange(kept.proposal)).toBe(true);
      kept = await changeProposal(store.documents, kept, {}, step('edited'));
    }
    expect(mayChange(kept.proposal)).toBe(false);
    kept = await changeProposal(store.documents, kept, {}, step('compared'));
    expect(kept.proposal.steps.filter(({ did }) => did !== 'compared')).toHaveLength(100);
    expect(kept.proposal.steps.at(-1)?.did).toBe('compared');
  });
});

test('signs that turn text around, or are not seen, are left out; markup and formulas stay text', () => {
  const typed = '\u202E反的\u2066<script>alert(1)</script>\u0000=cmd|1 **粗** \uFEFF';
  const found = form.parse({
    kind: 'unit',
    questions: [typed, typed, '', 'x'.repeat(9000)],
    answer: `一行\r\n二行${typed}`,
  });
  expect(found).toMatchObject({
    questions: ['反的<script>alert(1)</script>=cmd|1 **粗**', 'x'.repeat(longest.kept)],
    answer: '一行\n二行反的<script>alert(1)</script>=cmd|1 **粗**',
  });
});

test('everybody who proposed or changed it is its author; the fingerprint is that of the content alone', () => {
  const at = now.toISOString();
  const content = { kind: 'unit' as const, questions: ['问'], answer: '答' };
  const steps = [
    { did: 'proposed' as const, at, by: li },
    { did: 'edited' as const, at, by: { id: 'zhao', name: '赵六' } },
    { did: 'edited' as const, at, by: wang },
  ];
  const authors = authorsOf({ steps });
  expect(authors).toEqual([li, { id: 'zhao', name: '赵六' }, wang]);
  expect(fingerprintOf(content)).toBe(fingerprintOf({ answer: '答', questions: ['问'], kind: 'unit' }));
  expect(fingerprintOf(content)).not.toBe(fingerprintOf({ ...content, answer: '答 ' }));
});
