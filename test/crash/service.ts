/** The service as it serves one home: one process on a folder, or several on one database. */
import { type ProcessOptions, type ServiceProcess, serviceProcess } from './process.ts';

export interface Served {
  /** The data folder; a process on a database has one of its own beside it. */
  data: string;
  /** The address of a PostgreSQL database, which takes the place of the folder. */
  database?: string | undefined;
  /** Processes that serve the database. */
  processes?: number | undefined;
}

/** None started yet. */
export function processesOf({ data, database, processes = 1 }: Served, options: ProcessOptions = {}) {
  if (database === undefined) return Promise.all([serviceProcess(data, options)]);
  const env = { ...options.env, DATABASE_URL: database };
  return Promise.all(
    Array.from({ length: processes }, (_, at) => serviceProcess(`${data}-${at}`, { ...options, env })),
  );
}

/** One of them by chance. */
export function oneOf(services: readonly ServiceProcess[], chance: () => number): ServiceProcess {
  const one = services[Math.floor(chance() * services.length)];
  if (!one) throw new Error('no service');
  return one;
}

/** Starts them together, lets something happen, stops them; none is left behind. Gives back the exit codes too. */
export async function whileServed<T>(
  services: readonly ServiceProcess[],
  job: () => Promise<T>,
): Promise<[T, unknown[]]> {
  try {
    // Of those that find an empty database together one makes the tables.
    await Promise.all(services.map((each) => each.start()));
    const done = await job();
    return [done, await Promise.all(services.map((each) => each.stop()))];
  } finally {
    await Promise.all(services.map((each) => each.kill()));
  }
}
