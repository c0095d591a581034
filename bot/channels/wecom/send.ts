/** Sends one line of a talk to its member by message/send, and shows on a card what was chosen (document/path/90236, 94945). */
import { z } from 'zod';
import { type Language, say } from '../../../knowledge/language.ts';
import type { Log } from '../../log.ts';
import type { Send, Sent } from '../../sending.ts';
import type { WecomApi } from '../../wecom/api.ts';
import type { Trouble } from '../../wecom/trouble.ts';
import { memberBudget } from './budget.ts';
import { type Card, cardIn, templateCard } from './card.ts';
import { markdownOf } from './markdown.ts';
import { wecomWords } from './wording.ts';

/** Where replies go; nowhere else does anything that is kept hold the userid. One member: no list (`a|b`), and not all (`@all`). */
const address = z.object({ touser: z.string().regex(/^[^@|\s][^|\s]{0,127}$/) });

/** Messages of a minute that are left for texts: a card only saves typing. */
const keptForTexts = 10;

const line = z.object({ id: z.string().optional(), text: z.string(), channelData: z.unknown().optional() });
const names = z.string().catch('');
const receivers = z.object({ invaliduser: names, unlicenseduser: names });

export interface AppSender {
  send: Send;
  /** Shows on the card of this code what was chosen. Once; when it does not work, the card stays as it was. */
  showChosen(chosen: Chosen): Promise<void>;
}

export interface Chosen {
  userid: string;
  /** Of the card, as WeCom told it. */
  responseCode: string;
  what: string;
  language: Language;
}

interface SenderOptions {
  api: WecomApi;
  agentId: number;
  /** Texts go as markdown. */
  markdown: boolean;
  now: () => Date;
  log: Log;
}

export function appSender({ api, agentId, markdown, now, log }: SenderOptions): AppSender {
  const budget = memberBudget(now);
  // An identical question must arrive again when it is asked again: nothing is taken for a duplicate.
  const common = { agentid: agentId, enable_duplicate_check: 0 };

  return {
    async send({ activity, address: to }) {
      const known = address.safeParse(to).data;
      const said = line.safeParse(activity).data;
      if (!known || !said) return { state: 'failed', reason: 'no address or no text' };
      const { touser } = known;
      const card = cardIn(said.channelData);
      const wait = budget.spend(touser, card ? keptForTexts : 0);
      if (wait > 0) return laterOr(card, { reason: 'member budget', after: wait });
      const content = card
        ? { msgtype: 'template_card', template_card: templateCard(card, said.id ?? crypto.randomUUID()) }
        : textOf(said.text, markdown);
      const called = await api.call('message/send', { touser, ...content, ...common });
      if (called.state === 'ok') return arrival(called.answer);
      return called.state === 'retry' ? laterOr(card, called) : called;
    },
    async showChosen({ userid, responseCode, what, language }) {
      const button = { replace_name: say(wecomWords(language).chosen, { what }) };
      const update = { userids: [userid], agentid: agentId, response_code: responseCode, button };
      const called = await api.call('message/update_template_card', update);
      if (called.state !== 'ok') log.info({ reason: called.reason }, 'card not updated');
    },
  };
}

function textOf(text: string, markdown: boolean): object {
  const content = markdown ? markdownOf(text) : undefined;
  if (content !== undefined) return { msgtype: 'markdown', markdown: { content } };
  return { msgtype: 'text', text: { content: text } };
}

/** A text is tried again; a card is left out rather than hold up what follows it. */
const laterOr = (card: Card | undefined, { reason, after }: Pick<Trouble, 'reason' | 'after'>): Sent =>
  card ? { state: 'failed', reason } : { state: 'retry', reason, ...(after !== undefined && { after }) };

/** Errcode 0 does not mean that it went to anybody. */
function arrival(answer: Record<string, unknown>): Sent {
  const { invaliduser, unlicenseduser } = receivers.parse(answer);
  if (invaliduser !== '') return { state: 'failed', reason: 'invaliduser' };
  if (unlicenseduser !== '') return { state: 'failed', reason: 'unlicenseduser' };
  return { state: 'sent' };
}
