/** `GET /exports/{id}.json`: everything that is kept of one conversation, for whoever has the link, one day. */
import type { Request, Response, Server } from 'restify';
import type { ConversationRecord } from '../../state/conversation.ts';
import type { Store } from '../../state/store.ts';
import type { TranscriptLine } from '../../state/transcript.ts';
import { Problem } from '../problem.ts';

export interface ExportFilesOptions {
  store: Store;
  now: () => Date;
  /** IANA zone of the day in the file's name. */
  timeZone: string;
}

/** 24 bytes in base64url, as the keeper makes them. */
const asked = /^\/exports\/([A-Za-z0-9_-]{32})\.json$/;

export function exportFiles(server: Server, { store, now, timeZone }: ExportFilesOptions): void {
  server.get('/exports/:name', async (req: Request, res: Response) => {
    res.setHeader('X-Robots-Tag', 'noindex, nofollow, noarchive');
    const [, id] = asked.exec(req.path()) ?? [];
    const link = id === undefined ? undefined : await store.exports.load(id, now());
    const record = link && (await store.talks.load(link.conversation));
    // The same answer whether it has ended, was deleted, or never was.
    if (!record || record.deleting)
      throw new Problem(404, '没有这份数据', '下载链接只有 1 天有效；请在对话里回复“导出我的数据”，再生成一个');
    const lines = await store.talks.read(record.id, 0);
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now());
    const body = Buffer.from(JSON.stringify(contents(record, lines, now()), undefined, 2));
    res.setHeader('Content-Type', 'application/json; charset=utf-8');
    res.setHeader('Content-Length', body.length);
    res.setHeader('Content-Disposition', `attachment; filename="my-data-${day}.json"`);
    res.sendRaw(200, body);
  });
}

/** What the file holds: the cases with their facts, and every line as it was said. */
function contents(record: ConversationRecord, lines: readonly TranscriptLine[], now: Date): object {
  const { channel, notice, cases } = record;
  return {
    exportedAt: now.toISOString(),
    channel,
    notice,
    cases: cases.map(({ name, behalf, guide, facts, left, ended }) => ({ name, behalf, guide, facts, left, ended })),
    lines: lines.flatMap((line) => (isTheirs(line) ? [withoutStaff(line)] : [])),
  };
}

/** What was said to the person and by them; not what staff did, noted or judged. */
const isTheirs = ({ from, activity }: TranscriptLine): boolean => from !== 'staff' || activity.type === 'message';

/** Who of the staff it was is theirs. */
const withoutStaff = ({ staff: _who, ...line }: TranscriptLine): object => line;
