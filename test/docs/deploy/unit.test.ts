import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { envNames, isSecret } from '../../../bot/envSchema.ts';
import { project } from '../../tooling/plant.ts';
import { documentText } from '../blocks.ts';
import { unit } from './unit.ts';

const { Service: service = {}, Install: install = {} } = unit();
const text = documentText('docs/deploy/guohe.service');

test('the unit starts what is there, as a user of its own', () => {
  const [folder = ''] = service.WorkingDirectory ?? [];
  const [program = '', entry = ''] = service.ExecStart?.[0]?.split(' ') ?? [];
  expect(program.startsWith(`${folder}/node_modules/.bin/`)).toBe(true);
  expect(existsSync(join(project, program.slice(folder.length)))).toBe(true);
  expect(existsSync(join(project, entry))).toBe(true);
  expect(service.User).toEqual(['guohe']);
  expect(install.WantedBy).toEqual(['multi-user.target']);
});

test('its settings are settings, its secrets are credentials, also those that wait as comments', () => {
  const given = [...text.matchAll(/^#?Environment=(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => ({
    name,
    value,
  }));
  const known: readonly string[] = [...envNames, 'NODE_ENV'];
  expect(given.map(({ name }) => name.replace(/_FILE$/, '')).filter((name) => !known.includes(name))).toEqual([]);
  const loaded = [...text.matchAll(/^#?LoadCredential=(\w+):/gm)].map(([, name]) => `%d/${name}`);
  const files = given.filter(({ name }) => name.endsWith('_FILE')).map(({ value }) => value);
  expect(files.toSorted()).toEqual(loaded.toSorted());
  const plain = given.filter(({ name }) => !name.endsWith('_FILE')).map(({ name }) => name);
  expect(envNames.filter((name) => isSecret(name) && plain.includes(name))).toEqual([]);
  expect(service.StateDirectory?.map((name) => `DATA_DIR=/var/lib/${name}`)).toEqual(
    service.Environment?.filter((each) => each.startsWith('DATA_DIR')),
  );
});

test('it is started again when it falls, and gets the time that it needs to stop', () => {
  expect(service.Restart).toEqual(['always']);
  const [, longest = ''] = /longestStop = ([\d_]+);/.exec(readFileSync(join(project, 'bot/index.ts'), 'utf8')) ?? [];
  expect(Number(longest.replace('_', ''))).toBe(9500);
  expect(Number(service.TimeoutStopSec?.[0]) * 1000).toBeGreaterThan(Number(longest.replace('_', '')) + 2000);
  // More than the connections that the server takes.
  expect(Number(service.LimitNOFILE?.[0])).toBeGreaterThan(8000);
});

test.each([
  'NoNewPrivileges',
  'ProtectHome',
  'PrivateTmp',
  'PrivateDevices',
  'PrivateUsers',
  'ProtectKernelTunables',
  'ProtectKernelModules',
  'ProtectKernelLogs',
  'ProtectControlGroups',
  'ProtectClock',
  'ProtectHostname',
  'RestrictNamespaces',
  'RestrictRealtime',
  'RestrictSUIDSGID',
  'LockPersonality',
  'RemoveIPC',
])('%s is on', (name) => {
  expect(service[name]).toEqual(['yes']);
});

test('it may write nowhere but to its data, has no capability, and speaks only the networks it needs', () => {
  expect(service.ProtectSystem).toEqual(['strict']);
  expect(service.ReadWritePaths).toBeUndefined();
  expect(service.CapabilityBoundingSet).toEqual(['']);
  // The owner of a data folder holds a name of the kernel's: AF_UNIX.
  expect(service.RestrictAddressFamilies).toEqual(['AF_INET AF_INET6 AF_UNIX']);
  expect(service.MemoryDenyWriteExecute).toBeUndefined();
});
