/** Calls of WeCom's API for the doctor: one try each, and the refusal as a check. */
import type { z } from 'zod';
import { type Asking, ask } from './ask.ts';
import { type Check, failed } from './check.ts';
import { seen } from './publicUrl.ts';
import { type AppNames, answered, refused } from './wecomErrors.ts';

export interface WecomCaller {
  base: string;
  names: AppNames;
  patience: number;
}

interface Call<T> {
  path: string;
  query: Record<string, string>;
  form: z.ZodType<T>;
  body?: unknown;
}

/** The answer, or what stands in its way. */
export async function call<T>(
  { base, names, patience }: WecomCaller,
  { path, query, form, body }: Call<T>,
): Promise<{ got: T } | { wrong: Check }> {
  const posted: Partial<Asking> =
    body === undefined
      ? {}
      : { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  const answer = await ask(`${base}${path}?${new URLSearchParams(query)}`, { patience, ...posted });
  const told = answer.kind === 'answered' ? answered.safeParse(answer.json).data : undefined;
  if (told === undefined)
    return {
      wrong: failed(
        `企业微信的接口问不到：${seen(answer, '企业微信的接口')}`,
        '检查这台机器能不能访问外网，WECOM_API_BASE 对不对（公有云是 https://qyapi.weixin.qq.com，政务微信和私有部署有自己的地址）。',
      ),
    };
  if (told.errcode !== 0) return { wrong: refused(told, names) };
  const got = form.safeParse(told);
  if (got.success) return { got: got.data };
  return { wrong: failed('企业微信的接口回答得不完整', '确认 WECOM_API_BASE 指向的是企业微信，稍后再运行一次。') };
}
