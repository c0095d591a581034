/** The description of the API as it is served, judged by a linter that knows OpenAPI and validates examples by the schemas. */
import { BaseResolver, createConfig, lintDocument, makeDocumentFromString } from '@redocly/openapi-core';
import { z } from 'zod';

const responses = z.record(z.string(), z.looseObject({ content: z.record(z.string(), z.looseObject({})).optional() }));
const operation = z.looseObject({ operationId: z.string(), responses });

/** As far as the tests look into it. */
export const description = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), operation)),
});
export type Description = z.output<typeof description>;

/** What the linter's recommended rules find, one line a finding. */
export async function findings(document: object): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended'] });
  const found = await lintDocument({
    document: makeDocumentFromString(JSON.stringify(document), 'openapi.json'),
    config,
    externalRefResolver: new BaseResolver(),
  });
  return found.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer ?? ''}: ${message}`);
}

export interface Real {
  method: string;
  /** As in the document. */
  path: string;
  status: number;
  /** Without its parameters. */
  type: string;
  body: unknown;
}

/** What of these real answers the document does not describe, or describes otherwise. */
export async function misdescribed(document: Description, real: readonly Real[]): Promise<string[]> {
  const copy = description.parse(structuredClone(document));
  const missing: string[] = [];
  real.forEach(({ method, path, status, type, body }, at) => {
    const answers = copy.paths[path]?.[method.toLowerCase()]?.responses;
    const answer = answers?.[String(status)] ?? answers?.[`${String(status)[0]}XX`] ?? answers?.default;
    const media = answer?.content?.[type];
    if (!media) missing.push(`${method} ${path}: no ${status} ${type}`);
    else media.examples = { ...Object(media.examples), [`real${at}`]: { value: body } };
  });
  return [...missing, ...(await findings(copy))];
}
