/** The container files: what a linter says, and whether what they name is there. No engine is needed. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DCLinter } from 'dclint';
import { validate } from 'dockerfile-utils';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { onLoopbackOnly, readEnv } from '../../../bot/env.ts';
import { type EnvName, envNames, isSecret } from '../../../bot/envSchema.ts';
import { project } from '../../tooling/plant.ts';
import { documentText } from '../blocks.ts';
import { copiedIn, environment, instructions, jsonOf } from './image.ts';

const words = z.record(z.string(), z.string());
const compose = z
  .object({
    services: z.record(
      z.string(),
      z.looseObject({
        environment: words,
        secrets: z.array(z.string()),
        ports: z.array(z.string()).default([]),
        networks: z.array(z.string()),
        user: z.string(),
        cap_drop: z.array(z.string()),
        security_opt: z.array(z.string()),
        read_only: z.boolean(),
        tmpfs: z.array(z.string()),
        healthcheck: z.object({ test: z.array(z.string()) }).loose(),
        deploy: z.object({ resources: z.object({ limits: z.object({ cpus: z.string(), memory: z.string() }) }) }),
      }),
    ),
    networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
    volumes: z.record(z.string(), z.unknown()),
    secrets: z.record(z.string(), z.object({ file: z.string() })),
  })
  .parse(parse(documentText('compose.yaml')));
const complaints = z.array(z.object({ messages: z.array(z.object({ message: z.string() })) }));
const known: readonly string[] = envNames;
const nameOf = (variable: string): string => variable.replace(/_FILE$/, '');

test('a linter has nothing against the Dockerfile, and sees what is wrong', () => {
  const text = documentText('Dockerfile');
  expect(validate(text)).toEqual([]);
  expect(validate(text.replace('EXPOSE 3978', 'EXPOSE 3978/abc'))).not.toEqual([]);
});

test('a linter has nothing against compose.yaml, and sees what is wrong', () => {
  const linted = (path: string) => {
    const linter = new DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] });
    // Its own types name files that are not in the package.
    const results = complaints.parse(linter.lintFiles([path], false));
    return results.flatMap(({ messages }) => messages.map(({ message }) => message));
  };
  expect(linted(join(project, 'compose.yaml'))).toEqual([]);
  const folder = mkdtempSync(join(tmpdir(), 'guohe-compose-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'compose.yaml');
  writeFileSync(path, documentText('compose.yaml').replace('127.0.0.1:3978:3978', '3978:3978'));
  expect(linted(path)).not.toEqual([]);
});

test('the image runs as nobody in particular, holds no secret, and copies only what is there and goes along', () => {
  const all = instructions();
  const last = Math.max(...all.map(({ stage }) => stage));
  expect(last).toBe(1);
  expect(all.findLast(({ name }) => name === 'USER')?.text).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  const given = all.filter(({ name }) => name === 'ENV' || name === 'ARG').map(({ text }) => text);
  expect(given.join('\n')).not.toMatch(/SECRET|PASSWORD|TOKEN|KEY|DATABASE_URL/i);
  expect(Object.keys(environment()).filter((name) => name !== 'NODE_ENV' && !known.includes(name))).toEqual([]);
  const copied = [...copiedIn(0), ...copiedIn(1)];
  expect(copied.filter((path) => !existsSync(join(project, path)))).toEqual([]);
  const [deny, ...allowed] = documentText('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(deny).toBe('*');
  const goes = allowed.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  expect(goes.toSorted()).toEqual([...new Set(copied)].toSorted());
  expect(allowed).toContain('**/.env');
});

test('what the image starts and asks is there, on the port that it names', () => {
  const [node, entry = ''] = jsonOf('CMD');
  expect(node).toBe('node');
  expect(existsSync(join(project, entry))).toBe(true);
  expect(jsonOf('HEALTHCHECK').join(' ')).toContain('/readyz');
  expect(instructions().find(({ name }) => name === 'EXPOSE')?.text).toBe(environment().PORT);
  expect(jsonOf('VOLUME')).toEqual([environment().DATA_DIR]);
});

test('the settings in compose.yaml are settings, and its secrets are files', () => {
  const { app } = compose.services;
  const variables = Object.keys(app?.environment ?? {});
  expect(variables.map(nameOf).filter((name) => !known.includes(name))).toEqual([]);
  // Whatever is a secret comes as a file, and nothing else does.
  const asFile = variables.filter((name) => name.endsWith('_FILE')).map(nameOf);
  expect(variables.map(nameOf).filter((name) => isSecret(name as EnvName) !== asFile.includes(name))).toEqual([]); // known names, as above
  for (const { environment: own, secrets } of Object.values(compose.services)) {
    const read = Object.entries(own).filter(([name]) => name.endsWith('_FILE'));
    expect(read.map(([, path]) => path).toSorted()).toEqual(secrets.map((name) => `/run/secrets/${name}`).toSorted());
  }
  expect(
    Object.values(compose.services)
      .flatMap(({ secrets }) => secrets)
      .toSorted(),
  ).toEqual(Object.keys(compose.secrets).toSorted());
});

test('with these settings and secrets the service would start, open to others by https', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guohe-secrets-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const secrets: Record<string, string> = {
    database_url: 'postgresql://guohe:word@postgres:5432/guohe',
    directline_secret: 'directline',
    helpdesk_api_keys: 'tickets:word',
    metrics_key: 'metrics',
  };
  for (const [name, value] of Object.entries(secrets)) writeFileSync(join(folder, name), `${value}\n`);
  const given: Record<string, string> = { PUBLIC_URL: 'https://guohe.example.cn' };
  const filled = (value: string): string =>
    value
      .replace(/\$\{(\w+):[-?]([^}]*)\}/g, (_all, name: string, other: string) => given[name] ?? other)
      .replace('/run/secrets', folder);
  const env = Object.entries(compose.services.app?.environment ?? {}).map(([name, value]) => [name, filled(value)]);
  const read = readEnv(Object.fromEntries(env));
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  expect(onLoopbackOnly(read.ok)).toBe(false);
  expect(read.ok.TRUST_PROXY).toBe(1);
});

test('both containers may do as little as possible, only the proxy’s port is open, the database is inside', () => {
  for (const [name, service] of Object.entries(compose.services)) {
    expect([name, service.cap_drop, service.read_only]).toEqual([name, ['ALL'], true]);
    expect(service.security_opt).toContain('no-new-privileges:true');
    expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(service.healthcheck.test.length).toBeGreaterThan(1);
    expect(service.tmpfs.length).toBeGreaterThan(0);
    expect(service.deploy.resources.limits.memory).toMatch(/^\d+[mg]$/);
  }
  expect(compose.services.app?.ports).toEqual(['127.0.0.1:3978:3978']);
  expect(compose.services.postgres?.ports).toEqual([]);
  expect(compose.services.postgres?.networks).toEqual(['inside']);
  expect(compose.networks.inside?.internal).toBe(true);
});
