/** The talk on the page: bubbles, cards, quick replies, the waiting dots. What people and bot say is text only. */
import { renderCard, safeLink } from './cards.js';
import { element } from './element.js';
import { openQuick } from './quick.js';

const adaptive = 'application/vnd.microsoft.card.adaptive';
const pause = 10 * 60_000;
/** A wait shorter than this is not worth a word. */
const unnoticed = 2_000;

function clockTime(date) {
  const time = { hour: '2-digit', minute: '2-digit', hour12: false };
  const day = { month: 'long', day: 'numeric' };
  const today = date.toDateString() === new Date().toDateString();
  return date.toLocaleString('zh-CN', today ? time : { ...day, ...time });
}

/** `onSay(said)` when a quick reply or a card says something, `onFresh()` when somebody would rather start anew. */
export function openMessages({ log, list, onSay, onFresh }) {
  const seen = new Set();
  const waiting = new Map();
  let lastSpoken = 0;
  let lastMine;
  let dots;
  let again;
  let quiet;
  let home = 0;
  const cards = new Set();
  const quick = openQuick({ add, onSay });

  function scroll() {
    // From the person's last words on, so that a long answer is read from its beginning.
    const from = lastMine ? lastMine.offsetTop - 12 : 0;
    log.scrollTop = Math.min(from, log.scrollHeight - log.clientHeight);
    home = log.scrollTop;
  }

  function settled() {
    if (log.getAttribute('aria-busy') === 'false') return;
    log.setAttribute('aria-busy', 'false');
    if (!lastMine || Date.now() - lastSpoken < pause) return;
    again = element('div', 'again');
    const fresh = element('button', 'choice', '开始新的对话');
    fresh.type = 'button';
    fresh.addEventListener('click', onFresh);
    again.append(element('p', '', '这是上次的对话，接着回答就可以。'), fresh);
    add(again);
  }

  function settle() {
    // A history that arrives at once is not read out line by line.
    clearTimeout(quiet);
    quiet = setTimeout(settled, 400);
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

  /** People of the help desk: their name stands above, where others see it in the text. */
  function deskBubble(text = '') {
    const [head = '', name = '咨询台'] = /^【(咨询台[^】]*)】/.exec(text) ?? [];
    const message = element('article', 'message bot desk');
    message.append(element('p', 'who', name), element('p', 'bubble', text.slice(head.length)));
    return message;
  }

  /** What was offered belongs to what was said before. */
  function moveOn() {
    quick.clear();
    again?.remove();
    again = undefined;
  }

  function attachment({ contentType, content, contentUrl, name }) {
    if (contentType === adaptive) {
      const card = renderCard(content, onSay);
      cards.add(card);
      return card.shell;
    }
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
    dots.append(element('i'), element('i'), element('i'));
    add(dots);
  }

  function fromBot({ from, text, attachments = [], suggestedActions, channelData }) {
    const message = from?.name === '咨询台' ? deskBubble(text) : bubble('bot', text);
    const asks = channelData?.question !== undefined || attachments.length > 0;
    // The buttons of an earlier card would now answer something else.
    if (asks) for (const card of cards) card.retire();
    if (asks) cards.clear();
    if (attachments.some(({ contentType }) => contentType === adaptive)) {
      message.append(element('span', 'unseen for-ears', '下面是一张卡片，可以按标题逐项浏览。'));
    }
    message.append(...attachments.map(attachment).filter(Boolean));
    moveOn();
    if (message.childElementCount > 1) add(message);
    quick.offer(suggestedActions?.actions);
  }

  const label = ({ text, channelData }) => text || channelData?.label || '（已选择）';

  return {
    clear() {
      for (const kept of [seen, waiting, cards]) kept.clear();
      list.replaceChildren();
      lastSpoken = 0;
      lastMine = undefined;
      dots = undefined;
      moveOn();
      log.setAttribute('aria-busy', 'true');
    },
    think,
    /** After the window changed; whoever reads further up is left there. */
    keepPlace() {
      if (Math.abs(log.scrollTop - home) < 8 || log.scrollTop + log.clientHeight >= log.scrollHeight - 8) scroll();
    },
    focusQuick: quick.focus,
    spoken: () => lastMine !== undefined,

    /** What the person just said, before the server has it. Returns marks for what becomes of it. */
    say(activity, again) {
      const id = activity.channelData.clientActivityID;
      moveOn();
      clock();
      const message = bubble('mine', label(activity));
      message.tabIndex = -1;
      waiting.set(id, message);
      lastMine = message;
      add(message);
      const late = element('p', 'late');
      const noticed = setTimeout(() => {
        late.textContent = '还没有送到，会自动重发';
        message.append(late);
        scroll();
      }, unnoticed);
      const done = () => {
        clearTimeout(noticed);
        late.remove();
      };
      return {
        focus: () => message.focus({ preventScroll: true }),
        kept: done,
        failed() {
          done();
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
        moveOn();
        clock(activity.timestamp);
        lastMine = bubble('mine', label(activity));
        add(lastMine);
        return true;
      }
      clock(activity.timestamp);
      fromBot(activity);
      return true;
    },
  };
}
