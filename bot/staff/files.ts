/** The console's stylesheet, script and icon: kept in memory, named together with what is in them, so that browsers may keep them for good. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';

const require = createRequire(import.meta.url);

/** The stylesheet's parts in their order: the product's colours, what all rooms use, then what a room has of its own. */
const styles = [
  '../page/colours',
  ...[
    'tokens',
    'ground',
    'frame',
    'layout',
    'cards',
    'table',
    'chip',
    'form',
    'button',
    'bars',
    'talk',
    'pieces',
    'alone',
    'print',
  ].map((name) => `styles/${name}`),
  ...['figures', 'queue', 'transcripts', 'reading', 'knowledge'].map((name) => `styles/${name}`),
].map((path) => new URL(`${path}.css`, import.meta.url));

const sources = {
  'staff.css': { type: 'text/css; charset=utf-8', path: styles },
  'htmx.js': { type: 'text/javascript; charset=utf-8', path: require.resolve('htmx.org/dist/htmx.min.js') },
  'queue.js': { type: 'text/javascript; charset=utf-8', path: new URL('queue/queue.js', import.meta.url) },
  'icon.svg': { type: 'image/svg+xml', path: new URL('../page/icon.svg', import.meta.url) },
};
type Name = keyof typeof sources;

const files = new Map(
  Object.entries(sources).map(([name, { type, path }]) => {
    const body = Buffer.concat([path].flat().map((part) => readFileSync(part)));
    const version = createHash('sha256').update(body).digest('base64url').slice(0, 16);
    return [name, { type, body, gzip: gzipSync(body), version }] as const;
  }),
);

/** Its address in a page. */
export const fileLink = (name: Name): string => `/staff/files/${name}?v=${files.get(name)?.version ?? ''}`;

/** Sends the file; false when there is none of this name. Nothing in it is secret: the page to sign in needs it. */
export function sendFile(req: IncomingMessage, res: ServerResponse, name: string): boolean {
  const file = files.get(name);
  if (!file) return false;
  const kept = (req.url ?? '').endsWith(`?v=${file.version}`);
  res.setHeader('Cache-Control', kept ? 'public, max-age=31536000, immutable' : 'no-cache');
  res.setHeader('Content-Type', file.type);
  res.setHeader('ETag', `"${file.version}"`);
  res.setHeader('Vary', 'Accept-Encoding');
  if (req.headers['if-none-match'] === `"${file.version}"`) {
    // restify's writeHead gives nothing back.
    res.writeHead(304);
    res.end();
    return true;
  }
  const zipped = /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''));
  const body = zipped ? file.gzip : file.body;
  if (zipped) res.setHeader('Content-Encoding', 'gzip');
  res.setHeader('Content-Length', body.length);
  res.writeHead(200);
  res.end(req.method === 'HEAD' ? undefined : body);
  return true;
}
