/**
 * What staff published, among the answers: the same question gets the published answer whatever the guide would say; one that means the same
 * gets it where the guide says nothing; and where the guide only says that something is open, the ruling stands in its place.
 */
import { isBefore } from '../calendar.ts';
import type { Guide, Ruled } from '../guide.ts';
import type { OverlayUnit } from '../overlayForm.ts';
import { deskSentence, deskSource, ruledSentence } from '../rulingWords.ts';
import { type Asked, named } from './asked.ts';
import type { Citation, Draft } from './draft.ts';
import { normalise } from './normalise.ts';
import { read } from './readQuestion.ts';
import { type Gist, gistOf, likeness } from './sameMeaning.ts';
import { plainly, spelling, spellingOf } from './sameWords.ts';

interface Known {
  draft: Draft;
  questions: readonly string[];
  ruled?: Ruled;
  /** Read when a question comes near for the first time. */
  gists?: readonly Gist[];
}

interface Published {
  bySpelling: ReadonlyMap<string, Draft>;
  all: readonly Known[];
  /** Places in `all` by the words of their questions. */
  byWord: ReadonlyMap<string, readonly number[]>;
  /** By the id of the answer in whose place it stands, where the question is about it. */
  ruled: ReadonlyMap<string, Ruled>;
}

const known = new WeakMap<Guide, Published>();

function publishedOn(guide: Guide): Published | undefined {
  if (!guide.laid) return undefined;
  const found = known.get(guide) ?? gathered(guide.laid);
  known.set(guide, found);
  return found;
}

function gathered({ overlay, ruled }: NonNullable<Guide['laid']>): Published {
  const rows: Known[] = [
    ...overlay.units.map((unit) => ({ draft: unitDraft(unit), questions: unit.questions })),
    ...ruled.map((each) => ({ draft: rulingDraft(each), questions: each.point.ask, ruled: each })),
  ];
  const bySpelling = new Map<string, Draft>();
  const byWord = new Map<string, number[]>();
  for (const [at, { draft, questions }] of rows.entries()) {
    for (const question of questions) {
      const text = normalise(question);
      const spelling = spellingOf(text);
      if (!bySpelling.has(spelling)) bySpelling.set(spelling, draft);
      for (const word of wordsOf(plainly(text))) {
        const places = byWord.get(word) ?? [];
        if (places.at(-1) !== at) byWord.set(word, [...places, at]);
      }
    }
  }
  const instead = ruled.flatMap((each) => (each.point.answers ?? []).map((id) => [id, each] as const));
  return { bySpelling, all: rows, byWord, ruled: new Map(instead) };
}

/** Neighbouring signs: a question that shares none with another does not mean the same. */
const wordsOf = (text: string): string[] => {
  const signs = [...spelling(text)];
  return [...new Set(signs.slice(1).map((sign, at) => `${signs[at]}${sign}`))];
};

function unitDraft({ id, answer, date, clause, quote }: OverlayUnit): Draft {
  const beside: Citation[] = clause !== undefined && quote !== undefined ? [{ clause, quote }] : [];
  return {
    id: `published.${id}`,
    status: 'answered',
    text: { zh: deskSentence(answer, date) },
    citations: [{ source: deskSource, date, quote: answer }, ...beside],
    uses: [],
    published: true,
  };
}

function rulingDraft(ruled: Ruled): Draft {
  const { point, option, date } = ruled;
  const [quote = ''] = point.quotes;
  const [clause = ''] = point.clause.split('；');
  return {
    id: `ruling.${point.id}`,
    status: 'answered',
    text: { zh: ruledSentence(ruled) },
    citations: [
      { source: deskSource, date, quote: option.says },
      { clause, quote },
    ],
    uses: [],
    published: true,
  };
}

/** A question is no longer; what is told in more words is not the same. */
const longest = 220;
const clearly = 0.05;
/** Units that are compared in full: those that share most. */
const looked = 16;

/** The published answer to the very same question, if there is one. */
export function sameQuestion(asked: Asked, guide: Guide): Draft | undefined {
  const there = publishedOn(guide);
  return there && asked.text.length <= longest ? there.bySpelling.get(spellingOf(normalise(asked.raw))) : undefined;
}

/** The drafts, or what staff published where the guide is silent on just this. */
export function withPublished(drafts: readonly Draft[], asked: Asked, guide: Guide): readonly Draft[] {
  const there = publishedOn(guide);
  const [first] = drafts;
  if (!there || !first || first.published) return drafts;
  const silent = first.status === 'not-in-guide' || first.status === 'clarify';
  const unit = silent ? meant(asked, there, guide) : undefined;
  if (unit) return [unit];
  const ruled = there.ruled.get(first.id);
  if (!ruled) return drafts;
  const fits = isAbout(ruled, asked) && !isElsewhere(ruled, asked);
  return [fits ? rulingDraft(ruled) : { ...first, aside: asideOf(ruled) }, ...drafts.slice(1)];
}

/** Whether the question speaks of what the point is about: one answer of the guide may serve for more. */
function isAbout({ point: { about } }: Ruled, asked: Asked): boolean {
  return !about || new RegExp(about.with, 'u').test(asked.text);
}

/** Whether it surely is about another: the applying unit, another year, somebody who has retired. */
function isElsewhere({ point: { about } }: Ruled, asked: Asked): boolean {
  if (!about) return false;
  const { without, from } = about;
  if (without !== undefined && new RegExp(without, 'u').test(asked.text)) return true;
  return from !== undefined && named(asked, 'date').some(({ value }) => isBefore(value, from) !== false);
}

function asideOf(ruled: Ruled): NonNullable<Draft['aside']> {
  const { point, option, date } = ruled;
  return {
    zh: `另：关于“${point.title}”，${ruledSentence(ruled)}`,
    citation: { source: deskSource, date, quote: option.says },
  };
}

function meant(asked: Asked, { all, byWord }: Published, guide: Guide): Draft | undefined {
  if (asked.text.length > longest) return undefined;
  const words = guide.laid?.overlay.words;
  const gist = gistOf(asked, words);
  const shared = new Map<number, number>();
  for (const word of wordsOf(gist.text))
    for (const at of byWord.get(word) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  const near = [...shared].sort(([, one], [, other]) => other - one).slice(0, looked);
  const [best, next] = near
    .flatMap(([at]) => all[at] ?? [])
    .filter(({ ruled }) => !ruled || !isElsewhere(ruled, asked))
    .map((each) => {
      each.gists ??= each.questions.map((question) => gistOf(read(question, guide), words));
      return { draft: each.draft, score: likeness(gist, each.gists) };
    })
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
  // Of two that are as near neither is surely meant.
  return best && (!next || best.score - next.score >= clearly) ? best.draft : undefined;
}
