/** Counts HTTP requests by the route as it was registered: an address from outside would be a row of its own for ever. */
import type { Request, Response, Server } from 'restify';
import type { Metrics } from './metrics.ts';

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** `none`: no route was found, or the request was refused before one was looked for. */
const routeOf = (req: Request): string => {
  const path: unknown = req.getRoute()?.path;
  return typeof path === 'string' ? path : 'none';
};

export function countRequests(server: Server, { requests }: Metrics): void {
  server.on('after', (req: Request, res: Response) => {
    const { method: asked = '' } = req;
    const method = methods.has(asked) ? asked : 'other';
    requests.inc({ method, route: routeOf(req), status: String(res.statusCode) });
  });
}
