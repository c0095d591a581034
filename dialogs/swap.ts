/** Trying another lead, partner, direction or unit: what is known of the old one is cleared, all else is kept. */
import type { Facts } from '../knowledge/facts.ts';
import { say } from '../knowledge/language.ts';
import { splitWant } from '../knowledge/question.ts';
import { questionsOf } from '../knowledge/questions/index.ts';
import type { CaseRecord } from '../state/conversation.ts';
import { withNewFacts } from './change.ts';
import type { Command } from './commands.ts';
import { numberedId, positionOf } from './position.ts';
import type { Turn } from './turn.ts';
import type { Frame } from './verdict.ts';
import { type Words, words } from './wording.ts';

type Swap = Extract<Command, `swap-${string}`>;

const groups: Record<Swap, { what: keyof Words; of(path: string): boolean }> = {
  'swap-lead': { what: 'swapLead', of: (path) => path.startsWith('lead.') },
  'swap-partner': { what: 'swapPartner', of: (path) => /^(?:partners|us\.)/.test(path) },
  'swap-direction': { what: 'swapDirection', of: (path) => /^(?:direction|topic)/.test(path) },
  'swap-unit': { what: 'swapUnit', of: (path) => path.startsWith('unit.') },
};

export function swap(command: Swap, record: CaseRecord, frame: Frame): Turn {
  const { what, of } = groups[command];
  const own = words(frame.language);
  const kept = Object.entries(positionOf(record).facts).filter(([id]) => !of(id));
  const questions = questionsOf(frame.guide).filter(({ settles }) => settles.some(of));
  const { asking: _gone, ...rest } = record;
  const after = withNewFacts(
    {
      ...rest,
      trail: record.trail.filter((id) => !questions.some((each) => each.id === numberedId(id))),
      left: Object.fromEntries(Object.entries(record.left).filter(([want]) => !of(splitWant(want).path))),
    },
    Object.fromEntries(kept) as Facts,
    [],
    frame,
  );
  return {
    record: command === 'swap-lead' ? anotherLead(after.record) : { ...after.record, ended: false },
    said: [say(own.swapped, { what: String(own[what]) })],
    replies: [],
    basis: after.basis,
  };
}

/** Another lead is somebody else than the person who asks, and has another name. */
function anotherLead(record: CaseRecord): CaseRecord {
  if (record.behalf === undefined) return record;
  return { ...record, behalf: { name: '' }, trail: record.trail.filter((id) => id !== 'behalf.name'), ended: false };
}
