/** 为什么: the sentence of the guide behind a question. */
import { fill } from '../knowledge/fill.ts';
import { decideSome } from '../knowledge/findings.ts';
import type { OpenQuestion } from '../knowledge/interview.ts';
import { inLanguage, type Language, say } from '../knowledge/language.ts';
import { splitWant } from '../knowledge/question.ts';
import { asksPeople } from '../knowledge/rule.ts';
import type { RuleRow } from '../knowledge/ruleSchema.ts';
import { clauseIn, quoteIn } from '../knowledge/spoken.ts';
import type { CaseRecord } from '../state/conversation.ts';
import { positionOf } from './position.ts';
import type { Frame } from './verdict.ts';
import { words } from './wording.ts';

export interface Explained {
  text: string;
  citations: { clause: string; quote: string }[];
}

/** Why this question is asked: its own sentence, then the guide's words of the rules that need it (at most two). */
export function whyAsked(open: OpenQuestion, record: CaseRecord, { guide, language }: Frame): Explained {
  const { facts } = positionOf(record);
  const paths = open.wants.map((want) => splitWant(want).path);
  const rows = decideSome(facts, guide, asksPeople)
    .filter(({ rule, outcome }) => outcome === 'open' && rule.asks.some((path) => paths.includes(path)))
    .map(({ row }) => row);
  const own = inLanguage(open.question.wording, language).why;
  const quotes = quotesOf(rows.slice(0, 2));
  const lines = [
    ...(own ? [fill(own, facts as Record<string, unknown>, guide, language)] : []),
    ...quotes.map((quote) => line(quote, language)),
  ];
  return { text: lines.join('\n') || words(language).whyNone, citations: quotes };
}

function quotesOf(rows: readonly RuleRow[]): { clause: string; quote: string }[] {
  const all = rows.flatMap((row) => row.quotes.map((quote) => ({ clause: row.clause, quote })));
  return all.filter(({ quote }, at) => all.findIndex((each) => each.quote === quote) === at);
}

const line = (cited: { clause: string; quote: string }, language: Language): string =>
  say(words(language).whyQuote, {
    ...cited,
    clause: clauseIn(cited.clause, language),
    quoted: quoteIn(cited.quote, language),
  });
