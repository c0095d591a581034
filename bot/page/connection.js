/** Keeps one Direct Line client alive: opens it, opens it again when it breaks, sends each message once. */
import { leftOver } from './outbox.js';
import { backoff, openSender } from './sender.js';
import { conversation, forget, randomId, renew } from './session.js';

const polledFor = 30_000;
const status = { online: 2, expired: 3, failed: 4 };

/**
 * `onActivity(activity)`, in order, possibly repeated after a break; `onState('connecting' | 'online' | 'offline')`;
 * `onConversation()` when another conversation begins and what is shown must go.
 */
export function openConnection({ onActivity, onState, onConversation }) {
  let client;
  let subscriptions = [];
  let session;
  let watermark = '';
  let generation = 0;
  let failures = 0;
  let socketWorked = false;
  let socketsRefused = 0;
  let timer;
  let connected = false;
  const sender = openSender({
    link: () => (connected && client ? { client, person: session.person } : undefined),
    conversation: () => session?.conversationId ?? conversation(),
  });

  function drop() {
    clearTimeout(timer);
    connected = false;
    for (const subscription of subscriptions) subscription.unsubscribe();
    subscriptions = [];
    if (client) watermark = client.watermark || watermark;
    client?.end();
    client = undefined;
  }

  function up(mine) {
    if (mine !== generation) return;
    failures = 0;
    connected = true;
    onState('online');
    sender.wake();
  }

  function down(mine) {
    if (mine !== generation) return;
    generation += 1;
    drop();
    onState('offline');
    timer = setTimeout(() => void open(), backoff(failures));
    failures += 1;
  }

  function startClient(mine) {
    // Where WebSockets do not get through at all, polling does.
    const polls = !socketWorked && socketsRefused >= 2;
    class Watched extends WebSocket {
      constructor(url) {
        super(url);
        let worked = false;
        this.addEventListener('open', () => {
          worked = true;
          socketWorked = true;
          up(mine);
        });
        this.addEventListener('close', () => {
          if (!worked) socketsRefused += 1;
          down(mine);
        });
      }
    }
    client = new window.DirectLine.DirectLine({
      token: session.token,
      conversationId: session.conversationId,
      domain: `${location.origin}/v3/directline`,
      watermark,
      webSocket: !polls,
      WebSocket: Watched,
      pollingInterval: 1000,
    });
    subscriptions = [
      client.activity$.subscribe(onActivity, () => down(mine)),
      client.connectionStatus$.subscribe((now) => {
        if (now === status.expired || now === status.failed) setTimeout(() => down(mine));
        if (now === status.online && polls) up(mine);
      }),
    ];
    // A poller that failed ends silently, so it is begun anew from time to time.
    if (polls) timer = setTimeout(() => void open(), polledFor);
  }

  async function open() {
    generation += 1;
    const mine = generation;
    drop();
    try {
      const renewed = await renew();
      if (mine !== generation) return;
      if (session?.conversationId !== renewed.conversationId) {
        watermark = '';
        onConversation();
        session = renewed;
        // Shown when the service gives it back, in its place in the talk.
        for (const activity of leftOver(session.conversationId)) void sender.send(activity).catch(() => {});
      }
      session = renewed;
      startClient(mine);
    } catch {
      down(mine);
    }
  }

  let hiddenSince = 0;
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) hiddenSince = Date.now();
    // A phone that slept holds a socket that only looks open.
    else if (Date.now() - hiddenSince > 60_000) void open();
  });
  window.addEventListener('online', () => void open());

  onState('connecting');
  void open();

  return {
    /** Sends what a person said; kept by the server when this resolves. Sending again what `prepare` made has one effect. */
    send: sender.send,
    prepare(said) {
      const channelData = { ...said.channelData, clientActivityID: randomId() };
      return { type: 'message', locale: 'zh-CN', ...said, channelData };
    },
    startOver() {
      forget();
      session = undefined;
      failures = 0;
      void open();
    },
  };
}
