/** What a POST of the console carries: a form, or an upload; bounded before anything parses it. */
import type { IncomingMessage } from 'node:http';
import { discard, readBytes } from '../body.ts';
import { Problem } from '../problem.ts';

/** Bytes of a form without files: 4,000 characters are at most 36 KB in a form, and pages have several such fields. */
const formLimit = 256 * 1024;
const mostFields = 2000;

export interface Sent {
  form: URLSearchParams;
  files: Map<string, { name: string; bytes: Uint8Array }>;
}

/** @param upload bytes, where the route takes files */
export async function readForm(req: IncomingMessage, upload?: number): Promise<Sent> {
  const type = req.headers['content-type'] ?? '';
  const multipart = /^multipart\/form-data\s*;/i.test(type);
  const sent: Sent = { form: new URLSearchParams(), files: new Map() };
  if (!multipart && !/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
    discard(req);
    if (Number(req.headers['content-length'] ?? 0) === 0 && req.headers['transfer-encoding'] === undefined) return sent;
    throw new Problem(415, '不支持这种内容类型', '请用页面上的表单提交');
  }
  const limit = multipart && upload !== undefined ? upload + formLimit : formLimit;
  if (Number(req.headers['content-length'] ?? 0) > limit) {
    discard(req);
    throw tooLarge(limit);
  }
  const bytes = await readBytes(req, limit);
  if (!multipart) {
    sent.form = new URLSearchParams(bytes.toString('utf8'));
    if (sent.form.size > mostFields) throw new Problem(413, '表单的项目过多');
    return sent;
  }
  const data = await new Response(new Uint8Array(bytes), { headers: { 'Content-Type': type } })
    .formData()
    .catch((cause: unknown) => {
      throw Object.assign(new Problem(400, '上传的内容不完整', '请重新选择文件再上传'), { cause });
    });
  let fields = 0;
  for (const [name, value] of data) {
    fields += 1;
    if (fields > mostFields) throw new Problem(413, '表单的项目过多');
    if (typeof value === 'string') sent.form.append(name, value);
    // A file field that was left empty is sent as a file without name and content.
    else if (value.name !== '' || value.size > 0)
      sent.files.set(name, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  if (upload !== undefined && [...sent.files.values()].some((file) => file.bytes.length > upload))
    throw tooLarge(upload);
  return sent;
}

const tooLarge = (limit: number): Problem =>
  new Problem(
    413,
    '内容过大',
    `最多 ${limit >= 2 ** 20 ? `${Math.floor(limit / 2 ** 20)} MB` : `${Math.floor(limit / 1024)} KB`}`,
  );
