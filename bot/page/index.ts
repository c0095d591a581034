/** The chat page at `/` and its files under `/page/`, kept in memory, compressed once, under a strict policy. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type * as restify from 'restify';
import type { Guide } from '../../knowledge/guide.ts';
import { say } from '../../knowledge/language.ts';
import { sendProblem } from '../problem.ts';

interface PageFile {
  type: string;
  body: Buffer;
  gzip: Buffer;
  etag: string;
}

type ShownGuide = Pick<Guide, 'year'>;

/** `ws:` and `wss:` because the stream's address comes from PUBLIC_URL, which need not be the page's own. */
const policy = [
  "default-src 'self'",
  "connect-src 'self' ws: wss:",
  "img-src 'self' data:",
  "style-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

const own = [
  'colours.css',
  'page.css',
  'composer.css',
  'talk.css',
  'cards.css',
  'page.js',
  'connection.js',
  'session.js',
  'outbox.js',
  'sender.js',
  'messages.js',
  'element.js',
  'quick.js',
  'cards.js',
  'folds.js',
  'composer.js',
  'icon.svg',
];
const require = createRequire(import.meta.url);
const vendor = {
  'directline.js': require.resolve('botframework-directlinejs/dist/directline.js'),
  'adaptivecards.js': require.resolve('adaptivecards/dist/adaptivecards.min.js'),
};

function pageFile(name: string, body: Buffer): PageFile {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
  const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return { type, body, gzip: gzipSync(body), etag };
}

function loadFiles(): Map<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const name of own) files.set(name, pageFile(name, readFileSync(new URL(name, import.meta.url))));
  for (const [name, path] of Object.entries(vendor)) files.set(name, pageFile(name, readFileSync(path)));
  return files;
}

/** Names each file of the page together with what is in it, so that browsers may keep it for good; the year is the guide's. */
function loadPage(files: Map<string, PageFile>, { year }: ShownGuide): PageFile {
  const html = say(readFileSync(new URL('index.html', import.meta.url), 'utf8'), { year });
  const versioned = html.replaceAll(/\/page\/([\w.]+)"/g, (whole, name: string) => {
    const etag = files.get(name)?.etag;
    return etag === undefined ? whole : `/page/${name}?v=${etag.replaceAll('"', '')}"`;
  });
  return pageFile('index.html', Buffer.from(versioned));
}

function send(req: IncomingMessage, res: ServerResponse, file: PageFile): void {
  const kept = (req.url ?? '').includes('?v=');
  const headers: Record<string, string> = {
    'Cache-Control': kept ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Content-Security-Policy': policy,
    'Content-Type': file.type,
    ETag: file.etag,
    'Referrer-Policy': 'no-referrer',
    Vary: 'Accept-Encoding',
    'X-Content-Type-Options': 'nosniff',
  };
  if (req.headers['if-none-match'] === file.etag) {
    res.writeHead(304, headers);
    res.end();
    return;
  }
  const zipped = /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''));
  if (zipped) headers['Content-Encoding'] = 'gzip';
  res.writeHead(200, headers);
  res.end(zipped ? file.gzip : file.body);
}

/** Serves the chat page at `/` and what it needs under `/page/`; nothing of it comes from elsewhere. */
export function chatPage(server: restify.Server, guide: ShownGuide): void {
  const files = loadFiles();
  const page = loadPage(files, guide);
  server.get('/', async (req: restify.Request, res: restify.Response) => send(req, res, page));
  server.get('/page/:file', async (req: restify.Request, res: restify.Response) => {
    const file = files.get((req.url ?? '').split('?')[0]?.slice('/page/'.length) ?? '');
    if (file) send(req, res, file);
    else sendProblem(res, 404, '没有这个文件');
  });
}
