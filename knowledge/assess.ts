/** Facts → assessment. Pure: the same facts, guide, overlay and day give the same assessment. */
import { type Category, categoryOf, directionAllowed } from './category.ts';
import { adviceOf, checklist, messageOf } from './checklist.ts';
import type { Facts } from './facts.ts';
import { decideAll, type Sets, type Status, setsOf, statusOf } from './findings.ts';
import type { Guide } from './guide.ts';
import { type Preference, preferencesOf } from './priority.ts';
import { type Remedy, remedies } from './remedy.ts';
import type { RuleKind } from './rule.ts';
import { verdictText } from './verdictText.ts';

/** What staff published at run time. Rulings are not there yet; its version stands in every assessment. */
export interface Overlay {
  version: string;
}

export interface Finding {
  rule: string;
  kind: RuleKind;
  status: Status;
  title: string;
  clause: string;
  quote: string;
  message: string;
}

/** The JSON that outsiders get (`contracts.md`, "Assessment"). */
export interface Assessment extends Sets {
  guide: string;
  overlay: string | null;
  preferences: Preference[];
  category: Category;
  directionAllowed: boolean | 'unclear';
  findings: Finding[];
  remedy: Remedy[];
  /** The verdict as plain text. */
  text: string;
}

/**
 * Decides every rule of the guide for the facts.
 * @param overlay what staff published, or null
 * @param today ISO date on which the assessment is made (shown, never compared with)
 */
export function assess(facts: Facts, guide: Guide, overlay: Overlay | null, today: string): Assessment {
  const decided = decideAll(facts, guide);
  const sets = setsOf(decided);
  const category = categoryOf(facts, guide);
  const findings = decided.map((each): Finding => {
    const { row, outcome } = each;
    return {
      rule: row.id,
      kind: row.kind,
      status: statusOf(each),
      title: row.words.zh.title,
      clause: row.clause,
      quote: row.quotes.join(''),
      message: messageOf(row, outcome, facts, guide, 'zh'),
    };
  });
  const preferences = preferencesOf(facts, guide);
  const remedy = remedies(decided, facts, guide);
  const rows = checklist(decided, facts, guide, 'zh');
  const advice = adviceOf(decided, facts, guide, 'zh');
  return {
    guide: guide.id,
    overlay: overlay?.version ?? null,
    ...sets,
    preferences,
    category,
    directionAllowed: directionAllowed(category, facts.direction, guide),
    findings,
    remedy,
    text: verdictText({ verdict: sets.verdict, rows, advice, preferences, remedy, guide, today }),
  };
}
