/** `npm run chat`: the same assistant in the terminal; one line is one message. */
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { guidesOnFile } from '../../../knowledge/guidesOnFile.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { readEnv } from '../../env.ts';
import { hall } from '../../hall.ts';
import { createLog } from '../../log.ts';
import { presentText } from '../presentText.ts';
import { terminalFolder } from './folder.ts';

const read = readEnv(process.env);
if ('faults' in read) {
  process.stderr.write(`${read.faults.join('\n')}\n`);
  process.exit(1);
}
const { DATA_DIR, GUIDE_ID, TZ, RETENTION_DAYS } = read.ok;

const guides = guidesOnFile({ named: GUIDE_ID });
const conversations = hall({
  store: embeddedStore(terminalFolder(DATA_DIR)),
  log: createLog('silent'),
  guideId: guides.newest.id,
  guides: guides.guide,
  now: () => new Date(),
  timeZone: TZ,
  retentionDays: RETENTION_DAYS,
  present: presentText,
});
const conversation = `terminal-${randomUUID()}`;
const shown = new Set<unknown>();

/** Each message once: the greeting comes again with the first answer. */
function show({ id, text }: Record<string, unknown>): void {
  if (shown.has(id)) return;
  shown.add(id);
  process.stdout.write(`\n${text}\n\n`);
}

for (const line of await conversations.greeting('console', conversation)) show(line.activity);
conversations.subscribe(conversation, (lines) => {
  for (const { from, activity } of lines) if (from !== 'person' && activity.type === 'message') show(activity);
});
const terminal = createInterface({
  input: process.stdin,
  ...(process.stdin.isTTY && { output: process.stdout, prompt: '> ' }),
});
if (process.stdin.isTTY) terminal.prompt();
for await (const text of terminal) {
  if (text.trim() !== '') {
    await conversations.accept({
      id: randomUUID(),
      channel: 'console',
      conversation,
      from: { id: 'user' },
      type: 'message',
      text,
    });
    await conversations.idle();
  }
  if (process.stdin.isTTY) terminal.prompt();
}
