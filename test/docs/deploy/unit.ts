/** The systemd unit, read. */
import { documentText } from '../blocks.ts';

/** Every value of each directive, in order, by section. */
export function unit(): Record<string, Record<string, string[]>> {
  const sections: Record<string, Record<string, string[]>> = {};
  let section = '';
  for (const line of documentText('docs/deploy/guohe.service').split('\n')) {
    const [, name] = /^\[(\w+)\]$/.exec(line) ?? [];
    const [, key, value = ''] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (name !== undefined) section = name;
    if (key === undefined) continue;
    const own = sections[section] ?? {};
    sections[section] = { ...own, [key]: [...(own[key] ?? []), value] };
  }
  return sections;
}
