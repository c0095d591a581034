/** Parts of which operations are made: bodies, answers, refusals. */
import type { requests } from './requests.ts';
import type { responses } from './responses.ts';

type Json = Record<string, unknown>;
type SchemaName = keyof typeof requests | keyof typeof responses;

const schemaRef = (name: SchemaName): Json => ({ $ref: `#/components/schemas/${name}` });

interface Example {
  summary: string;
  value: unknown;
}

/** A JSON body, with an example by name. */
export const jsonBody = (name: SchemaName, examples?: Record<string, Example>, required = true): Json => ({
  required,
  content: { 'application/json': { schema: schemaRef(name), ...(examples && { examples }) } },
});

export const jsonAnswer = (description: string, name: SchemaName, examples?: Record<string, Example>): Json => ({
  description,
  content: { 'application/json': { schema: schemaRef(name), ...(examples && { examples }) } },
});

/** What of the refusals an operation may answer with; every other one is `default`. */
const refusals = {
  400: '请求内容不是正确的 JSON、不是 UTF-8，或格式不对',
  401: '没有带密钥（令牌、签名），或不对',
  403: '令牌或密钥不对，或已过期',
  404: '没有这个地址，或已经失效',
  409: '这个 externalId 已经问过别的问题',
  413: '请求内容过大',
  415: '不支持的内容类型，或压缩过的内容',
  422: '请求内容不符合要求，errors 逐项说明',
  429: '请求太频繁，请按 Retry-After 稍后再来',
  503: '暂时不能保存，或正在重启，请按 Retry-After 稍后再来',
};

const refusal = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: schemaRef('Problem') } },
});

/** The responses by which every operation may end, besides its own. */
export const refused = (...statuses: (keyof typeof refusals)[]): Json => ({
  ...Object.fromEntries(statuses.map((status) => [String(status), refusal(refusals[status])])),
  default: refusal('其他的拒绝，或服务出错：500 的编号请告诉咨询台'),
});

/** Of routes that refuse only what every route refuses. */
export const seldomRefused: Json = { '4XX': refusal('请求本身不成立，例如请求头过多') };
