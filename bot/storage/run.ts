/** `npm run storage:copy -- --from … --to …`: copies everything that one home of the state holds into another, and compares the two. */
import { storageCopy } from './storageCopy.ts';

process.exitCode = await storageCopy(process.argv.slice(2), {
  now: new Date(),
  print: (text) => void process.stdout.write(`${text}\n`),
  say: (line) => void process.stderr.write(`${line}\n`),
  exit: () => process.exit(1),
});
