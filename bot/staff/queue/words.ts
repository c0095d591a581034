/** What the pages of the help desk say of times, reasons, channels' limits and deliveries. */
import type { Window } from '../../channels/channel.ts';
import type { DeliveryState } from './deliveries.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** 「3 分钟」「2 小时 5 分」「1 天 3 小时」; under a minute 「不到 1 分钟」. */
export function spanText(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / minute);
  if (minutes < 1) return '不到 1 分钟';
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
  if (hours > 0) return rest > 0 ? `${hours} 小时 ${rest} 分` : `${hours} 小时`;
  return `${rest} 分钟`;
}

/** How long ago it was. */
export const sinceText = (from: string, now: Date): string => spanText(now.getTime() - Date.parse(from));

const whys: Readonly<Record<string, string>> = {
  person: '要找人工',
  'not-in-guide': '指南未规定',
  declined: '不属于指南',
  clarify: '没问清楚',
};
export const whyText = (why: string): string => (Object.hasOwn(whys, why) ? whys[why] : undefined) ?? why;

const stops: Readonly<Record<string, string>> = {
  person: '申报人要求由人答复。',
  'not-in-guide': '指南没有写到这一点，助手不猜，申报人同意转给咨询台。',
  declined: '这不是指南管的事，申报人要转给咨询台。',
  clarify: '助手没弄清问的是哪一点，申报人同意转给咨询台。',
};
/** Why the assistant stopped. */
export const stoppedText = (why: string): string => (Object.hasOwn(stops, why) ? stops[why] : undefined) ?? why;

export type Tone = 'good' | 'warning' | 'attention' | 'plain';

interface DeliverySaid {
  text: string;
  tone: Tone;
  /** What will come of it. */
  follows?: string;
}

const deliveries: Readonly<Record<DeliveryState, DeliverySaid>> = {
  pending: { text: '等待送出', tone: 'warning' },
  visible: { text: '对方可见', tone: 'good' },
  sent: { text: '已送出', tone: 'good' },
  failed: { text: '没有送到', tone: 'attention', follows: '将在对方下次发消息时首先送达' },
  ambiguous: { text: '不确定是否送到', tone: 'attention', follows: '可能已经送到，为免重复没有重发' },
};
export const deliveryText = (state: DeliveryState): DeliverySaid => deliveries[state];

/** 「还能发 31 小时，4 条」; undefined where nothing limits it. */
export function windowText(window: Window | undefined, now: Date): { text: string; tone: Tone } | undefined {
  if (!window) return undefined;
  const { until, messages, closed } = window;
  const left = until === undefined ? undefined : Date.parse(until) - now.getTime();
  if (closed || messages === 0 || (left !== undefined && left <= 0))
    return { text: '现在发不出去，将在对方下次发消息时首先送达', tone: 'attention' };
  const time = left === undefined ? [] : [wholeHours(left)];
  const parts = [...time, ...(messages === undefined ? [] : [`${messages} 条`])];
  if (parts.length === 0) return undefined;
  const short = (left ?? day) < 2 * 60 * minute || (messages ?? 9) < 2;
  return { text: `还能发 ${parts.join('，')}`, tone: short ? 'warning' : 'plain' };
}

/** Rounded down: what is promised must hold. */
const wholeHours = (ms: number): string =>
  ms >= 60 * minute ? `${Math.floor(ms / (60 * minute))} 小时` : `${Math.max(1, Math.floor(ms / minute))} 分钟`;

/** The first characters of a text on one line. */
export function short(text: string, most: number): string {
  const signs = [...text.replace(/\s+/gu, ' ').trim()];
  return signs.length > most ? `${signs.slice(0, most).join('')}…` : signs.join('');
}
