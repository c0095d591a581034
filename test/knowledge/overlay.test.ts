import { describe, expect, test } from 'vitest';
import { ask } from '../../knowledge/answer/ask.ts';
import { read } from '../../knowledge/answer/readQuestion.ts';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import { type Overlay, overlaid } from '../../knowledge/overlay.ts';
import { overlayFaults, withChange } from '../../knowledge/overlayChange.ts';
import { published, ruled } from '../support/published.ts';

const guide = loadGuide('jx-intl-2023');
const cyprus = ruled(guide, { cyprus: 'europe-americas' });

describe('a guide with something laid on it', () => {
  test('is the same object for the same two, and lies on itself once', () => {
    const laid = overlaid(guide, cyprus);
    expect(overlaid(guide, cyprus)).toBe(laid);
    expect(overlaid(laid, cyprus)).toBe(laid);
    expect(overlaid(laid, null)).toBe(guide);
    const other = ruled(guide, { cyprus: 'other-countries-regions' });
    expect(overlaid(laid, other)).toBe(overlaid(guide, other));
  });

  test('is the guide itself without an overlay, and with one of another guide', () => {
    expect(overlaid(guide, null)).toBe(guide);
    const foreign: Overlay = { ...cyprus, guide: 'jx-intl-2024' };
    expect(overlaid(guide, foreign)).toBe(guide);
    expect(ask({ text: '塞浦路斯属于哪一类', guide, overlay: foreign, today: '2026-11-23' }).answer.overlay).toBeNull();
  });

  test('leaves the bare guide as it was', () => {
    const before = JSON.stringify(guide);
    const all = ruled(
      guide,
      Object.fromEntries(guide.openPoints.map(({ id, options }) => [id, options.at(-1)?.id ?? ''])),
    );
    expect(overlaid(guide, all).date('partner.registeredUntil')).toBe('2020-12-31');
    expect(guide.date('partner.registeredUntil')).toBe('2020-04-30');
    expect(JSON.stringify(guide)).toBe(before);
  });

  test('goes on where a ruling names what the guide no longer has', () => {
    const old = ruled(guide, { 'no-such-point': 'x', cyprus: 'no-such-choice' });
    expect(overlaid(guide, old).rulings).toEqual(guide.rulings);
    expect(overlayFaults(guide, old)).toHaveLength(2);
  });
});

describe('a published word', () => {
  const word = { concept: 'deadline', word: '封口日' };
  const overlay = published(guide, { words: [word] });

  test('means its concept under that overlay and under no other', () => {
    expect(read('申报的封口日', overlaid(guide, overlay)).concepts.has('deadline')).toBe(true);
    expect(read('申报的封口日', guide).concepts.has('deadline')).toBe(false);
    expect(read('申报的封口日', overlaid(guide, cyprus)).concepts.has('deadline')).toBe(false);
    expect(ask({ text: '封口日', guide, overlay, today: '2026-11-23' }).answer.answer).toContain('截止时间');
  });

  test.each([
    ['a concept that there is', { ...word, concept: 'no-such-concept' }],
    ['a word that is none yet', { ...word, word: '截止' }],
    ['a word that is none yet in another spelling', { ...word, word: '截止時間' }],
    ['two signs at least', { ...word, word: '关' }],
    ['24 signs at most', { ...word, word: '封口之日'.repeat(7) }],
    ['letters and figures', { ...word, word: '封口<b>' }],
    ['no name that objects have', { ...word, concept: '__proto__' }],
  ])('must be of %s', (_what, wrong) => {
    expect(overlayFaults(guide, published(guide, { words: [wrong] }))).toHaveLength(1);
  });
});

describe('a change', () => {
  const unit = { questions: ['停车场在哪里'], answer: '院内可停车。' };
  const first = published(guide, { units: [unit, { questions: ['食堂几点开饭'], answer: '11点半。' }] });
  const next = { guide, version: '2', date: '2026-12-01', by: '李四' };

  test('adds, replaces and drops, and leaves the version before as it was', () => {
    const before = JSON.stringify(first);
    const second = withChange(
      first,
      {
        units: [
          { id: 'q1', ...unit, answer: '院外可停车。' },
          { questions: ['去哪个窗口'], answer: '3号。' },
        ],
        drop: { units: ['q2'] },
      },
      next,
    );
    expect(second.units.map(({ id, answer, date, by }) => [id, answer, date, by])).toEqual([
      ['q1', '院外可停车。', '2026-12-01', '李四'],
      ['q3', '3号。', '2026-12-01', '李四'],
    ]);
    expect(JSON.stringify(first)).toBe(before);
  });

  test('a second ruling on a point stands in place of the first', () => {
    const rulings = [{ point: 'cyprus', choice: 'other-countries-regions' }];
    expect(withChange(cyprus, { rulings }, next).rulings).toEqual([{ ...rulings[0], date: '2026-12-01', by: '李四' }]);
    expect(withChange(cyprus, { drop: { rulings: ['cyprus'] } }, next).rulings).toEqual([]);
  });

  test.each([
    ['one question in two answers', [unit, { ...unit, questions: ['请问停车场在哪里？'] }]],
    ['no question', [{ ...unit, questions: [] }]],
    ['an empty answer', [{ ...unit, answer: ' ' }]],
    ['an answer longer than anybody reads', [{ ...unit, answer: '长'.repeat(801) }]],
    ['a quote that the guide does not have', [{ ...unit, clause: '二', quote: '没有的话' }]],
    ['a clause without its words', [{ ...unit, clause: '二' }]],
  ])('with %s may not be published', (_what, units) => {
    expect(overlayFaults(guide, published(guide, { units }))).toHaveLength(1);
  });
});
