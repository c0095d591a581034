/** `GET /openapi.json`: what outsiders may use, for their tools. Nothing in it is secret. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { openApi } from './document.ts';

const packageFile = join(import.meta.dirname, '../../package.json');

export function openApiRoute(server: Server): void {
  let made: Buffer | undefined;
  const document = (): Buffer => {
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(packageFile, 'utf8')));
    return Buffer.from(JSON.stringify(openApi(version)));
  };
  server.get('/openapi.json', async (_req: Request, res: Response) => {
    // Made for the first who asks: the service starts without it.
    made ??= document();
    res.setHeader('Content-Type', 'application/json; charset=utf-8');
    res.setHeader('Content-Length', made.length);
    res.sendRaw(200, made);
  });
}
