/** The whole description of what outsiders may use: OpenAPI 3.1, its schemas made from the forms that the routes themselves read by. */
import { z } from 'zod';
import { apiPaths } from './apiPaths.ts';
import { directLinePaths } from './directLinePaths.ts';
import { otherPaths } from './otherPaths.ts';
import { requests } from './requests.ts';
import { responses } from './responses.ts';

type Json = Record<string, unknown>;

/** As components; what one of them holds of another is a reference. Requests as they come in, answers as they go out. */
function schemasOf(forms: Readonly<Record<string, z.ZodType>>, io: 'input' | 'output'): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, form] of Object.entries(forms)) registry.add(form, { id });
  const { schemas } = z.toJSONSchema(registry, { io, uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _dialect, $id: _id, ...schema }]) => [id, schema]),
  );
}

const bearer = (description: string): Json => ({ type: 'http', scheme: 'bearer', description });

/** Made once; the same for every service of this version. */
export const openApi = (version: string): Json => ({
  openapi: '3.1.1',
  info: {
    title: '国合申报助手',
    version,
    summary: '江西省国际科技合作项目的申报自查和问答',
    description:
      '没有设置密钥、只对本机开放的服务上，接口不用带密钥。每个答复都有 X-Request-Id，日志里按它能查到；请求里带了合规的就用请求里的。渠道自己的回调（/api/messages、/wecom/callback、/wecom-kf/callback）按各平台的协议，不在这里。',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  tags: [
    { name: '接口', description: '给工单系统和其他程序用' },
    { name: 'Direct Line', description: '对话：Bot Framework 的 Direct Line 3.0' },
    { name: '带走的', description: '对话里给出的链接' },
    { name: '监控', description: '健康检查、指标、这份文档' },
  ],
  paths: { ...apiPaths, ...directLinePaths, ...otherPaths },
  components: {
    schemas: { ...schemasOf(requests, 'input'), ...schemasOf(responses, 'output') },
    securitySchemes: {
      apiKey: bearer('HELPDESK_API_KEYS 里的密钥'),
      directLine: bearer('DIRECTLINE_SECRET，或一段对话的令牌'),
      metricsKey: bearer('METRICS_KEY'),
      zammadSignature: {
        type: 'apiKey',
        in: 'header',
        name: 'X-Hub-Signature',
        description: 'sha1=，后接以 HELPDESK_WEBHOOK_SECRET 对请求内容算的 HMAC-SHA1',
      },
    },
  },
});
