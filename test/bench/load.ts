/** A process of its own: how long the answerer takes to load and give its first answer, and how much memory it keeps. Prints JSON. */
const before = { rss: process.memoryUsage.rss(), cpu: process.cpuUsage() };
const { openDesk } = await import('../../bot/ask/desk.ts');
const { loadGuide } = await import('../../knowledge/loadGuide.ts');
const desk = openDesk({ guide: loadGuide('jx-intl-2023'), now: () => new Date(), timeZone: 'Asia/Shanghai' });
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
    heapMb: megabytes(heapUsed),
  }),
);
