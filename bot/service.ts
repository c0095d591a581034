/** The service put together: one hall, the channels and APIs on one HTTP server. */
import { once } from 'node:events';
import { type GuidesOnFile, guidesOnFile } from '../knowledge/guidesOnFile.ts';
import { type Overlay, overlaid } from '../knowledge/overlay.ts';
import { questionsOf } from '../knowledge/questions/index.ts';
import type { Store } from '../state/store.ts';
import { keepAlerting } from './alerts/index.ts';
import { pendingIn } from './alerts/pending.ts';
import { askApi } from './api/ask.ts';
import { assessFacts } from './api/assess.ts';
import { assessmentsApi } from './api/assessments.ts';
import { keepAnswers, keptAnswers } from './api/kept.ts';
import { zammadWebhook } from './api/zammad.ts';
import { openDesk } from './ask/desk.ts';
import { keepRegressions } from './ask/regressions.ts';
import type { Channel, OpenChannel } from './channels/channel.ts';
import { channels as allChannels } from './channels/index.ts';
import { presentActivity } from './channels/present.ts';
import { checklistPages } from './checklists/index.ts';
import { checklistKeeper } from './checklists/keeper.ts';
import { sweepEnded } from './checklists/sweep.ts';
import { type Env, onLoopbackOnly } from './env.ts';
import { olderNamed } from './guides/named.ts';
import { openPublished } from './guides/published.ts';
import { hall } from './hall.ts';
import { openLimits } from './limits/index.ts';
import type { Log } from './log.ts';
import { addGauges } from './metrics/gauges.ts';
import { createMetrics } from './metrics/metrics.ts';
import { countRequests } from './metrics/requests.ts';
import { metricsRoute } from './metrics/route.ts';
import { watchedStore } from './metrics/store.ts';
import { countAnswer, countedAssess, countedDesk } from './metrics/told.ts';
import { officeHours, told } from './officeHours.ts';
import { openApiRoute } from './openapi/index.ts';
import { exportKeeper } from './ownData/exports.ts';
import { exportFiles } from './ownData/index.ts';
import { chatPage } from './page/index.ts';
import { keepResuming } from './resuming.ts';
import { keepRetention } from './retention/keep.ts';
import { keepSending } from './sending.ts';
import { createHttpServer } from './server.ts';
import type { OpenRoom } from './staff/route.ts';
import { staffConsole } from './staff/serve.ts';
import { storeCheck } from './storeCheck.ts';

export interface ServiceOptions {
  env: Env;
  log: Log;
  store: Store;
  /** Another home whose old conversations are deleted too: the terminal's. */
  retireToo?: Store;
  now: () => Date;
  /** The guides on file; those under `knowledge/guides/` without it. */
  guides?: GuidesOnFile;
  /** Others than those of `bot/channels/index.ts`. */
  channels?: readonly OpenChannel[];
  /** Others than those of `bot/staff/rooms.ts`. */
  rooms?: readonly OpenRoom[];
}

/** Milliseconds that requests under way may take when the service ends. */
const longestRequest = 3000;

export interface Service {
  /** Starts listening; resolves with the address to open. */
  listen(): Promise<string>;
  /** Answers what was accepted, then closes. */
  close(): Promise<void>;
}

/** Throws when the guide is unknown or wrong: better no service than another year's rules. */
export async function openService(options: ServiceOptions): Promise<Service> {
  const { log, retireToo, now, channels = allChannels, rooms } = options;
  const guides = options.guides ?? guidesOnFile({ named: options.env.GUIDE_ID });
  const guide = guides.newest;
  const older = olderNamed(options.env.GUIDE_ID, guides);
  if (older !== undefined) log.warn({ guide: guide.id }, older);
  // Whoever asks for no year is answered by the newest, whatever the setting names.
  const env = { ...options.env, GUIDE_ID: guide.id };
  const metrics = createMetrics((channel) => open.has(channel));
  const store = watchedStore(options.store, metrics);
  guides.all.forEach(questionsOf);
  const loopbackOpen = onLoopbackOnly(env);
  let listening = false;
  let stopping = false;
  /** Where people reach the service: known from PUBLIC_URL, or on loopback from the port that was taken. */
  let address = env.PUBLIC_URL?.replace(/\/+$/, '');
  const checklists = checklistKeeper({ address: () => address, now });
  const exports = exportKeeper({ address: () => address, now });
  const days = env.RETENTION_DAYS;
  const hours = env.OFFICE_HOURS === undefined ? undefined : officeHours(env.OFFICE_HOURS, env.TZ);
  const published = await openPublished(guides, {
    documents: store.documents,
    now,
    timeZone: env.TZ,
    log,
    // Beside a database anybody can read it there.
    ...(env.DATABASE_URL === undefined && {
      changed: (overlay: Overlay) => keepRegressions(env.DATA_DIR, guide, overlay),
    }),
  });
  const { overlay, newest: overlays } = published;
  /** By name: known before anything is taken in. */
  const open = new Map<string, Channel>();
  const conversations = hall({
    store,
    log,
    metrics,
    guideId: guide.id,
    guides: guides.guide,
    overlay,
    now,
    timeZone: env.TZ,
    present: presentActivity,
    channel: (name) => open.get(name),
    retentionDays: days,
    checklists,
    exports,
    committed: () => sending.kick(),
    officeHours: (at) => told(hours, at),
    desked: (waiting) => alerts.tell(waiting),
  });
  const healthy = storeCheck(store, log);
  const ready = async (): Promise<boolean> => listening && (await healthy());
  const limits = await openLimits({
    env,
    signingKey: await store.signingKey(),
    log,
    limited: (by) => metrics.limited.inc({ by }),
  });
  const https = env.PUBLIC_URL?.startsWith('https:') ?? false;
  const server = createHttpServer({ log, ready, stopping: () => stopping, admit: limits.admit, https });
  const heard = limits.within(conversations, (name) => open.get(name));
  const { mayConnect } = limits;
  for (const openChannel of channels) {
    const channel = await openChannel({
      server,
      env,
      guide,
      conversations: heard,
      store,
      loopbackOpen,
      mayConnect,
      now,
      log,
      metrics,
    });
    if (channel) open.set(channel.name, channel);
  }
  const alerts = keepAlerting({
    urls: env.ALERT_WEBHOOK_URLS,
    documents: store.documents,
    pending: () => pendingIn(store.summaries),
    queue: () => (address === undefined ? undefined : `${address}/staff/queue`),
    hours,
    now,
    log,
  });
  const sending = keepSending({ outbox: store.outbox, channels: open, now, log, metrics });
  const assess = countedAssess(assessFacts(env, now, overlay, guides), metrics);
  assessmentsApi(server, { assess, keys: env.HELPDESK_API_KEYS, loopbackOpen, log });
  const kept = keptAnswers(store.documents, now);
  askApi(server, {
    desk: countedDesk(openDesk({ guide, overlay, now, timeZone: env.TZ }), metrics),
    kept,
    keys: env.HELPDESK_API_KEYS,
    loopbackOpen,
  });
  zammadWebhook(server, {
    secret: env.HELPDESK_WEBHOOK_SECRET,
    answered: (status) => countAnswer(metrics, status, 'api'),
    guide: () => guide,
    overlay,
    kept,
    now,
    timeZone: env.TZ,
  });
  openApiRoute(server);
  countRequests(server, metrics);
  metricsRoute(server, { metrics, key: env.METRICS_KEY, loopbackOpen });
  addGauges(metrics, {
    queue: () => conversations.waiting(),
    outbox: () => store.outbox.counts(),
    desk: async () => (await pendingIn(store.summaries)).map(({ item }) => item.askedAt),
    now,
  });
  checklistPages(server, { store: store.checklists, now, timeZone: env.TZ });
  exportFiles(server, { store, now, timeZone: env.TZ });
  chatPage(server, guide);
  const staff = await staffConsole(server, {
    store,
    conversations,
    env,
    guide: () => overlaid(guide, overlay()),
    overlay,
    overlays,
    channels: open,
    now,
    log,
    address: () => address,
    ...(rooms && { rooms }),
  });
  const stopSweeping = sweepEnded(store, now, log);
  const stopRetention = keepRetention({ stores: retireToo ? [store, retireToo] : [store], days, now, log });
  const stopResuming = keepResuming(conversations, log);
  const stopForgetting = keepAnswers(kept, log);
  return {
    async listen() {
      server.listen(env.PORT, env.HOST);
      await once(server, 'listening');
      listening = true;
      const bound = server.address();
      const port = typeof bound === 'object' && bound !== null ? bound.port : env.PORT;
      const here = `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${port}`;
      if (loopbackOpen) address = here;
      return env.PUBLIC_URL ?? here;
    },
    async close() {
      listening = false;
      stopping = true;
      const stopChannels = [...open.values()].map((each) => each.stop?.());
      await Promise.all([
        ...stopChannels,
        stopSweeping(),
        stopRetention(),
        stopResuming(),
        stopForgetting(),
        staff.stop(),
        published.stop(),
      ]);
      const cutOff = setTimeout(() => server.server.closeAllConnections(), longestRequest);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.server.closeIdleConnections();
      });
      clearTimeout(cutOff);
      await conversations.idle();
      await Promise.all([sending.stop(), alerts.stop(), limits.close()]);
      await store.close();
      await retireToo?.close();
    },
  };
}
