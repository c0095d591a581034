/**
 * What happens to a thrown error: a problem for the caller, the cause for the log. restify itself would send the
 * message of whatever was thrown, and a synchronous throw would end the process.
 */
import { type Formatters, formatters, type Next, type Request, type Response, type Server } from 'restify';
import type { Log } from './log.ts';
import { newReference, Problem, problemBody, sendThis } from './problem.ts';

const failed = (reference: string): Problem =>
  new Problem(500, '服务暂时出错', `请稍后再试；如果仍然出错，请把编号 ${reference} 告诉咨询台`);

/** restify's own errors, by name; every other one is a fault of ours. */
function asProblem(error: unknown, reference: string): Problem {
  if (error instanceof Problem) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'ResourceNotFoundError') return new Problem(404, '没有这个地址');
  if (name === 'MethodNotAllowedError') return new Problem(405, '这个地址不支持这种请求方法');
  return failed(reference);
}

const routeOf = (req: Request): unknown => req.getRoute()?.path;

/** Answers every error that reaches restify, and logs those that are ours, without body or address. */
export function answerErrors(server: Server, log: Log): void {
  // The callback is not called: restify would send the error itself.
  server.on('restifyError', (req: Request, res: Response, error: unknown) => {
    if (req.destroyed && !req.complete) return; // hung up while sending; nobody is there to answer
    const reference = newReference();
    const problem = asProblem(error, reference);
    if (problem.status >= 500) {
      const request = res.getHeader('X-Request-Id');
      log.error({ err: error, request, reference, method: req.method, route: routeOf(req) }, 'request failed');
    }
    if (res.headersSent && !res.writableEnded)
      res.destroy(); // cut off rather than let it look complete
    else sendThis(res, problem, reference);
  });
  server.on('after', (req: Request, res: Response) => {
    const ms = Date.now() - req.time();
    const reference = res.getHeader('X-Reference');
    const request = res.getHeader('X-Request-Id');
    log.debug({ request, method: req.method, route: routeOf(req), status: res.statusCode, ms, reference }, 'request');
  });
}

/** Whatever is sent as an error, or as a text with status 500 (as botbuilder does), leaves as a problem. */
const safely =
  (type: string): Formatters[string] =>
  (req, res, body: unknown) => {
    const format = formatters[type];
    if (!(body instanceof Error) && res.statusCode < 500) return format ? format(req, res, body) : String(body);
    const reference = newReference();
    const problem = asProblem(body, reference);
    if (problem.status >= 500)
      req.log.error({ err: body instanceof Error ? body : undefined, reference }, 'error sent');
    const text = JSON.stringify(problemBody(problem, reference));
    res.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
    res.setHeader('Content-Length', Buffer.byteLength(text));
    return text;
  };

export const safeFormatters: Formatters = Object.fromEntries(
  Object.keys(formatters).map((type) => [type, safely(type)]),
);

type Handler = (req: Request, res: Response, next: Next) => unknown;

/** A handler with a callback throws where nobody catches it: hand what it throws to restify. */
const guarded = (handler: Handler): Handler =>
  handler.length < 3
    ? handler
    : (req, res, next) => {
        try {
          return handler(req, res, next);
        } catch (error) {
          return next(error);
        }
      };

/** Makes synchronous throws in route handlers errors of their request only. */
export function guardHandlers(server: Server): void {
  const { router } = server as unknown as { router: { mount(options: unknown, handlers: Handler[]): unknown } };
  const mount = router.mount.bind(router); // restify's types spread the handlers; restify itself passes an array
  router.mount = (options, handlers) => mount(options, handlers.map(guarded));
}
