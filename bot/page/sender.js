/** Sends what was said, one after the other, until the service has it: over breaks of any length, each once. */
import { keep, release } from './outbox.js';

const longestWait = 15_000;
const mostAttempts = 8;

/** How long to wait before the next attempt; not all pages at the same moment. */
export const backoff = (attempt) => Math.min(longestWait, 700 * 2 ** attempt) * (0.8 + Math.random() * 0.4);

const first = (observable) => new Promise((resolve, reject) => observable.subscribe(resolve, reject));
const refused = ({ status }) => status >= 400 && status < 500 && status !== 429;

/** `link()` gives the client and the person while the connection stands; `conversation()` the one that is shown. */
export function openSender({ link, conversation }) {
  let waiting = [];
  let sending = Promise.resolve();

  const upOrAfter = (ms) =>
    new Promise((resolve) => {
      const late = setTimeout(resolve, ms);
      waiting.push(() => {
        clearTimeout(late);
        resolve();
      });
    });

  async function attempt(activity) {
    const { client, person } = link();
    try {
      return (await first(client.postActivity({ ...activity, from: { id: person } }))) !== 'retry';
    } catch (error) {
      if (refused(error)) throw error;
      return false;
    }
  }

  /** Failures count only while the connection stands; without one it waits as long as it takes. */
  async function post(activity, at) {
    for (let failures = 0; failures < mostAttempts; ) {
      // What was said before there was a conversation belongs to the first.
      if (at !== undefined && at !== conversation()) throw new Error('another conversation');
      if (!link()) {
        await upOrAfter(longestWait);
        continue;
      }
      if (await attempt(activity)) return;
      if (link()) failures += 1;
      await upOrAfter(backoff(failures));
    }
    throw new Error('not sent');
  }

  return {
    /** The connection stands again. */
    wake() {
      const all = waiting;
      waiting = [];
      for (const each of all) each();
    },
    send(activity) {
      const at = conversation();
      keep(activity, at);
      const sent = sending.then(() => post(activity, at)).finally(() => release(activity));
      sending = sent.catch(() => {});
      return sent;
    },
  };
}
