/** A process of its own: what the answerer takes beyond the guide to load and give its first answer, and how much memory it keeps. Prints JSON. */
const { loadGuide } = await import('../../knowledge/loadGuide.ts');
const guide = loadGuide('jx-intl-2023');
globalThis.gc?.();
const before = { ...process.memoryUsage(), cpu: process.cpuUsage() };
const { openDesk } = await import('../../bot/ask/desk.ts');
const desk = openDesk({ guide, now: () => new Date(), timeZone: 'Asia/Shanghai' });
const { status } = desk({ question: '负责人年龄有什么要求？' });
const { user, system } = process.cpuUsage(before.cpu);
globalThis.gc?.();
const { rss, heapUsed } = process.memoryUsage();
const megabytes = (bytes: number): number => Math.round(bytes / 1e5) / 10;
process.stdout.write(
  JSON.stringify({
    status,
    cpuMs: Math.round((user + system) / 1000),
    wallMs: Math.round(performance.now()),
    rssMb: megabytes(rss - before.rss),
    heapMb: megabytes(heapUsed - before.heapUsed),
  }),
);
