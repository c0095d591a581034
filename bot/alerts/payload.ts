/** What each kind of receiver is sent: a group robot of 企业微信, a webhook of Teams, anything else. Nothing of it is the applicant's own words. */

export interface AlertNews {
  /** A new question waits; or the oldest one has waited for an hour. */
  event: 'desk.pending' | 'desk.waiting';
  /** Id of the item. */
  item: string;
  why: string;
  channel: string;
  /** How many wait now, where it is known. */
  waiting?: number;
  /** ISO time at which it was asked for. */
  askedAt: string;
  /** The queue in the console; absent while nobody has told where the service is. */
  url?: string;
}

const reasons: Readonly<Record<string, string>> = {
  person: '申请人想找人工',
  'not-in-guide': '指南里没有写',
  declined: '不是指南的问题',
  clarify: '没有弄明白问的是什么',
};

const channels: Readonly<Record<string, string>> = {
  directline: '网页对话',
  msteams: 'Teams',
  wecom: '企业微信',
  wecomKf: '微信客服',
  console: '终端',
};

const titles = { 'desk.pending': '咨询台有新问题', 'desk.waiting': '咨询台有问题等了一个小时' } as const;

function linesOf({ why, channel, waiting }: AlertNews): string[] {
  return [
    `原因：${reasons[why] ?? '其他'}`,
    `渠道：${channels[channel] ?? '其他渠道'}`,
    ...(waiting === undefined ? [] : [`正在等待：${waiting} 个`]),
  ];
}

export type Receiver = 'wecom' | 'teams' | 'plain';

/** By the host of its address (developer.work.weixin.qq.com/document/path/91770; learn.microsoft.com, "Create Incoming Webhooks"). */
export function receiverOf(url: string): Receiver {
  const { hostname, pathname } = new URL(url);
  if (pathname.startsWith('/cgi-bin/webhook/send')) return 'wecom';
  return /(?:^|\.)(?:webhook\.office\.com|logic\.azure\.(?:com|cn)|api\.powerplatform\.(?:com|cn))$/.test(hostname)
    ? 'teams'
    : 'plain';
}

export function payloadFor(receiver: Receiver, news: AlertNews): object {
  const title = titles[news.event];
  const lines = linesOf(news);
  if (receiver === 'wecom') {
    const link = news.url === undefined ? [] : [`[打开咨询台](${news.url})`];
    return {
      msgtype: 'markdown',
      markdown: { content: [`**${title}**`, ...lines.map((each) => `> ${each}`), ...link].join('\n') },
    };
  }
  if (receiver === 'plain') {
    const { event, item, why, channel, waiting, askedAt, url } = news;
    return JSON.parse(
      JSON.stringify({ event, item, why, channel, waiting, askedAt, url, text: [title, ...lines].join('\n') }),
    );
  }
  const content = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.4',
    lang: 'zh',
    body: [
      { type: 'TextBlock', text: title, weight: 'Bolder', size: 'Medium', wrap: true },
      ...lines.map((text) => ({ type: 'TextBlock', text, wrap: true, spacing: 'Small' })),
    ],
    ...(news.url !== undefined && { actions: [{ type: 'Action.OpenUrl', title: '打开咨询台', url: news.url }] }),
  };
  const contentType = 'application/vnd.microsoft.card.adaptive';
  return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] };
}
