/**
 * `npm run eval -- SET.json [--json] [--url http://127.0.0.1:3978 [--key KEY]] [--misses N] [--published]`: puts a question set to the
 * answerer, in this process or by HTTP, and grades what comes back. `--published`: with what staff have published; without a set, the
 * questions of all that is published.
 */
import { parseArgs } from 'node:util';
import { readQuestionSet } from './questionSet.ts';
import { printed, reported } from './report.ts';
import { answersTo, byDesk, byHttp } from './run.ts';
import { publishedDesk, terminalDesk } from './terminalDesk.ts';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      url: { type: 'string' },
      key: { type: 'string' },
      published: { type: 'boolean', default: false },
      misses: { type: 'string', default: '30' },
    },
  });
  const [path] = positionals;
  if (path === undefined && !values.published)
    throw new Error(
      '请写上题集，例如：npm run eval -- test/eval/qa-dev.json；已发布的咨询台答复：npm run eval -- --published',
    );
  const opened = values.published ? await publishedDesk(process.env) : { ...terminalDesk(process.env), set: [] };
  const { desk, source } = opened;
  const set = path === undefined ? opened.set : readQuestionSet(path);
  const answers = await answersTo(set, values.url === undefined ? byDesk(desk) : byHttp(values.url, values.key));
  const report = reported(set, answers, source);
  process.stdout.write(`${values.json ? JSON.stringify(report) : printed(report, Number(values.misses))}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
