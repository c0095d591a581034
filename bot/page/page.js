/** The chat page: ties the connection, the talk, the box and the progress bar together. */
import { openComposer } from './composer.js';
import { openConnection } from './connection.js';
import { openMessages } from './messages.js';

const longestThought = 20_000;
/** Most answers come sooner than an indicator could be seen, and most restarts sooner than they need a word. */
const shortThought = 200;
const byId = (id) => document.getElementById(id);
const subtitle = byId('status').textContent;

let thinking;
function think(on) {
  clearTimeout(thinking);
  if (!on) return messages.think(false);
  thinking = setTimeout(() => {
    messages.think(true);
    thinking = setTimeout(() => messages.think(false), longestThought);
  }, shortThought);
}

function showProgress(data) {
  const bar = byId('progress');
  const { index, total } = data?.question ?? {};
  if (data?.assessment || data?.question === undefined) {
    // Between two questions the bar stays; at the verdict it has done its work.
    if (data?.assessment) bar.hidden = true;
    return;
  }
  if (!(index > 0 && total >= index)) return;
  const left = total - index;
  byId('progress-text').textContent = left > 0 ? `第 ${index} 题，最多还有 ${left} 题` : `第 ${index} 题，最后一题`;
  Object.assign(byId('progress-bar'), { max: total, value: index - 1 });
  bar.hidden = false;
}

/** Somebody at the help desk has the talk: people answer when they have read it. */
let withDesk = false;

async function deliver(activity, marks) {
  think(!withDesk);
  try {
    await connection.send(activity);
    marks.kept();
  } catch {
    think(false);
    marks.failed();
  }
}

function say(said) {
  const activity = connection.prepare(said);
  const marks = messages.say(activity, () => deliver(activity, marks));
  // The button that was pressed is gone; without a keyboard the cursor goes to where the answer will follow.
  if (!composer.focusWithKeyboard() && document.activeElement === document.body) marks.focus();
  return deliver(activity, marks);
}

const messages = openMessages({ log: byId('log'), list: byId('messages'), onSay: say, onFresh: startOver });
const composer = openComposer({
  form: byId('composer'),
  box: byId('box'),
  notice: byId('notice'),
  onSay: (text) => say({ text }),
  onUp: messages.focusQuick,
  onPage: (direction) => byId('log').scrollBy({ top: direction * byId('log').clientHeight * 0.85 }),
});
byId('messages').addEventListener('keydown', (event) => {
  const types = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
  // Whoever types in the middle of the buttons means the box.
  if (event.key === 'Escape' || (types && event.target.matches('.choice'))) composer.focus();
});
const connection = openConnection({
  onConversation() {
    withDesk = false;
    messages.clear();
    byId('progress').hidden = true;
  },
  onState(state) {
    const offline = state === 'offline';
    if (offline) think(false);
    const text = offline ? '正在重新连接…' : subtitle;
    // The same words again would be read out again.
    if (byId('status').textContent !== text) byId('status').textContent = text;
    byId('status').classList.toggle('offline', offline);
  },
  onActivity(activity) {
    if (activity.type === 'typing' && activity.from?.role === 'bot') return think(true);
    if (activity.type !== 'message') return;
    const fromBot = activity.from?.role === 'bot';
    if (fromBot) think(false);
    const { state } = activity.channelData?.desk ?? {};
    if (fromBot && state) withDesk = state === 'taken' || state === 'answered';
    if (messages.hear(activity) && fromBot) showProgress(activity.channelData);
  },
});

const question = byId('confirm');
function startOver() {
  if (messages.spoken()) question.showModal();
  else composer.focusWithKeyboard();
}
byId('fresh').addEventListener('click', startOver);
question.addEventListener('close', () => {
  if (question.returnValue === 'yes') connection.startOver();
  question.returnValue = '';
  composer.focusWithKeyboard();
});
window.addEventListener('resize', messages.keepPlace);
