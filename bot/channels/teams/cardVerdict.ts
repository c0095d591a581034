/** The verdict's card within what Teams takes: as much of it as fits, the rest in the checklist behind the link. */
import type { VerdictShown } from '../../../dialogs/reply.ts';
import { type ChecklistLinks, checklistLine } from '../../checklists/links.ts';
import type { Element } from '../cardParts.ts';
import { type Shortened, verdictCard } from '../verdictCard.ts';
import { cardWords } from './cardWords.ts';

/**
 * Bytes of a card. The least limits that are documented for a whole message are 28 KB (the connector's) and 40 KB as UTF-16 (Bot Framework's
 * until 2024, 100 KB since); what is left is for the text and the addresses around the card.
 */
const most = { utf8: 26_500, utf16: 38_000 };

/** What names and places may take: they are people's own words. */
const mostOwnWords = 200;
const prioritiesShown = 8;

/**
 * @param checklist where the checklist can be opened, when it can
 * @param before what stands above the verdict
 */
export function boundedVerdict(
  whole: VerdictShown,
  checklist: ChecklistLinks | undefined,
  before: readonly Element[],
): Element {
  const { language } = whole;
  const shown = {
    ...whole,
    subtitle: cut(whole.subtitle),
    facts: whole.facts.map(({ label, value }) => ({ label, value: cut(value) })),
  };
  const words = cardWords(language);
  const fallbackText = [whole.headline, ...(checklist ? [checklistLine(checklist, language)] : [])].join('\n');
  const note = checklist ? words.fullList : words.inShort;
  let card = verdictCard(shown, checklist, { before, fallbackText });
  for (const shortened of steps(shown)) {
    if (fits(card)) break;
    card = verdictCard(shown, checklist, { ...shortened, before, fallbackText, note });
  }
  return card;
}

/** Ever less: first the quotes go, then what is folded, then what to do in the last rows. */
function* steps({ rows }: VerdictShown): Generator<Shortened> {
  yield { quotes: 'none' };
  const bare: Shortened = { quotes: 'none', folds: 'none', priorities: prioritiesShown };
  for (let left = rows.length; left >= 0; left -= 1) yield { ...bare, rows: left };
}

function fits(card: Element): boolean {
  const json = JSON.stringify(card);
  return Buffer.byteLength(json) <= most.utf8 && json.length * 2 <= most.utf16;
}

const cut = (value: string): string =>
  value.length > mostOwnWords ? `${value.slice(0, mostOwnWords).toWellFormed()}…` : value;
