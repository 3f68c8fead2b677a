import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '@/lib/render/api-v1/openapi-examples';
import { OPERATIONS } from '@/lib/render/api-v1/openapi-operations';
import { DOCUMENT, faultOf } from '@/tests/fixtures/against-document';

describe('openApiDocument', () => {
  it('is OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(DOCUMENT))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('refers to nothing that it does not hold', () => {
    const references = [...JSON.stringify(DOCUMENT).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(20);
    const missing = references.map((match) => match[1] ?? '').filter((id) => !(id in DOCUMENT.components.schemas));
    expect(missing).toEqual([]);
    expect(JSON.stringify(DOCUMENT).replaceAll('"$ref":"#/components/schemas/', '')).not.toContain('$ref');
  });

  it('gives each operation an id of its own', () => {
    expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length);
  });

  it.each(Object.entries(EXAMPLES))('keeps the promise of %s in its example', (name, example) => {
    expect(faultOf(name, example)).toBeNull();
  });

  it('notices a promise that is not kept', () => {
    expect(faultOf('Uptime', { uptime: 1.1, days: [] })).toMatch(/uptime/);
    expect(faultOf('Uptime', { uptime: 1, days: [], more: 1 })).toMatch(/more|additional/);
    expect(faultOf('Nothing', {})).toMatch(/no Nothing/);
  });

  it('describes parameters as they are read', () => {
    const { get } = DOCUMENT.paths['/api/v1/endpoints/{slug}/uptime'] ?? {};
    expect(get?.parameters).toContainEqual({
      name: 'days',
      in: 'query',
      required: false,
      description: 'UTC days, today included.',
      schema: { type: 'integer', minimum: 1, maximum: 365, default: 90 },
    });
  });
});
