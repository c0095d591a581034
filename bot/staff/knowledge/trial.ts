/** What is published, with a proposal on it: as a change to publish, and as an overlay to try. */

import { lexicon } from '../../../knowledge/answer/lexicon.ts';
import { normalise } from '../../../knowledge/answer/normalise.ts';
import { outlineOf, wordsOf } from '../../../knowledge/check/outline.ts';
import type { Guide } from '../../../knowledge/guide.ts';
import type { Overlay, OverlayWord } from '../../../knowledge/overlay.ts';
import { type OverlayChange, overlayFaults, withChange } from '../../../knowledge/overlayChange.ts';
import { type Content, longest, problemsOf } from './proposal.ts';

export function changeOf(content: Content): OverlayChange {
  if (content.kind === 'unit') {
    const { questions, answer, clause, quote, replaces } = content;
    const unit = {
      questions,
      answer,
      ...(replaces !== undefined && { id: replaces }),
      ...(clause !== undefined && { clause }),
      ...(quote !== undefined && { quote }),
    };
    return { units: [unit] };
  }
  if (content.kind === 'word') return { words: overlayWords(content.concept, content.word) };
  if (content.kind === 'ruling') {
    const { point, choice, note } = content;
    return { rulings: [{ point, choice, ...(note !== undefined && note !== '' && { note }) }] };
  }
  const { of, id } = content;
  if (of === 'unit') return { drop: { units: [id] } };
  if (of === 'ruling') return { drop: { rulings: [id] } };
  return { drop: { words: publishedWords(id) } };
}

const overlayWords = (concepts: string, word: string): OverlayWord[] =>
  concepts.split(' ').map((concept) => ({ concept, word }));

/** A word is published under each concept that it may mean; all of them are named by one id. */
export const wordId = (concepts: readonly string[], word: string): string => `${concepts.join(' ')}|${word}`;

/** Each published word once, with all that it may mean. */
export function wordsIn({ words }: Overlay): { word: string; concepts: string[] }[] {
  const grouped = Map.groupBy(words, ({ word }) => word);
  return [...grouped].map(([word, all]) => ({ word, concepts: all.map(({ concept }) => concept) }));
}

function publishedWords(id: string): OverlayWord[] {
  const at = id.indexOf('|');
  return overlayWords(id.slice(0, at), id.slice(at + 1));
}

interface Trying {
  /** The guide without anything on it. */
  guide: Guide;
  current: Overlay | null;
  today: string;
  by: string;
}

/** What is published, with the proposal on it; `faults`: why it may not be published, in sentences. */
export function trialOf(
  content: Content,
  { guide, current, today, by }: Trying,
): { overlay?: Overlay; faults: string[] } {
  const own = [...problemsOf(content), ...guideProblems(content, guide, current)];
  if (own.length > 0) return { faults: own };
  const overlay = withChange(current, changeOf(content), { guide, version: 'trial', date: today, by });
  return { overlay, faults: overlayFaults(guide, overlay) };
}

const outlines = new WeakMap<Guide, ReadonlyMap<string, string>>();

/** Each clause of the guide with its words. */
export function clausesIn(guide: Guide): ReadonlyMap<string, string> {
  const known = outlines.get(guide) ?? outlineOf(wordsOf(guide.source));
  outlines.set(guide, known);
  return known;
}

/** The sentences of a clause, and the whole of it where it is short: what may be quoted without writing it. */
export function sentencesOf(clause: string, guide: Guide): string[] {
  const text = (clausesIn(guide).get(clause) ?? '').trim();
  const sentences = (text.match(/[^。；;\n]+[。；;]?/g) ?? [])
    .map((each) => each.trim())
    .filter((each) => each.length > 3);
  const whole = text.length <= longest.quote && sentences.length > 1 ? [text] : [];
  return [...new Set([...whole, ...sentences])].filter((each) => each.length <= longest.quote).slice(0, 60);
}

function guideProblems(content: Content, guide: Guide, current: Overlay | null): string[] {
  if (content.kind === 'unit') {
    const { clause, quote, replaces } = content;
    const words = clause === undefined ? undefined : clausesIn(guide).get(clause);
    const gone = replaces !== undefined && !current?.units.some(({ id }) => id === replaces);
    return [
      ...(clause !== undefined && words === undefined ? [`指南里没有“${clause}”这一条。`] : []),
      ...(words !== undefined && quote !== undefined && !words.includes(quote)
        ? [`“${clause}”里没有这句原文，请重新选择。`]
        : []),
      ...(clause !== undefined && quote === undefined ? ['选了条款，还要选一句原文。'] : []),
      ...(gone ? ['它要替换的问答已经不在了。'] : []),
    ];
  }
  if (content.kind === 'word')
    return content.concept.split(' ').every((each) => lexicon().rows.some(({ id }) => id === each))
      ? []
      : ['没有这个意思，请重新写。'];
  if (content.kind === 'ruling') {
    const point = guide.openPoints.find(({ id }) => id === content.point);
    return point?.options.some(({ id }) => id === content.choice) ? [] : ['没有这种理解，请重新选择。'];
  }
  return isThere(content, current) ? [] : ['要撤下的内容已经不在了。'];
}

function isThere({ of, id }: Content & { kind: 'removal' }, current: Overlay | null): boolean {
  if (!current) return false;
  if (of === 'unit') return current.units.some((each) => each.id === id);
  if (of === 'ruling') return current.rulings.some(({ point }) => point === id);
  return publishedWords(id).every((one) =>
    current.words.some(({ concept, word }) => concept === one.concept && word === one.word),
  );
}

/** What a word of the lexicon may mean: its concepts, separated by spaces; empty for one that it does not know. */
export function meaningOf(word: string): string {
  const form = normalise(word);
  return lexicon()
    .rows.filter(({ words }) => words.includes(form))
    .map(({ id }) => id)
    .join(' ');
}

/** What is meant, as people would name it: the words that are known for it. */
export function conceptName(concepts: string): string {
  const known = concepts.split(' ').map((concept) => lexicon().rows.find(({ id }) => id === concept)?.words ?? []);
  const [first = [], ...others] = known;
  const shared = first.filter((word) => others.every((words) => words.includes(word)));
  const shown = shared.length > 0 ? shared : first;
  return shown.length > 0 ? shown.slice(0, 3).join('、') : concepts;
}
