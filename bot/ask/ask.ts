/** `npm run ask -- "问题" ["接着问" …] [--json]`: answers about the guide, each with its citations; the questions are one conversation. */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { terminalDesk } from './terminalDesk.ts';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  if (positionals.every((each) => each.trim() === ''))
    throw new Error('请写上问题，例如：npm run ask -- "负责人年龄有什么要求"');
  const { desk } = terminalDesk(process.env);
  const conversation = randomUUID();
  for (const question of positionals) {
    const answer = desk({ question, conversation });
    process.stdout.write(`${values.json ? JSON.stringify(answer, undefined, 2) : answer.answer}\n`);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
