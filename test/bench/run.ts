/** `npm run bench [-- --json]`: CPU time on this machine, each also as a multiple of botbuilder's echo bot in the same run. */
import { parseArgs } from 'node:util';
import { benchAnswers } from './answers.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const { questions, echoBot, answer, longMessage, load } = await benchAnswers();
const { timesEchoBot, ...long } = longMessage;
const told = [
  `问答（${questions} 句，CPU 毫秒）　中位数 ${answer.medianMs}　p99 ${answer.p99Ms}　最长 ${answer.maxMs}`,
  `EchoBot 一轮　　　　　　　　　中位数 ${echoBot.medianMs}　p99 ${echoBot.p99Ms}`,
  `一问是 EchoBot 一轮的 ${answer.timesEchoBot} 倍`,
  `4000 字的消息（中位数）　　　 ${Object.entries(long)
    .map(([name, ms]) => `${name} ${ms}`)
    .join('，')}；最慢的是 EchoBot 一轮的 ${timesEchoBot} 倍`,
  `指南之外，装载到第一个回答　　CPU ${load.cpuMs}，内存增加 ${load.rssMb} MB（堆 ${load.heapMb} MB）`,
];
const report = { node: process.version, answers: { questions, echoBot, answer, longMessage, load } };
process.stdout.write(`${values.json ? JSON.stringify(report, undefined, 2) : told.join('\n')}\n`);
