import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rollcallJsonSchema } from '@/lib/config/settings/rollcall-schema';

type Schema = Record<string, unknown>;

/** All keys a person can write, with what is said about them: "page.title". */
function describedKeys(schema: Schema, path = ''): [key: string, description: unknown][] {
  const either = [schema.anyOf, schema.oneOf].flatMap((list) => (Array.isArray(list) ? list : []));
  const inner = [schema.additionalProperties, schema.items, ...either];
  return [
    ...Object.entries(Object(schema.properties)).flatMap(([key, value]): [string, unknown][] => [
      [`${path}${key}`, Object(value).description],
      ...describedKeys(Object(value), `${path}${key}.`),
    ]),
    ...inner.filter((value) => typeof value === 'object').flatMap((value) => describedKeys(Object(value), path)),
  ];
}

describe('rollcallJsonSchema', () => {
  it('is JSON Schema 2020-12 under the published address', () => {
    expect(rollcallJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: '/schema/rollcall.json',
      type: 'object',
      additionalProperties: false,
    });
    expect(JSON.parse(JSON.stringify(rollcallJsonSchema()))).toEqual(rollcallJsonSchema());
  });

  it('describes every key', () => {
    const keys = describedKeys(rollcallJsonSchema());
    expect(keys.map(([key]) => key)).toEqual(
      expect.arrayContaining([
        '$schema',
        'page.timezone',
        'page.url',
        'defaults.slowAfter',
        'endpoints.type',
        'endpoints.health.public',
        'endpoints.canary.tool',
        'channels.type',
        'channels.routingKey',
        'routes.to',
        'maintenance.repeat',
      ]),
    );
    expect(keys.filter(([, description]) => typeof description !== 'string' || description === '')).toEqual([]);
  });

  it('has no key that the documentation lacks', () => {
    const text = ['docs/configuration.md', 'docs/alerts.md'].map((file) => readFileSync(file, 'utf8')).join();
    const keys = new Set(describedKeys(rollcallJsonSchema()).map(([key]) => key.split('.').at(-1)));
    expect([...keys].filter((key) => !text.includes(`\`${key}`) && !text.includes(`"${key}"`))).toEqual([]);
  });

  it('says how durations are written', () => {
    const { properties } = rollcallJsonSchema();
    expect(JSON.stringify(Object(properties).defaults)).toContain('(ms|s|m|h|d)');
  });
});
