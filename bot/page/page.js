/** The chat page: ties the connection, the talk, the box and the progress bar together. */
import { openComposer } from './composer.js';
import { openConnection } from './connection.js';
import { openMessages } from './messages.js';

const longestThought = 20_000;
const byId = (id) => document.getElementById(id);
const subtitle = byId('status').textContent;

let thinking;
function think(on) {
  clearTimeout(thinking);
  messages.think(on);
  if (on) thinking = setTimeout(() => messages.think(false), longestThought);
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

async function deliver(activity, marks) {
  think(true);
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
  composer.focusWithKeyboard();
  return deliver(activity, marks);
}

const messages = openMessages({ log: byId('log'), list: byId('messages'), onSay: say });
const composer = openComposer({ form: byId('composer'), box: byId('box'), onSay: (text) => say({ text }) });
const connection = openConnection({
  onConversation() {
    messages.clear();
    byId('progress').hidden = true;
  },
  onState(state) {
    const offline = state === 'offline';
    byId('status').textContent = offline ? '连接断了，正在重新连接…' : subtitle;
    byId('status').classList.toggle('offline', offline);
  },
  onActivity(activity) {
    if (activity.type === 'typing' && activity.from?.role === 'bot') return think(true);
    if (activity.type !== 'message') return;
    const fromBot = activity.from?.role === 'bot';
    if (fromBot) think(false);
    if (messages.hear(activity) && fromBot) showProgress(activity.channelData);
  },
});

const question = byId('confirm');
byId('fresh').addEventListener('click', () => {
  if (messages.spoken()) question.showModal();
  else composer.focusWithKeyboard();
});
question.addEventListener('close', () => {
  if (question.returnValue === 'yes') connection.startOver();
  question.returnValue = '';
  composer.focusWithKeyboard();
});
window.addEventListener('resize', messages.scroll);
