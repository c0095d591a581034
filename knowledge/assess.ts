/** Facts → assessment. Pure: the same facts, guide, overlay and day give the same assessment. */

import { type Category, categoryOf, directionAllowed } from './category.ts';
import { type Caution, cautionsOf } from './cautions.ts';
import { type Advice, adviceOf, type ChecklistRow, checklist, messageOf } from './checklist.ts';
import type { Facts } from './facts.ts';
import { decideAll, type Sets, type Status, setsOf, statusOf } from './findings.ts';
import type { Guide } from './guide.ts';
import { inLanguage, type Language } from './language.ts';
import { type Overlay, overlaid } from './overlay.ts';
import { type Preference, preferencesOf } from './priority.ts';
import { type Remedy, remedies } from './remedy.ts';
import type { RuleKind } from './rule.ts';
import { caveat, headline, verdictText } from './verdictText.ts';
import { verdictWords } from './verdictWords.ts';

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

/** An assessment, with what its card and its page show beside it. */
export interface Assessed {
  assessment: Assessment;
  /** 「补齐 3 项后可以申报」. */
  headline: string;
  rows: ChecklistRow[];
  /** The same rows for a checklist that is kept and passed on: without the date of birth. */
  rowsToKeep: ChecklistRow[];
  advice: Advice[];
  /** Where the call is silent or contradicts itself, as far as it concerns the case. */
  cautions: Caution[];
  met: { title: string; clause: string }[];
  caveat: string;
}

/**
 * Decides every rule of the guide for the facts.
 * @param overlay what staff published, or null
 * @param today ISO date on which the assessment is made (shown, never compared with)
 */
export function assess(facts: Facts, guide: Guide, overlay: Overlay | null, today: string): Assessment {
  return assessed(facts, guide, overlay, today, 'zh').assessment;
}

/** The same in a language, with the checklist's rows. */
export function assessed(
  facts: Facts,
  bare: Guide,
  overlay: Overlay | null,
  today: string,
  language: Language,
): Assessed {
  const guide = overlaid(bare, overlay);
  const decided = decideAll(facts, guide);
  const sets = setsOf(decided);
  const category = categoryOf(facts, guide);
  const findings = decided.map((each): Finding => {
    const { row, outcome } = each;
    return {
      rule: row.id,
      kind: row.kind,
      status: statusOf(each),
      title: inLanguage(row.words, language).title,
      clause: row.clause,
      quote: row.quotes.join(''),
      message: messageOf(row, outcome, facts, guide, language),
    };
  });
  const preferences = preferencesOf(facts, guide);
  const remedy = remedies(decided, facts, guide, language);
  const rows = checklist(decided, facts, guide, language);
  const advice = adviceOf(decided, facts, guide, language);
  const cautions = cautionsOf(facts, guide, language);
  return {
    assessment: {
      guide: guide.id,
      overlay: guide.laid?.overlay.version ?? null,
      ...sets,
      preferences,
      category,
      directionAllowed: directionAllowed(category, facts.direction, guide),
      findings,
      remedy,
      text: verdictText({ verdict: sets.verdict, rows, advice, cautions, preferences, remedy, guide, today, language }),
    },
    headline: headline(sets.verdict, rows, language),
    rows,
    rowsToKeep: checklist(decided, withoutBirthDate(facts, language), guide, language),
    advice,
    cautions,
    met: findings
      .filter(({ kind, status }) => status === 'met' && (kind === 'bar' || kind === 'remedy'))
      .map(({ title, clause }) => ({ title, clause })),
    caveat: caveat(guide, today, language),
  };
}

/** The facts as rows may name them to anybody; what was decided stays decided. */
function withoutBirthDate(facts: Facts, language: Language): Facts {
  return 'lead.birthDate' in facts ? { ...facts, 'lead.birthDate': verdictWords(language).withheld } : facts;
}
