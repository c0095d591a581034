/** A reply as 微信客服 says it: text with the choices as a menu, cut to what one message can carry. */
import type { Reply } from '../../../dialogs/reply.ts';
import { words } from '../../../dialogs/wording.ts';
import type { ChecklistLinks } from '../../checklists/links.ts';
import type { Env } from '../../env.ts';
import { bytesOf, cutText, mostBytes } from '../../wecom/text.ts';
import type { Message, Presenting } from '../channel.ts';
import { channelDataOf, localeOf } from '../present.ts';
import { presentText } from '../presentText.ts';
import { fitsMenu, headBytes, numbered, spare } from './menu.ts';

/** Five are allowed after each message of the customer (document/path/94677); one is left for a person. */
export const mostAtOnce = 4;

export function kfPresenting(handoff: Env['WECOM_KF_HANDOFF']): Presenting {
  const shown = (reply: Reply): Reply => (handoff === 'seat' ? connecting(reply) : reply);
  const seat = handoff === 'seat' && { seat: true };
  return { present: (reply, checklist) => present(shown(reply), checklist), split, mostAtOnce, ...seat };
}

function present(reply: Reply, checklist?: ChecklistLinks): Message {
  const { choices = [] } = reply;
  const menu = fitsMenu(choices);
  const { choices: _menu, ...unnumbered } = reply;
  const { text = '' } = presentText(menu ? unnumbered : reply, checklist);
  const channelData = {
    ...channelDataOf(reply).channelData,
  };
  return {
    type: 'message',
    text,
    locale: localeOf(reply.language ?? 'zh'),
    ...(menu && {
      suggestedActions: { to: [], actions: choices.map((title) => ({ type: 'imBack', title, value: title })) },
    }),
    ...(Object.keys(channelData).length > 0 && { channelData }),
  };
}

/** Where a seat takes over, the dialogs' word that nobody can is not true, and nothing is asked any more. */
function connecting(reply: Reply): Reply {
  const { basis, language = 'zh' } = reply;
  const spoken = language === 'zh' ? {} : { language };
  return basis?.answerStatus === 'person' ? { text: words(language).personComes, basis, ...spoken } : reply;
}

/** What the message rests on and its menu stay with its last part; a menu that does not fit there is written out. */
function split(message: Message): Message[] {
  const { text = '', suggestedActions, ...rest } = message;
  const { locale } = rest;
  const choices = suggestedActions?.actions.map(({ title }) => title) ?? [];
  if (choices.length > 0 && bytesOf(text) <= headBytes) return [message];
  const parts = cutText(text, mostBytes - spare);
  const last = parts.at(-1) ?? '';
  const earlier = parts.slice(0, -1);
  const menu = choices.length > 0 && bytesOf(last) <= headBytes;
  const ends = choices.length === 0 || menu ? [last] : cutText(`${last}\n${numbered(choices)}`, mostBytes - spare);
  return [...earlier, ...ends].map((part, at, all) =>
    at < all.length - 1
      ? { type: 'message', text: part, ...(locale && { locale }) }
      : { ...rest, text: part, ...(menu && suggestedActions && { suggestedActions }) },
  );
}
