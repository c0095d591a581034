/** Makes a verdict's checklist while the reply is presented, and keeps it before the reply is committed. */
import { randomBytes } from 'node:crypto';
import type { VerdictShown } from '../../dialogs/reply.ts';
import { adviceLine, cautionLine, preferenceLine, remedyLine } from '../../knowledge/verdictText.ts';
import type { Checklist } from '../../state/checklists.ts';
import { type ConversationRecord, maxChecklists } from '../../state/conversation.ts';
import { type ChecklistLinks, daysKept } from './links.ts';

/** A checklist whose links stand in a reply that is not committed yet. */
export interface NewChecklist {
  id: string;
  links: ChecklistLinks;
  checklist: Checklist;
}

export interface ChecklistKeeper {
  /** A checklist of the verdict under a new id; undefined while nobody could open it. */
  make(verdict: VerdictShown): NewChecklist | undefined;
  /** Names what a turn made in the conversation's document; gives back the ids that are too many now. */
  name(record: ConversationRecord, made: readonly NewChecklist[]): string[];
}

interface KeeperOptions {
  /** Where the service can be reached, without a slash at the end; undefined when nobody has told. */
  address: () => string | undefined;
  now: () => Date;
}

const day = 24 * 60 * 60 * 1000;

export function checklistKeeper({ address, now }: KeeperOptions): ChecklistKeeper {
  return {
    make(verdict) {
      const base = address();
      if (base === undefined) return undefined;
      const id = randomBytes(24).toString('base64url');
      const page = `${base}/checklists/${id}`;
      return { id, links: { page, word: `${page}.docx` }, checklist: checklistOf(verdict, now()) };
    },
    name(record, made) {
      const ids = [...record.checklists, ...made.map(({ id }) => id)];
      record.checklists = ids.slice(-maxChecklists);
      return ids.slice(0, -maxChecklists);
    },
  };
}

/** What the verdict shows, as data. */
function checklistOf(shown: VerdictShown, made: Date): Checklist {
  const { assessment, headline, subtitle, facts, language, rowsToKeep, advice, cautions, met, caveat } = shown;
  return {
    schema: 1,
    madeAt: made.toISOString(),
    expiresAt: new Date(made.getTime() + daysKept * day).toISOString(),
    language,
    verdict: assessment.verdict,
    headline,
    subtitle,
    facts: facts.map(({ label, value }) => ({ label, value })),
    rows: rowsToKeep.map(({ ids: _ids, ...row }) => row),
    better: assessment.remedy.map((each) => remedyLine(each, language)),
    priorities: assessment.preferences.map((each) => preferenceLine(each, language)),
    advice: advice.map((each) => adviceLine(each, language)),
    cautions: cautions.map((each) => cautionLine(each, language)),
    met: met.map(({ title, clause }) => ({ title, clause })),
    caveat,
  };
}
