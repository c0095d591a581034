/** `GET /teams/privacy` and `/teams/terms`: the two pages that the app's entry in Teams must name, in Chinese with an English summary. */
import { createHash } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { noticeText } from '../../../../dialogs/notice.ts';
import { Html, html } from '../../../html.ts';

interface LegalOptions {
  guide: { title: string };
  /** Days that a conversation is kept after its last word. */
  keptDays: number;
}

interface Page {
  title: string;
  lines: readonly string[];
  english: string;
}

function pagesOf({ guide, keptDays }: LegalOptions): Readonly<Record<'privacy' | 'terms', Page>> {
  return {
    privacy: {
      title: '国合申报助手：数据说明',
      lines: [
        noticeText(keptDays, 'zh'),
        '保存的是：您在这段对话里发的话和助手的答复、由此记下的申报情况、结论清单，以及 Teams 给的会话编号、您的账号编号和显示名。图片和文件不读取、不保存。',
        '身份证号、手机号、固定电话在保存之前遮住。',
        '群聊和频道里只回答指南里的问题，不问也不记任何人的申报情况。',
        '数据存放在运行本服务的单位自己的服务器上；除了把答复发回您所在的对话，不向外发送。',
      ],
      english: `Messages, answers, the case made of them, and the conversation and account ids and display name that Teams sends are kept for ${keptDays} days after the last message, on servers of the organisation that runs this service, and are reviewed by its staff. Identity and phone numbers are masked before anything is stored. Send 我的数据, 导出我的数据 or 删除我的数据 to see, export or delete your data.`,
    },
    terms: {
      title: '国合申报助手：使用说明',
      lines: [
        `回答和结论依据《${guide.title}》，逐条比对您的回答得出，只供准备材料参考，以科技厅审核为准。`,
        '指南里没有写的，助手不作判断；请以申报通知为准，或向省科技厅、推荐单位咨询。',
        '请只填写您有权提供的信息，不要发身份证号、电话、银行账号，也不要发涉密内容。',
      ],
      english:
        'Answers and verdicts compare what you say with the published call. They help to prepare an application and bind nobody: the Department of Science and Technology has the last word. Please send nothing that you may not share.',
    },
  };
}

const style =
  ':root{color-scheme:light dark}body{font:16px/1.7 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:40em;margin:0 auto;padding:24px 16px}h1{font-size:20px}';

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Registers both pages. */
export function legalPages(server: Server, options: LegalOptions): void {
  const pages = pagesOf(options);
  for (const [name, page] of Object.entries(pages)) {
    const body = Buffer.from(pageOf(page));
    server.get(`/teams/${name}`, async (_req: Request, res: Response) => {
      res.setHeader('Content-Type', 'text/html; charset=utf-8');
      res.setHeader('Content-Length', body.length);
      res.setHeader('Content-Security-Policy', policy);
      res.setHeader('Cache-Control', 'no-cache');
      res.sendRaw(200, body);
    });
  }
}

const pageOf = ({ title, lines, english }: Page): string =>
  html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${lines.map((line) => html`<p>${line}</p>`)}
<p lang="en">${english}</p>
</main>
</body>
</html>
`.toString();
