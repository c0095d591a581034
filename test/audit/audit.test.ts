import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../support/freePort.ts';
import { project } from '../tooling/plant.ts';
import { allowances, judged } from './judge.ts';

const found = (...ids: string[]) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      ids.map((id, at) => [
        `package-${at}`,
        {
          via: [
            { title: 'Prototype pollution', url: `https://github.com/advisories/${id}`, severity: 'high', range: '<2' },
            'another',
          ],
        },
      ]),
    ),
  });
const one = 'GHSA-aaaa-bbbb-cccc';
const passing = { advisory: one, reason: 'the function with the fault is never called here', until: '2023-05-08' };

test('nothing known is 0, something is 1 and names it', () => {
  expect(judged(found(), [], '2023-05-08')).toEqual({ code: 0, lines: ['没有未处理的已知漏洞。'] });
  const { code, lines } = judged(found(one), [], '2023-05-08');
  expect(code).toBe(1);
  expect(lines[0]).toBe(`有漏洞：${one}　package-0 <2　high　Prototype pollution`);
});

test.each([
  ['2023-05-07', 0, /^放行到 2023-05-08/],
  ['2023-05-08', 0, /^放行到 2023-05-08/],
  ['2023-05-09', 1, /^放行已经到期（2023-05-08）/],
])('on %s what is let pass until 8 May ends with %i', (today, code, line) => {
  const told = judged(found(one), [passing], today);
  expect(told.code).toBe(code);
  expect(told.lines[0]).toMatch(line);
});

test('what is let pass for nothing is told', () => {
  expect(judged(found(), [passing], '2023-05-01').lines[0]).toContain(`不用再放行：${one}`);
});

test.each([
  ['', /没有给出结果/],
  ['{"message":"request failed","code":"ENOTFOUND"}', /连不上软件源（ENOTFOUND）/],
  ['{"message":"405","statusCode":405}', /软件源答复 405/],
  ['{"error":{"summary":""}}', /连不上软件源/],
])('when nobody could be asked (%s) it is 2, and no claim that all is well', (output, line) => {
  const { code, lines } = judged(output, [], '2023-05-08');
  expect(code).toBe(2);
  expect(lines).toEqual([expect.stringMatching(line)]);
});

test('each allowance of the project says why and until when', () => {
  expect(() => allowances.parse([{ advisory: one, reason: '', until: 'later' }])).toThrow();
});

/** The command against a registry on loopback. */
const run = (registry: string) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const env = { ...process.env, npm_config_registry: registry, npm_config_update_notifier: 'false' };
    execFile(process.execPath, [join(project, 'test/audit/run.ts')], { env }, (error, said) =>
      resolve({ code: Number(error?.code ?? 0), said }),
    );
  });

test('without a network the command says so and ends with 2', async () => {
  const { code, said } = await run(`http://127.0.0.1:${await freePort()}/`);
  expect(said).toMatch(/^没有查成：连不上软件源/);
  expect(code).toBe(2);
});

test('the command asks the registry of npm’s settings about the packages of the lock file', async () => {
  let asked: unknown;
  const registry = createServer((req, res) => {
    if (req.url !== '/-/npm/v1/security/advisories/bulk') return void res.writeHead(404).end('{}');
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => parts.push(part));
    req.on('end', () => {
      asked = Buffer.concat(parts);
      const { title, severity } = { title: 'A fault', severity: 'low' };
      const vulnerable = {
        id: 1,
        url: `https://github.com/advisories/${one}`,
        title,
        severity,
        vulnerable_versions: '*',
      };
      res.setHeader('Content-Type', 'application/json').end(JSON.stringify({ zod: [vulnerable] }));
    });
  });
  registry.listen(0, '127.0.0.1');
  await once(registry, 'listening');
  onTestFinished(() => {
    registry.closeAllConnections();
    registry.close();
  });
  const address = registry.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { code, said } = await run(`http://127.0.0.1:${port}/`);
  expect(asked).toBeDefined();
  expect(said).toContain(`有漏洞：${one}　zod *　low　A fault`);
  expect(code).toBe(1);
});
