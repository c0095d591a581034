/** Questions and answers: CPU time of one question, of the longest message, and of loading the answerer. */
import { execFileSync } from 'node:child_process';
import { z } from 'zod';
import { openDesk } from '../../bot/ask/desk.ts';
import { readQuestionSet, turnsOf } from '../../bot/ask/questionSet.ts';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import { echoBot } from './echoBot.ts';
import { cpuOf, quantile, rounded } from './measure.ts';
import type { Told } from './told.ts';

const loaded = z.object({
  status: z.literal('answered'),
  cpuMs: z.number(),
  wallMs: z.number(),
  rssMb: z.number(),
  heapMb: z.number(),
});

const here = (name: string): string => new URL(name, import.meta.url).pathname;

/** Messages of 4,000 characters, each bad for somebody who reads them: chat, one word again and again, no sense, questions in a row. */
function longest(questions: readonly string[]): Record<string, string> {
  const long = (part: string): string => part.repeat(Math.ceil(4000 / part.length)).slice(0, 4000);
  return {
    'questions in a row': questions.join('').slice(0, 4000).padEnd(4000, '？'),
    'one question again and again': long(questions[0] ?? '问'),
    'one character': long('方'),
    figures: long('1965年6月1日'),
    'latin letters': long('abcdefghij '),
    'no punctuation': long('我们单位想问一下方向七和德国的大学合作能给多少钱'),
    brackets: long('（“《'),
  };
}

export async function benchAnswers() {
  const load = loaded.parse(
    JSON.parse(
      execFileSync(process.execPath, ['--expose-gc', new URL('./load.ts', import.meta.url).pathname], {
        encoding: 'utf8',
      }),
    ),
  );
  const desk = openDesk({ guide: loadGuide('jx-intl-2023'), now: () => new Date(), timeZone: 'Asia/Shanghai' });
  const questions = ['qa-dev', 'qa-generated', 'qa-decline-dev'].flatMap((name) =>
    readQuestionSet(here(`../eval/${name}.json`)).flatMap(turnsOf),
  );
  const echo = echoBot();
  const echoes = () => cpuOf(questions.map((text) => () => echo(text)));
  const answers = () => cpuOf(questions.map((question) => () => desk({ question })));
  // Once to warm up, then in turns, so that both meet the same machine.
  await echoes();
  await answers();
  const echoed: number[] = [];
  const answered: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    echoed.push(...(await echoes()));
    answered.push(...(await answers()));
  }
  const long: Record<string, number> = {};
  for (const [name, question] of Object.entries(longest(questions)))
    long[name] = rounded(quantile(await cpuOf(Array.from({ length: 5 }, () => () => desk({ question }))), 0.5));
  const echoMs = quantile(echoed, 0.5);
  const answerMs = quantile(answered, 0.5);
  return {
    questions: questions.length,
    echoBot: { medianMs: rounded(echoMs), p99Ms: rounded(quantile(echoed, 0.99)) },
    answer: {
      medianMs: rounded(answerMs),
      p99Ms: rounded(quantile(answered, 0.99)),
      maxMs: rounded(quantile(answered, 1)),
      timesEchoBot: rounded(answerMs / echoMs),
    },
    longMessage: { ...long, timesEchoBot: rounded(Math.max(...Object.values(long)) / echoMs) },
    load,
  };
}

export function tellAnswers({
  questions,
  echoBot: echo,
  answer,
  longMessage,
  load,
}: Awaited<ReturnType<typeof benchAnswers>>): Told {
  const { timesEchoBot, ...long }: Record<string, number> = longMessage;
  return {
    rows: [
      {
        what: `一问的 CPU（${questions} 句）`,
        value: `中位 ${answer.medianMs} 毫秒，p99 ${answer.p99Ms}，最长 ${answer.maxMs}`,
      },
      { what: 'EchoBot 一轮的 CPU（进程内）', value: `中位 ${echo.medianMs} 毫秒，p99 ${echo.p99Ms}` },
      { what: '一问与 EchoBot 一轮', value: `${answer.timesEchoBot} 倍` },
      {
        what: '4000 字的消息，最慢的一种与 EchoBot 一轮',
        value: `${timesEchoBot} 倍（${Math.max(...Object.values(long))} 毫秒）`,
      },
      {
        what: '指南之外，装载到第一个回答',
        value: `CPU ${load.cpuMs} 毫秒，内存 ${load.rssMb} MB（堆 ${load.heapMb} MB）`,
      },
    ],
  };
}
