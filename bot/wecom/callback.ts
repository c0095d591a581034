/**
 * The callback address of one app: GET proves to WeCom that it is ours, POST brings what people say. A POST is checked in the order size,
 * XML, signature, cipher, receiver, app, age; then the channel keeps it, and only then it is acknowledged, whatever the answer to it takes.
 * There is no way without a signature, and whoever is refused learns nothing but that.
 */
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { Log } from '../log.ts';
import { Problem } from '../problem.ts';
import { bodyOf, queryValue, takeBody } from '../server.ts';
import { type CallbackSecrets, callbackCipher } from './crypto.ts';
import { seldom } from './seldom.ts';
import { readXml } from './xml.ts';

export interface CallbackOptions {
  /** `/wecom/callback`. */
  path: string;
  secrets: CallbackSecrets;
  /** Messages of another app are refused; absent where messages name none (微信客服). */
  agentId?: number | undefined;
  now: () => Date;
  log: Log;
  /**
   * Takes the decrypted XML in; what the channel has no use for it passes over. Resolves when it is kept; when it rejects, WeCom is
   * told that the service failed and sends it again.
   */
  take(plaintext: string): Promise<void>;
}

/** Larger than any callback; WeCom's texts have 2048 bytes. */
const limit = 64 * 1024;

/**
 * Milliseconds. WeCom sends again after 5 seconds, three times, with the same CreateTime: that and a slow way fit in. The rest is for
 * clocks that disagree. What is sent again within it is known by its id for much longer.
 */
const age = { most: 10 * 60_000, ahead: 5 * 60_000 };

const envelope = z.object({ Encrypt: z.string().min(1) });
const inside = z.object({
  ToUserName: z.string(),
  CreateTime: z.string().regex(/^\d{1,12}$/),
  AgentID: z.string().optional(),
});

type Refusal = 'parameters' | 'xml' | 'signature' | 'cipher' | 'message' | 'receiver' | 'app' | 'age' | 'echo';

const refused = (): Problem => new Problem(400, '回调请求不正确');

export function wecomCallback(server: Server, options: CallbackOptions): void {
  const { path, secrets, agentId, now, log, take } = options;
  const cipher = callbackCipher(secrets);
  const warn = seldom(now);

  function refuse(why: Refusal): never {
    const hint = why === 'age' ? '；请检查本机时钟' : '';
    warn(why, (times) => log.warn({ route: path, why, times }, `企业微信回调被拒绝${hint}`));
    throw refused();
  }

  /** The plaintext of what is signed. */
  function opened(req: Request, encrypted: string): string {
    const [signature, timestamp, nonce] = ['msg_signature', 'timestamp', 'nonce'].map((name) => queryValue(req, name));
    if (!signature || !timestamp || !nonce) return refuse('parameters');
    if (!cipher.isSigned(signature, timestamp, nonce, encrypted)) return refuse('signature');
    return cipher.open(encrypted) ?? refuse('cipher');
  }

  function checked(plaintext: string): string {
    const message = readXml(plaintext, inside) ?? refuse('message');
    if (message.ToUserName !== secrets.receiveId) return refuse('receiver');
    if (agentId !== undefined && message.AgentID !== String(agentId)) return refuse('app');
    const old = now().getTime() - Number(message.CreateTime) * 1000;
    if (old > age.most || old < -age.ahead) return refuse('age');
    return plaintext;
  }

  server.get(path, async (req: Request, res: Response) => {
    // A proxy may have turned + into a space; base64 has none, and the signature decides.
    const echo = queryValue(req, 'echostr')?.replaceAll(' ', '+') ?? refuse('parameters');
    const text = opened(req, echo);
    // A message is signed in the same way: nobody shall have it read out by asking here.
    if (!/^[!-;=-~]{1,256}$/.test(text)) return refuse('echo');
    // restify would put quotes around it.
    res.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': Buffer.byteLength(text) });
    res.end(text);
  });

  takeBody(server, path, { limit, text: ['text/xml', 'application/xml', 'text/plain', ''] });
  server.post(path, async (req: Request, res: Response) => {
    const body = bodyOf(req);
    const { Encrypt } = (typeof body === 'string' ? readXml(body, envelope) : undefined) ?? refuse('xml');
    const plaintext = checked(opened(req, Encrypt));
    try {
      await take(plaintext);
    } catch (error) {
      log.error({ err: error, route: path }, 'callback not kept');
      throw new Problem(503, '暂时无法接收', '请稍后再试');
    }
    res.writeHead(200, { 'Content-Length': 0 });
    res.end();
  });
}
