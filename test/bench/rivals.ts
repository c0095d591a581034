/**
 * Right answers and CPU time beside two usual ways of finding answers: full text search (minisearch over words cut by jieba) and a trained
 * classifier (the engine of node-nlp). Both get the questions and answers that our data offers, and the threshold that suits them best on the first set.
 */
import { containerBootstrap } from '@nlpjs/core/src/index.js';
import { LangZh } from '@nlpjs/lang-zh/src/index.js';
import { Nlp } from '@nlpjs/nlp/src/index.js';
import { cut_for_search as wordsOf } from 'jieba-wasm';
import MiniSearch from 'minisearch';
import { openDesk } from '../../bot/ask/desk.ts';
import { grade } from '../../bot/ask/grade.ts';
import { readQuestionSet, type SetItem, turnsOf } from '../../bot/ask/questionSet.ts';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import { cpuOf, median, rounded } from './measure.ts';
import type { Told } from './told.ts';

const setNames = ['qa-dev', 'qa-generated', 'qa-decline-dev'] as const;
type SetName = (typeof setNames)[number];

interface Pair {
  question: string;
  answer: string;
}
/** The nearest pair, and how near it is. */
type Nearest = (question: string) => Promise<{ answer: string; score: number } | undefined>;

interface Answered {
  /** Right ones of a hundred, by set. */
  right: Record<SetName, number>;
  /** Answers to what must be declined, of a hundred. */
  falseAnswers: number;
  cpuMs: number;
}
interface Rivals {
  pairs: number;
  ours: Answered;
  minisearch: Answered & { threshold: number };
  nlp: Answered & { threshold: number };
}

const declined = '指南没有规定这一点。';

function byMinisearch(pairs: readonly Pair[]): Nearest {
  const tokenize = (text: string): string[] => wordsOf(text, true).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const index = new MiniSearch({ fields: ['question', 'answer'], tokenize, searchOptions: { boost: { question: 3 } } });
  index.addAll(pairs.map((pair, id) => ({ id, ...pair })));
  return async (question) => {
    const [best] = index.search(question);
    const pair = best && pairs[Number(best.id)];
    return pair && { answer: pair.answer, score: best.score };
  };
}

async function byNlp(pairs: readonly Pair[]): Promise<Nearest> {
  const container = await containerBootstrap();
  container.use(Nlp);
  container.use(LangZh);
  const nlp = container.get('nlp');
  Object.assign(nlp.settings, { autoSave: false, autoLoad: false, log: false, forceNER: false });
  nlp.addLanguage('zh');
  for (const [at, { question, answer }] of pairs.entries()) {
    nlp.addDocument('zh', question, String(at));
    nlp.addDocument('zh', answer.split(/[。\n]/)[0] ?? question, String(at));
  }
  await nlp.train();
  return async (question) => {
    const { intent, score } = await nlp.process('zh', question);
    const pair = pairs[Number(intent)];
    return pair && { answer: pair.answer, score };
  };
}

type Respond = (item: SetItem) => Promise<string>;

const shareOf = (some: number, all: number): number => rounded((100 * some) / all);

async function rightOf(set: readonly SetItem[], respond: Respond): Promise<number> {
  let right = 0;
  for (const item of set) if (grade(item, await respond(item)).ok) right += 1;
  return shareOf(right, set.length);
}

export async function benchRivals(): Promise<Rivals> {
  const guide = loadGuide('jx-intl-2023');
  const desk = openDesk({ guide, now: () => new Date(), timeZone: 'Asia/Shanghai' });
  const ofUnits = guide.answers.flatMap(({ ask, suggest = [] }) => (ask ? [ask, ...suggest] : suggest));
  const ofDirections = guide.directions.flatMap(({ number }) => [
    `方向${number}研究什么`,
    `方向${number}的考核指标是什么`,
  ]);
  const offered = [...new Set([...ofUnits, ...ofDirections])];
  const pairs = offered.map((question) => ({ question, answer: desk({ question }).answer }));
  const sets = Object.fromEntries(
    setNames.map((name) => [name, readQuestionSet(new URL(`../eval/${name}.json`, import.meta.url).pathname)]),
  ) as Record<SetName, SetItem[]>; // by the names above

  async function told(respond: Respond): Promise<Answered> {
    const right: Partial<Answered['right']> = {};
    for (const name of setNames) right[name] = await rightOf(sets[name], respond);
    const mustDecline = setNames.flatMap((name) => sets[name]).filter(({ abstain }) => abstain);
    let wrong = 0;
    for (const item of mustDecline) if (grade(item, await respond(item)).falseAnswer) wrong += 1;
    const cpu = await cpuOf(sets['qa-generated'].map((item) => () => respond(item)));
    return {
      right: right as Answered['right'],
      falseAnswers: shareOf(wrong, mustDecline.length),
      cpuMs: rounded(median(cpu)),
    };
  }

  let talks = 0;
  async function ours(item: SetItem): Promise<string> {
    talks += 1;
    let answer = '';
    for (const question of turnsOf(item)) ({ answer } = desk({ question, conversation: `rivals-${talks}` }));
    return answer;
  }

  async function atBest(nearest: Nearest): Promise<Answered & { threshold: number }> {
    const at =
      (threshold: number): Respond =>
      async (item) => {
        // What was said before is all that a search can make of it.
        const found = await nearest(turnsOf(item).join(' '));
        return found && found.score >= threshold ? found.answer : declined;
      };
    const scores: number[] = [];
    for (const item of sets['qa-dev']) scores.push((await nearest(turnsOf(item).join(' ')))?.score ?? 0);
    scores.sort((one, other) => one - other);
    let best = { threshold: 0, right: -1 };
    for (let part = 0; part < 20; part += 1) {
      const threshold = scores[Math.floor((part / 20) * scores.length)] ?? 0;
      const right = await rightOf(sets['qa-dev'], at(threshold));
      if (right > best.right) best = { threshold, right };
    }
    return { ...(await told(at(best.threshold))), threshold: rounded(best.threshold) };
  }

  return {
    pairs: pairs.length,
    ours: await told(ours),
    minisearch: await atBest(byMinisearch(pairs)),
    nlp: await atBest(await byNlp(pairs)),
  };
}

const names = { ours: '本项目', minisearch: 'minisearch + jieba', nlp: 'node-nlp' } as const;

export function tellRivals({ pairs, ...all }: Rivals): Told {
  const each = (['ours', 'minisearch', 'nlp'] as const).map((id) => ({ name: names[id], ...all[id] }));
  return {
    rows: [
      ...each.map(({ name, right, falseAnswers, cpuMs }) => ({
        what: `${name}：答对的百分比（${setNames.join('、')}）`,
        value: `${setNames.map((set) => right[set]).join('、')}；应说没有却作答 ${falseAnswers}%；每问 CPU ${cpuMs} 毫秒，是本项目的 ${rounded(cpuMs / all.ours.cpuMs)} 倍`,
      })),
      { what: '后两种所用的问答', value: `${pairs} 对，取自本项目的数据；门槛取 qa-dev 上最好的` },
    ],
    charts: setNames.map((set) => ({
      kind: 'bars',
      id: `rivals-${set}`,
      title: `${set}：答对的百分比`,
      unit: '%',
      bars: each.map(({ name, right }) => ({ label: name, value: right[set] })),
    })),
  };
}
