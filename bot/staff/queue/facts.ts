/** What is known and not known of the open case, in words, and the verdict so far: as the talk itself would tell it. */
import { type Assessed, assessed } from '../../../knowledge/assess.ts';
import type { Facts } from '../../../knowledge/facts.ts';
import { storedFacts } from '../../../knowledge/factsSchema.ts';
import { factWords } from '../../../knowledge/factWords.ts';
import { wantsAbout } from '../../../knowledge/findings.ts';
import type { Guide } from '../../../knowledge/guide.ts';
import { inLanguage } from '../../../knowledge/language.ts';
import type { Overlay } from '../../../knowledge/overlay.ts';
import { splitWant } from '../../../knowledge/question.ts';
import { questionsOf } from '../../../knowledge/questions/index.ts';
import { entriesOf } from '../../../knowledge/recorded.ts';
import type { CaseRecord } from '../../../state/conversation.ts';
import type { Role } from '../route.ts';

export interface Known {
  name: string;
  value: string;
}

export interface NotKnown {
  name: string;
  /** Asked for and not given; absent where it was not asked yet. */
  why?: string;
}

export interface CaseShown {
  name: string;
  known: Known[];
  notKnown: NotKnown[];
  verdict: Assessed;
}

const language = 'zh';
const birth = 'lead.birthDate';
const left: Readonly<Record<string, string>> = { 'not-known': '说不知道', skipped: '跳过了', 'put-off': '先放着' };

interface Asking {
  guide: Guide;
  overlay: Overlay | null;
  /** ISO day. */
  today: string;
  role: Role;
  /** What the person wants to know. */
  question: string;
}

export function caseShown(record: CaseRecord, { guide, overlay, today, role, question }: Asking): CaseShown {
  const facts = storedFacts(record.facts);
  const verdict = assessed(facts, guide, overlay, today, language);
  const shown = role !== 'reader' && ageMatters(question, verdict, guide);
  const known = entriesOf(facts, guide, language).map(({ path, name, value }) => ({
    name,
    value: path === birth && !shown ? '已填（此处不显示）' : value,
  }));
  return { name: record.name, known, notKnown: notKnown(record, facts, guide), verdict };
}

/** The question asks about age, or the verdict hangs on it. */
function ageMatters(question: string, { assessment }: Assessed, guide: Guide): boolean {
  if (/年龄|年纪|周岁|\d岁|[几多]大|出生|生日|超龄|生的/.test(question)) return true;
  const open = new Set([...assessment.failedRules, ...assessment.toConfirm]);
  return guide.rules.some(({ row, rule }) => open.has(row.id) && rule.needs.includes(birth));
}

/** What open rules still need, in the order of the questions. */
function notKnown(record: CaseRecord, facts: Facts, guide: Guide): NotKnown[] {
  const names = factWords(language);
  const found = new Map<string, NotKnown>();
  for (const { settles } of questionsOf(guide)) {
    for (const want of wantsAbout(settles, facts, guide)) {
      const { path } = splitWant(want);
      const asking = guide.rules.find(({ rule }) => rule.asks.includes(path));
      const name = names[path]?.name ?? (asking && inLanguage(asking.row.words, language).title);
      const why = left[record.left[want] ?? ''];
      if (name !== undefined && !found.get(name)?.why) found.set(name, { name, ...(why && { why }) });
    }
  }
  // What was asked for comes first.
  return [...found.values()].sort((one, other) => Number(other.why !== undefined) - Number(one.why !== undefined));
}
