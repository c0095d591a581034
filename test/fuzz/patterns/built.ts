/** The patterns that the program makes while it runs, as a process of its own tells them (`builtHere.ts`). */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { project } from './written.ts';

const builtPattern = z.object({ source: z.string(), flags: z.string(), file: z.string(), line: z.number() });

/** A pattern with the place that made it. */
export type Built = z.infer<typeof builtPattern>;

export async function builtPatterns(): Promise<Built[]> {
  const here = join(import.meta.dirname, 'builtHere.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [here], { cwd: project, maxBuffer: 64 * 1024 * 1024 });
  return z.array(builtPattern).parse(JSON.parse(stdout));
}
