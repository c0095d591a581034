/**
 * `POST /api/v1/webhooks/zammad`: a customer's article of a ticket in, a draft for the agent out: the very body of an internal note, as
 * `POST /api/v1/ticket_articles` of Zammad takes it. Zammad itself looks at no answer of a webhook, so whoever stands between hands it on
 * (admin-docs.zammad.org, Manage → Webhook; docs.zammad.org, Ticket Articles).
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { pasteReady } from '../../dialogs/pasteReady.ts';
import { answersTo } from '../../dialogs/standIn.ts';
import { reasonOf } from '../../knowledge/answer/reason.ts';
import type { Guide } from '../../knowledge/guide.ts';
import type { Overlay } from '../../knowledge/overlay.ts';
import { hashOf } from '../../state/hash.ts';
import { mask } from '../../state/mask.ts';
import { dayIn } from '../dayIn.ts';
import { Problem, sendJson } from '../problem.ts';
import { bodyOf, takeBody } from '../server.ts';
import { language } from '../turn.ts';
import { articleText } from './articleText.ts';
import { parsed } from './forms.ts';
import type { KeptAnswers } from './kept.ts';

export interface ZammadWebhook {
  /** `HELPDESK_WEBHOOK_SECRET`; the route is there only with it. */
  secret: string | undefined;
  /** Told the status of each answer in a draft. */
  answered?: (status: string) => void;
  guide: () => Guide;
  overlay: () => Overlay | null;
  kept: KeptAnswers;
  now: () => Date;
  /** IANA zone in which 今天 is meant. */
  timeZone: string;
}

export const zammadPath = '/api/v1/webhooks/zammad';

/** Bytes: a ticket with all the people it names. */
const longest = 1024 * 1024;
const mostAnswered = 10;
const customer = 2;

const id = z.union([z.number().int(), z.string().max(40)]);
/** What of a webhook's payload is looked at. */
export const payload = z.object({
  ticket: z.object({ id: id.optional() }).nullish(),
  article: z
    .object({
      id: id.optional(),
      ticket_id: id.optional(),
      sender: z.string().nullish(),
      sender_id: z.number().nullish(),
      internal: z.boolean().nullish(),
      body: z.string().nullish(),
      content_type: z.string().nullish(),
    })
    .nullish(),
});
type Article = NonNullable<z.output<typeof payload>['article']>;

const unsigned = new Problem(401, '签名不对', '请在 Zammad 的 webhook 里填写同一个 HMAC SHA1 Signature Token');

const signatureOf = ({ headers }: IncomingMessage): Buffer | undefined => {
  const [, hex] = /^sha1=([\da-f]{40})$/i.exec(String(headers['x-hub-signature'] ?? '')) ?? [];
  return hex === undefined ? undefined : Buffer.from(hex, 'hex');
};

export function zammadWebhook(server: Server, { secret, kept, answered, ...drafting }: ZammadWebhook): void {
  if (secret === undefined) return;
  takeBody(server, zammadPath, {
    text: ['application/json'],
    limit: longest,
    refuse: (req) => (signatureOf(req) ? undefined : unsigned),
  });
  const today = dayIn(drafting.timeZone);
  server.post(zammadPath, async (req: Request, res: Response) => {
    const body = bodyOf(req);
    const raw = typeof body === 'string' ? body : '';
    const signature = signatureOf(req);
    if (!signature || !timingSafeEqual(signature, createHmac('sha1', secret).update(raw).digest())) throw unsigned;
    const { ticket, article } = parsed(payload, jsonOf(raw));
    const ticketId = article?.ticket_id ?? ticket?.id;
    if (!article || !isCustomers(article) || ticketId === undefined) return void res.send(204);
    const delivery = String(req.headers['x-zammad-delivery'] ?? '').slice(0, 200);
    // The same delivery has the same answer, whatever it carries now: it may come up to five times.
    const asked = { holder: 'zammad', id: delivery === '' ? hashOf(raw) : delivery, what: '' };
    const { guide, overlay, now } = drafting;
    const frame = { guide: guide(), overlay: overlay(), today: today(now()), language };
    const draft = (): object => {
      const note = noteFor(article, ticketId, frame);
      for (const { status } of note.answers) answered?.(status);
      return note;
    };
    sendJson(res, 200, await kept.once(asked, draft));
  });
}

function jsonOf(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    throw new Problem(400, '请求内容不是正确的 JSON');
  }
}

/** What agents and Zammad itself write, and notes that only agents see, need no draft. */
function isCustomers({ sender, sender_id, internal }: Article): boolean {
  if (internal === true) return false;
  return typeof sender === 'string' ? sender === 'Customer' : sender_id === customer;
}

function noteFor(article: Article, ticketId: string | number, frame: Parameters<typeof answersTo>[1]) {
  const text = mask(articleText(article.body ?? '', article.content_type ?? 'text/html'));
  const found = text === '' ? [] : answersTo(text, frame);
  const told = found.slice(0, mostAnswered);
  const parts = told.map(({ question, answer }, at) =>
    [`${at + 1}. ${question}`, `（${reasonOf(answer)}）`, pasteReady(answer, language)].join('\n'),
  );
  const left = found.length - told.length;
  return {
    ticket_id: ticketId,
    subject: '申报助手的草稿答复',
    body: [
      told.length > 0
        ? `草稿答复，依据《${frame.guide.title}》，发给申请人前请核对。`
        : '来信里没有看到关于申报指南的问题，没有草稿。',
      ...parts,
      ...(left > 0 ? [`另外还有 ${left} 个问题没有答。`] : []),
    ].join('\n\n'),
    content_type: 'text/plain',
    internal: true,
    type: 'note',
    answers: told.map(({ question, answer }) => ({ question, reason: reasonOf(answer), ...answer })),
  };
}
