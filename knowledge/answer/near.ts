/** The last resort: the three questions that we surely answer and that lie nearest to what was asked. */

import { TfIdf } from 'natural/lib/natural/tfidf/index.js';
import { bareOf } from '../bareGuide.ts';
import type { Guide } from '../guide.ts';
import type { Asked } from './asked.ts';
import type { Draft } from './draft.ts';
import { conceptsIn, lexicon, weightOf } from './lexicon.ts';

/** A question that can be offered, and what it is known by. */
interface Portrait {
  id: string;
  question: string;
  tokens: ReadonlySet<string>;
}

interface Portraits {
  all: readonly Portrait[];
  index: TfIdf;
}

const most = 3;
/** A concept says more than a pair of signs. */
const ofConcept = 2;
/** What a draft that was proposed, though it did not fit well enough, is ahead by. */
const proposed = 3;
/** Under this a likeness is chance. */
const like = 3.2;
const slight = 0.1;

/** At most three questions, nearest first; none when nothing is like it. */
export function near(asked: Asked, drafts: readonly Draft[], guide: Guide): string[] {
  const { all, index } = portraitsOf(bareOf(guide));
  const words = [...tokensOf(asked.text, asked.concepts)];
  const scores = all.map((portrait, at) => {
    const shared = words.filter((token) => portrait.tokens.has(token));
    const likeness = shared.reduce((sum, token) => sum + index.idf(token) * (token.startsWith('#') ? ofConcept : 1), 0);
    const place = drafts.findIndex(({ id }) => id === portrait.id);
    return {
      question: portrait.question,
      at,
      score: likeness / lengthOf(portrait) + (place < 0 ? 0 : proposed / (place + 1)),
    };
  });
  const best = scores.filter(({ score }) => score >= like).sort((one, other) => other.score - one.score);
  return [...new Set([...ofThings(asked, guide), ...best.map(({ question }) => question)])].slice(0, most);
}

/** A long portrait shares a word sooner. */
const lengthOf = ({ tokens }: Portrait) => Math.max(20, tokens.size) ** 0.25;

/** Questions about the very things that are named. */
function ofThings({ mentions, text }: Asked, guide: Guide): string[] {
  return mentions
    .flatMap((thing) => {
      if (thing.is === 'direction') {
        const numeral = guide.directions.find(({ number }) => number === thing.number)?.numeral;
        return numeral === undefined ? [] : [`方向${numeral}的考核指标`, `方向${numeral}的研究内容`];
      }
      if (thing.is === 'host') return [`${thing.name}是国合基地依托单位吗`];
      if (thing.is === 'side' && thing.listed) return [`${thing.name}有哪些友城`];
      if (thing.is === 'country' && han.test(text.slice(thing.start, thing.end)))
        return [`${text.slice(thing.start, thing.end)}在附1协议清单里吗`];
      if (thing.is === 'place') return [`${thing.name}是友城吗`];
      return [];
    })
    .slice(0, 2);
}

const han = /^\p{Script=Han}+$/u;
const known = new WeakMap<Guide, Portraits>();

function portraitsOf(guide: Guide): Portraits {
  const found = known.get(guide) ?? painted(guide);
  known.set(guide, found);
  return found;
}

function painted(guide: Guide): Portraits {
  const words = new Map(lexicon().rows.map(({ id, words: forms }) => [id, forms]));
  const units = guide.answers.flatMap(
    ({ id, ask: question, words: { zh }, quotes = [], all, any = [] }): Portrait[] => {
      if (question === undefined) return [];
      const own = all.flat().filter((concept) => !concept.startsWith('@') && weightOf(concept) > slight);
      const also = any.filter((concept) => !concept.startsWith('@') && weightOf(concept) > slight);
      const spoken = own.flatMap((concept) => words.get(concept) ?? []);
      const text = [question, zh.say, ...quotes, ...spoken].join('\n');
      return [{ id, question, tokens: tokensOf(text, [...own, ...also]) }];
    },
  );
  const general = [
    '选题方向有哪些',
    '附1有哪些国家',
    '江西一共有多少对友城',
    `${guide.counts.bases}家基地都有哪些`,
  ].map((question) => ({
    id: question,
    question,
    tokens: tokensOf(
      question,
      conceptsIn(question).map(({ concept }) => concept),
    ),
  }));
  const directions = guide.directions.map(({ numeral, title, content, ours }) => ({
    id: `direction.${numeral}`,
    question: `方向${numeral}的研究内容`,
    tokens: tokensOf([title, content, ...(ours?.terms ?? [])].join('\n'), []),
  }));
  const all = [...units, ...general, ...directions];
  const index = new TfIdf();
  // token arrays: a Chinese string would lose every Han character
  for (const { tokens } of all) index.addDocument([...tokens]);
  return { all, index };
}

/** Pairs of neighbouring Han characters, Latin words, and concepts (`#id`); each once. */
function tokensOf(text: string, concepts: Iterable<string>): ReadonlySet<string> {
  const tokens = new Set([...concepts].filter((concept) => weightOf(concept) > slight).map((concept) => `#${concept}`));
  for (const [part] of text.toLowerCase().matchAll(/\p{Script=Han}+|[a-z][a-z0-9]+/gu)) {
    const signs = [...part];
    if (/^[a-z]/.test(part)) tokens.add(part);
    else for (let at = 0; at + 1 < signs.length; at += 1) tokens.add(`${signs[at]}${signs[at + 1]}`);
  }
  return tokens;
}
