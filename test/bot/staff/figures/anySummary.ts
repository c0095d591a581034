/** Summaries as conversations might leave them, and filters of the page of the figures. */
import fc from 'fast-check';
import { sameKey } from '../../../../state/sameQuestion.ts';
import type { DeskSpan, Summary, SummaryFilter } from '../../../../state/summary.ts';

const start = Date.parse('2023-03-20T00:00:00Z');
const time = fc.nat({ max: 80 * 24 * 60 }).map((minutes) => new Date(start + minutes * 60_000).toISOString());
const some = <T>(of: readonly T[], most: number) => fc.uniqueArray(fc.constantFrom(...of), { maxLength: most });

const steps = ['unit.kind', 'partner.who', 'lead.birthDate', 'a.question.of.another.guide', 'constructor'];
const rules = ['lead.age', 'unit.registered-year', 'agreement.exists', 'docs.basis-evidence', '__proto__'];
const asked = [
  '食堂几点开门',
  '请问食堂几点开门？',
  '食堂几点开门呢，谢谢',
  '能不能分期拨付？',
  '能不能分期拨付',
  '？？？',
  '',
  '\u0007',
  '<b>=1+1</b>',
  '半\ud83d',
  '㍿'.repeat(40),
  '长'.repeat(80),
  'constructor',
];

const unanswered = fc
  .record({
    seq: fc.integer({ min: 1, max: 50 }),
    text: fc.constantFrom(...asked),
    status: fc.constantFrom('not-in-guide' as const, 'declined' as const, 'clarify' as const),
    keyed: fc.boolean(),
  })
  .map(({ keyed, ...each }) => (keyed ? { ...each, key: sameKey(each.text) } : each));

const span: fc.Arbitrary<DeskSpan> = fc.record(
  {
    item: fc.uuid(),
    state: fc.constantFrom('pending' as const, 'taken' as const, 'answered' as const, 'closed' as const),
    question: fc.constantFrom(...asked),
    why: fc.constant('person'),
    askedAt: time,
    takenAt: time,
    answeredAt: time,
  },
  { requiredKeys: ['item', 'state', 'question', 'why', 'askedAt'] },
);

export const anySummary: fc.Arbitrary<Summary> = fc.record(
  {
    conversation: fc.uuid(),
    channel: fc.constantFrom('directline', 'msteams', 'wecom', 'wecomKf', 'another'),
    guide: fc.constantFrom('jx-intl-2023', 'jx-intl-2024'),
    overlay: fc.constant(null),
    begunAt: time,
    lastAt: time,
    messages: fc.nat(200),
    startedAt: time,
    questions: fc.constant([]),
    step: fc.constantFrom(...steps),
    verdict: fc.constantFrom('ready', 'fixable', 'needs-confirmation', 'not-eligible'),
    verdictAt: time,
    rules: some(rules, 4),
    directions: fc.constant([]),
    unanswered: fc.array(unanswered, { maxLength: 5 }),
    answered: fc.constant({}),
    satisfaction: fc.constantFrom('good' as const, 'bad' as const),
    desk: fc.array(span, { maxLength: 3 }),
    flagged: fc.boolean(),
    corrected: fc.boolean(),
    reviewed: fc.boolean(),
    notes: fc.nat(3),
  },
  {
    requiredKeys: [
      'conversation',
      'channel',
      'guide',
      'overlay',
      'begunAt',
      'lastAt',
      'messages',
      'questions',
      'rules',
      'directions',
      'unanswered',
      'answered',
      'desk',
      'flagged',
      'corrected',
      'reviewed',
      'notes',
    ],
  },
);

export const anyFilter: fc.Arbitrary<SummaryFilter> = fc.record(
  {
    since: time,
    until: time,
    channel: fc.constantFrom('wecom', 'directline', 'nobody'),
    guide: fc.constant('jx-intl-2023'),
  },
  { requiredKeys: [] },
);
