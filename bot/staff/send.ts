/** Sends what a room answers. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '../problem.ts';
import { backTo } from './back.ts';
import { framed } from './layout.ts';
import type { Member, NavEntry, StaffAnswer } from './route.ts';
import { redirect, sendBytes, sendHtml, type Visit } from './visit.ts';

export interface Sending {
  member: Member;
  nav: readonly NavEntry[];
  /** Keeps what is shown once on the next page. */
  say(said: string): Promise<void>;
  /** What is to be shown now. */
  said(): Promise<string | undefined>;
}

/** A name that is safe in a header and on a disk, beside the real one for browsers that know RFC 8187. */
function disposition(name: string): string {
  const clean =
    name
      .replace(/[\p{C}\p{Z}\\/:*?"<>|]+/gu, ' ')
      .trim()
      .slice(0, 120) || 'download';
  const plain = clean.replace(/[^\x20-\x7e]+/g, '_').replace(/["%;]/g, '_');
  const coded = encodeURIComponent(clean.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`;
}

export async function sendAnswer(
  visit: Visit,
  answer: StaffAnswer,
  { member, nav, say, said }: Sending,
): Promise<void> {
  const { res, head } = visit;
  if ('page' in answer) {
    const { page, status = 200 } = answer;
    sendHtml(visit, status, framed({ page, member, nav, said: visit.partial || head ? undefined : await said() }));
  } else if ('part' in answer) sendHtml(visit, 200, answer.part);
  else if ('to' in answer) {
    if (answer.said !== undefined) await say(answer.said);
    const [path = '', anchor] = answer.to.split('#');
    redirect(visit, backTo(path) + (anchor && /^[\w-]+$/.test(anchor) ? `#${anchor}` : ''));
  } else if ('file' in answer) {
    const { name, type, bytes } = answer.file;
    res.setHeader('Content-Disposition', disposition(name));
    sendBytes(visit, 200, type, bytes);
  } else {
    const { name, type, chunks } = answer.stream;
    res.setHeader('Content-Disposition', disposition(name));
    res.setHeader('Content-Type', type);
    res.writeHead(200);
    if (head) {
      res.end();
      return;
    }
    // Waits where the reader is slow; a reader who goes away ends the chunks, and a fault in them cuts the connection.
    await pipeline(Readable.from(chunks), res).catch((cause: unknown) => {
      if (!res.destroyed) res.destroy();
      if (!hungUp(cause)) throw Object.assign(new Problem(500, '下载中断'), { cause });
    });
  }
}

const hungUp = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
