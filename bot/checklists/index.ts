/** `GET /checklists/{id}` and `/checklists/{id}.docx`: a verdict to print or keep, for whoever has the link, seven days. */
import type { Request, Response, Server } from 'restify';
import { say } from '../../knowledge/language.ts';
import { verdictWords } from '../../knowledge/verdictWords.ts';
import type { Checklist, ChecklistStore } from '../../state/checklists.ts';
import { Problem } from '../problem.ts';
import { checklistPage, pagePolicy } from './page.ts';

export interface ChecklistPagesOptions {
  store: ChecklistStore;
  now: () => Date;
  /** IANA zone of the days that are shown. */
  timeZone: string;
}

/** 24 bytes in base64url, as the keeper makes them. */
const asked = /^\/checklists\/([A-Za-z0-9_-]{32})(\.docx)?$/;

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export function checklistPages(server: Server, { store, now, timeZone }: ChecklistPagesOptions): void {
  const dayOf = (time: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(time));

  server.get('/checklists/:name', async (req: Request, res: Response) => {
    res.setHeader('X-Robots-Tag', 'noindex, nofollow, noarchive');
    const [, id, word] = asked.exec(req.path()) ?? [];
    const checklist = id === undefined ? undefined : await store.load(id, now());
    // The same answer whether it has ended or never was.
    if (id === undefined || checklist === undefined)
      throw new Problem(404, '没有这份清单', '清单只保留 7 天；请在对话里回复“结论”，再生成一份');
    if (word === undefined) {
      const page = checklistPage(checklist, { word: `${id}.docx`, keptUntil: dayOf(checklist.expiresAt) });
      res.setHeader('Content-Security-Policy', pagePolicy);
      send(res, 'text/html; charset=utf-8', Buffer.from(page));
      return;
    }
    // Loaded when the first one is asked for: the service starts without it.
    const { checklistWord } = await import('./word.ts');
    const file = await checklistWord(checklist);
    res.setHeader('Content-Disposition', disposition(checklist, dayOf(checklist.madeAt)));
    send(res, wordType, file);
  });
}

function send(res: Response, type: string, body: Buffer): void {
  res.setHeader('Content-Type', type);
  res.setHeader('Content-Length', body.length);
  res.sendRaw(200, body);
}

function disposition({ language }: Checklist, day: string): string {
  const name = say(verdictWords(language).checklist.fileName, { day });
  return `attachment; filename="checklist-${day}.docx"; filename*=UTF-8''${encodeURIComponent(name)}.docx`;
}
