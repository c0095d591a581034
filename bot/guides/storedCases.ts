/** Stored cases decided by another guide than theirs: how many verdicts would move, whose, and by which rules. Nothing is written. */

import { type MovedRule, verdictMoves } from '../../knowledge/diff/verdictMove.ts';
import { storedFacts } from '../../knowledge/factsSchema.ts';
import type { Verdict } from '../../knowledge/findings.ts';
import type { Guide } from '../../knowledge/guide.ts';
import type { ConversationRecord } from '../../state/conversation.ts';
import type { Env } from '../env.ts';

export interface MovedCase {
  conversation: string;
  /** Which case of the conversation, from 1. */
  number: number;
  before: Verdict;
  after: Verdict;
  rules: MovedRule[];
  directionGone: boolean;
}

export interface CasesCompared {
  /** Cases that began by the old guide, and in which something was answered. */
  cases: number;
  moved: MovedCase[];
  /** How many verdicts each rule has a part in, the most first. */
  movers: (MovedRule & { cases: number })[];
  /** Cases of other guides, and conversations that cannot be read: left out. */
  others: number;
  damaged: number;
}

/** Documents of the home that the environment names, to be looked at only. */
export async function* storedRecords({
  DATABASE_URL,
  DATA_DIR,
}: Pick<Env, 'DATABASE_URL' | 'DATA_DIR'>): AsyncGenerator<ConversationRecord | undefined> {
  // The database's driver is loaded by those who need it.
  if (DATABASE_URL !== undefined)
    yield* (await import('../../state/postgres/recordList.ts')).recordsInDatabase(DATABASE_URL);
  else yield* (await import('../../state/lowdb/records.ts')).recordsIn(DATA_DIR);
}

export async function compareCases(
  records: AsyncIterable<ConversationRecord | undefined>,
  before: Guide,
  after: Guide,
): Promise<CasesCompared> {
  const moves = verdictMoves(before, after);
  const found: CasesCompared = { cases: 0, moved: [], movers: [], others: 0, damaged: 0 };
  const movers = new Map<string, CasesCompared['movers'][number]>();
  for await (const record of records) {
    if (!record) {
      found.damaged += 1;
      continue;
    }
    if (record.deleting) continue;
    record.cases.forEach((each, at) => {
      const facts = storedFacts(each.facts);
      if (Object.keys(facts).length === 0) return;
      if (each.guide !== before.id) {
        found.others += 1;
        return;
      }
      found.cases += 1;
      const move = moves(facts);
      if (move.before === move.after) return;
      found.moved.push({ conversation: record.id, number: at + 1, ...move });
      for (const rule of move.rules) count(rule);
    });
  }
  return { ...found, movers: [...movers.values()].sort((one, other) => other.cases - one.cases) };

  function count(rule: MovedRule): void {
    const key = `${rule.rule} ${rule.before} ${rule.after}`;
    movers.set(key, { ...rule, cases: (movers.get(key)?.cases ?? 0) + 1 });
  }
}
