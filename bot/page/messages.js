/** The talk on the page: bubbles, cards, quick replies, the waiting dots. What people and bot say is text only. */
import { openLink, renderCard, safeLink } from './cards.js';

const adaptive = 'application/vnd.microsoft.card.adaptive';
const pause = 10 * 60_000;

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function clockTime(date) {
  const time = { hour: '2-digit', minute: '2-digit', hour12: false };
  const day = { month: 'long', day: 'numeric' };
  const today = date.toDateString() === new Date().toDateString();
  return date.toLocaleString('zh-CN', today ? time : { ...day, ...time });
}

/** `onSay(said)` when a quick reply or a card says something. */
export function openMessages({ log, list, onSay }) {
  const seen = new Set();
  const waiting = new Map();
  let lastSpoken = 0;
  let lastMine;
  let quick;
  let dots;
  let quiet;

  function scroll() {
    // From the person's last words on, so that a long answer is read from its beginning.
    const from = lastMine ? lastMine.offsetTop - 12 : 0;
    log.scrollTop = Math.min(from, log.scrollHeight - log.clientHeight);
  }

  function settle() {
    // A history that arrives at once is not read out line by line.
    clearTimeout(quiet);
    quiet = setTimeout(() => log.setAttribute('aria-busy', 'false'), 400);
  }

  function add(node) {
    list.append(node);
    if (dots) list.append(dots);
    settle();
    scroll();
  }

  function clock(timestamp) {
    const date = new Date(timestamp ?? Date.now());
    if (date - lastSpoken > pause) add(element('p', 'when', clockTime(date)));
    lastSpoken = Number(date);
  }

  function bubble(who, text) {
    const message = element('article', `message ${who}`);
    message.append(element('span', 'unseen', who === 'mine' ? '您：' : '国合申报助手：'));
    if (text) message.append(element('p', 'bubble', text));
    return message;
  }

  function clearQuick() {
    quick?.remove();
    quick = undefined;
  }

  function offer(actions) {
    clearQuick();
    if (!actions?.length) return;
    quick = element('div', 'quick');
    quick.setAttribute('role', 'group');
    quick.setAttribute('aria-label', '可以这样回答');
    for (const action of actions) {
      const button = element('button', 'choice', action.title);
      button.type = 'button';
      button.addEventListener('click', () => {
        if (action.type === 'openUrl') openLink(action.value);
        else onSay({ text: action.title });
      });
      quick.append(button);
    }
    add(quick);
  }

  function attachment({ contentType, content, contentUrl, name }) {
    if (contentType === adaptive) return renderCard(content, onSay);
    const link = contentUrl && safeLink(contentUrl);
    if (!link) return undefined;
    const anchor = element('a', 'bubble', name ?? '打开附件');
    Object.assign(anchor, { href: link, target: '_blank', rel: 'noopener noreferrer' });
    return anchor;
  }

  function think(on) {
    dots?.remove();
    dots = undefined;
    if (!on) return;
    dots = element('div', 'dots');
    dots.setAttribute('aria-hidden', 'true');
    dots.append(element('i', ''), element('i', ''), element('i', ''));
    add(dots);
  }

  const label = ({ text, channelData }) => text || channelData?.label || '（已选择）';

  return {
    clear() {
      for (const kept of [seen, waiting]) kept.clear();
      list.replaceChildren();
      lastSpoken = 0;
      lastMine = undefined;
      quick = undefined;
      dots = undefined;
      log.setAttribute('aria-busy', 'true');
    },
    think,
    scroll,
    spoken: () => lastMine !== undefined,

    /** What the person just said, before the server has it. Returns marks for what becomes of it. */
    say(activity, again) {
      const id = activity.channelData.clientActivityID;
      clearQuick();
      clock();
      const message = bubble('mine', label(activity));
      message.classList.add('sending');
      waiting.set(id, message);
      lastMine = message;
      add(message);
      return {
        kept: () => message.classList.remove('sending'),
        failed() {
          const retry = element('button', 'retry', '没有发出去，点这里重发');
          retry.type = 'button';
          retry.addEventListener('click', () => {
            retry.remove();
            again();
          });
          message.append(retry);
          scroll();
        },
      };
    },

    /** An activity of the transcript; one that is shown already changes nothing. Returns whether it was new. */
    hear(activity) {
      if (seen.has(activity.id)) return false;
      seen.add(activity.id);
      if (activity.from?.role !== 'bot') {
        const id = activity.channelData?.clientActivityID;
        if (waiting.delete(id)) return false;
        clearQuick();
        clock(activity.timestamp);
        lastMine = bubble('mine', label(activity));
        add(lastMine);
        return true;
      }
      clock(activity.timestamp);
      const message = bubble('bot', activity.text);
      message.append(...(activity.attachments ?? []).map(attachment).filter(Boolean));
      clearQuick();
      if (message.childElementCount > 1) add(message);
      offer(activity.suggestedActions?.actions);
      return true;
    },
  };
}
