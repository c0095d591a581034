/** The app package: manifest, icons and languages in one ZIP archive, the same bytes for the same settings. */
import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { english, files, manifestOf } from './manifest.ts';
import type { AppSettings } from './settings.ts';

const icon = (name: string): Uint8Array => readFileSync(new URL(name, import.meta.url));
const json = (value: object): Uint8Array => Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`);

export function appPackage(settings: AppSettings): Uint8Array {
  const content = {
    [files.manifest]: json(manifestOf(settings)),
    [files.english]: json(english()),
    [files.color]: icon(files.color),
    [files.outline]: icon(files.outline),
  };
  return zipSync(content, { mtime: new Date('2023-01-01T00:00:00') });
}
