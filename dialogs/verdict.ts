/** The verdict of a case as a reply: the assessment, and what its card shows beside it. */
import { type Assessment, assessed } from '../knowledge/assess.ts';
import type { Facts } from '../knowledge/facts.ts';
import { numeralIn } from '../knowledge/fill.ts';
import type { Guide } from '../knowledge/guide.ts';
import { type Language, phraseIn, say } from '../knowledge/language.ts';
import type { Overlay } from '../knowledge/overlay.ts';
import { spokenName } from '../knowledge/places/country.ts';
import { verdictWords } from '../knowledge/verdictWords.ts';
import type { Consulted } from '../state/consulted.ts';
import type { CaseRecord } from '../state/conversation.ts';
import { positionOf } from './position.ts';
import type { Reply, VerdictShown } from './reply.ts';
import { words } from './wording.ts';

export interface Frame {
  /** The guide of the case. */
  guide: Guide;
  overlay: Overlay | null;
  /** The guides on file, newest first, each with what was published on it: the newest answers; `guide` without them. */
  onFile?: readonly Guide[];
  /** ISO date of the message. */
  today: string;
  /** The language in which the person is spoken to. */
  language: Language;
  /** What was last asked about the guide, while a follow-up may lean on it. */
  consulted?: Consulted | undefined;
}

export function verdictReply(record: CaseRecord, { guide, overlay, today, language }: Frame, intro: string): Reply {
  const { facts } = positionOf(record);
  const shown = assessed(facts, guide, overlay, today, language);
  const actions = actionsFor(shown.assessment.failedRules, language);
  const verdict: VerdictShown = {
    ...shown,
    language,
    subtitle: subtitleOf(record, facts, language),
    facts: shownFacts(facts, shown.assessment, guide, language),
    actions,
  };
  return {
    text: `${intro}\n\n${shown.assessment.text}`,
    choices: actions,
    verdict,
    basis: { ruleIds: shown.rows.flatMap((row) => row.ids) },
  };
}

/** The verdict with which an interview stands ended: one tap says whether it helped. */
export function askingWhetherItHelped(reply: Reply, language: Language): Reply {
  const { ratings } = words(language);
  if (!reply.verdict) return reply;
  return { ...reply, choices: [...(reply.choices ?? []), ...ratings], verdict: { ...reply.verdict, ratings } };
}

const helped =
  /^(?:很|挺|非常|真|还是|对我|太)*(?:有(?:点|一点|很大|些)?(?:帮助|用)|满意)(?:的|了)?$|^👍\p{Emoji_Modifier}?$/u;
const didNot =
  /^(?:没(?:有)?什么|没(?:有)?|不太?有?|对我没(?:有)?)(?:多大|啥)?(?:帮助|帮到我?|帮上忙|用|满意)(?:的|了)?$|^👎\p{Emoji_Modifier}?$/u;

/** What a message says of the help. It counts only right after a verdict. */
export function ratingIn(text: string): Reply['satisfaction'] | undefined {
  const said = text
    .slice(0, 40)
    .normalize('NFKC')
    .replace(/[\s。.!~，,]+/g, '')
    .replace(/^谢谢(?:你|您|了)?|谢谢(?:你|您|了)?$/g, '');
  if (helped.test(said)) return 'good';
  return didNot.test(said) ? 'bad' : undefined;
}

/** What may be done after a verdict: what failed may be tried with another one; anything may be changed. */
function actionsFor(failed: readonly string[], language: Language): string[] {
  const own = words(language);
  const swaps: [RegExp, string][] = [
    [/^lead\./, own.trySwapLead],
    [/^(?:scope|direction)\./, own.trySwapDirection],
    [/^partner\./, own.trySwapPartner],
    [/^unit\./, own.trySwapUnit],
  ];
  const useful = swaps.filter(([rules]) => failed.some((id) => rules.test(id))).map(([, label]) => label);
  return [...useful.slice(0, 2), ...own.verdictActions];
}

function subtitleOf(record: CaseRecord, facts: Facts, language: Language): string {
  const lead = typeof record.behalf === 'object' ? record.behalf.name : '';
  const title = facts['lead.titleText'];
  return [lead, title && phraseIn(title, language), facts['unit.name']].filter(Boolean).join(words(language).gap);
}

function shownFacts(facts: Facts, assessment: Assessment, guide: Guide, language: Language): VerdictShown['facts'] {
  const { labels, categories, direction: titled } = verdictWords(language);
  const { comma, semicolon } = words(language);
  const partners = (facts.partners ?? [])
    .map(({ country, name }) => [country && phraseIn(spokenName(country), language), name].filter(Boolean).join(comma))
    .filter(Boolean);
  const direction = guide.directions.find((each) => each.number === facts.direction);
  return [
    ...(partners.length ? [{ label: labels.partner, value: partners.join(semicolon) }] : []),
    { label: labels.category, value: categories[assessment.category] },
    ...(direction
      ? [
          {
            label: labels.direction,
            value: say(titled, {
              number: numeralIn(direction.number, language),
              title: phraseIn(direction.title, language),
            }),
          },
        ]
      : []),
  ];
}
