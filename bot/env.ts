/** Reads the environment once, at start: everything checked, or every fault at once. */
import { readFileSync } from 'node:fs';
import { type Env, type EnvName, envNames, envSchema, isSecret } from './envSchema.ts';
import { faultsTogether } from './envTogether.ts';

export type { Env } from './envSchema.ts';
export { onLoopbackOnly } from './envTogether.ts';

type Raw = Record<string, string | undefined>;

const set = (value: string | undefined): string | undefined => (value?.trim() ? value.trim() : undefined);

function fromFile(name: EnvName, path: string): { value: string } | { fault: string } {
  try {
    const value = set(readFileSync(path, 'utf8'));
    return value ? { value } : { fault: `${name}_FILE 指向的文件是空的` };
  } catch {
    return { fault: `${name}_FILE 指向的文件读不出来，请检查路径和权限` };
  }
}

/** The set values, those of `X_FILE` read in; '' counts as not set. */
function collect(raw: Raw): { values: Map<EnvName, string>; given: Set<EnvName>; faults: string[] } {
  const values = new Map<EnvName, string>();
  const given = new Set<EnvName>();
  const faults: string[] = [];
  for (const name of envNames) {
    const direct = set(raw[name]);
    const path = isSecret(name) ? set(raw[`${name}_FILE`]) : undefined;
    if (direct ?? path) given.add(name);
    if (direct && path) faults.push(`${name} 和 ${name}_FILE 只能填写一个`);
    else if (direct) values.set(name, direct);
    else if (path) {
      const read = fromFile(name, path);
      if ('value' in read) values.set(name, read.value);
      else faults.push(read.fault);
    }
  }
  return { values, given, faults };
}

/**
 * Checks the environment.
 *
 * @returns every value with its default, or every fault at once as Chinese sentences that name the variable; a fault
 * never holds a value, since a secret may stand in the wrong line.
 */
export function readEnv(raw: Raw): { ok: Env } | { faults: string[] } {
  const { values, given, faults } = collect(raw);
  const env: Partial<Record<EnvName, unknown>> = {};
  for (const name of envNames) {
    const field = envSchema.shape[name];
    const read = field.safeParse(values.get(name));
    if (read.success) env[name] = read.data;
    else faults.push(`${name} 的值不对：应当是${shouldBe(name)}`);
  }
  // Each value was parsed by the field of the same name; what failed is absent.
  const together = faultsTogether(env as Partial<Env>, given);
  if (faults.length + together.length > 0) return { faults: [...faults, ...together] };
  return { ok: env as Env }; // no field failed
}

/** The description stands on the field, under `default` or `optional`. */
function shouldBe(name: EnvName): string {
  const field = envSchema.shape[name];
  return field.description ?? field.unwrap().description ?? '另一种写法';
}
