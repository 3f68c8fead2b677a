// The OpenAPI 3.1 description of /api/v1, made from the schemas that type its answers and parse its parameters. Pure.
import { z } from 'zod';
import { EXAMPLES } from './openapi-examples';
import { OPERATIONS, type Operation } from './openapi-operations';
import { componentSchemas, schemaRef } from './openapi-schemas';

const DESCRIPTION =
  'What the status page says, for programs: public, read-only, without a key. Answers carry an ETag and may be kept ' +
  'for 10 seconds; the tag stands still while nothing happens. Unknown parameters are ignored. Writing is reserved for API ' +
  'keys: POST, PATCH and DELETE answer 401.';

export type OpenApiDocument = Record<string, unknown> & {
  paths: Record<string, { get: Record<string, unknown> }>;
  components: { schemas: Record<string, unknown> };
};

/** @param version of Rollcall. */
export function openApiDocument(version: string): OpenApiDocument {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Rollcall',
      version,
      summary: 'The status of MCP servers.',
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [],
    tags: [{ name: 'readings' }],
    paths: {
      ...Object.fromEntries(OPERATIONS.map((operation) => [operation.path, { get: described(operation) }])),
      '/api/v1/openapi.json': { get: ownDescription() },
    },
    components: { schemas: componentSchemas() },
  };
}

function described({ path, id, summary, query, answer }: Operation) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => pathParameter(match[1] ?? ''));
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => queryParameter(name, schema));
  return {
    operationId: id,
    summary,
    tags: ['readings'],
    parameters: [...inPath, ...inQuery],
    responses: {
      200: {
        description: summary,
        headers: { ETag: { description: 'Changes with the answer.', schema: { type: 'string' } } },
        content: { 'application/json': { schema: { $ref: schemaRef(answer) }, example: EXAMPLES[answer] } },
      },
      304: { description: 'As it was when `If-None-Match` was given out.' },
      ...(inQuery.length > 0 ? { 400: failure('bad_request', 'days must be a whole number from 1 to 365') } : {}),
      ...(inPath.length > 0 ? { 404: failure('not_found', 'There is no such server.') } : {}),
      500: failure('internal', 'Rollcall could not read this.'),
    },
  };
}

function pathParameter(name: string) {
  return {
    name,
    in: 'path',
    required: true,
    description: 'The last part of the address of its page.',
    schema: { type: 'string' },
    example: 'warehouse',
  };
}

function queryParameter(name: string, schema: z.core.$ZodType) {
  const { $schema: _dialect, description, example, ...shape } = parameterShape(schema);
  return {
    name,
    in: 'query',
    required: false,
    description,
    schema: shape,
    ...(example === undefined ? {} : { example }),
  };
}

/** A number for what is read as one, a text where only the text can be described. */
function parameterShape(schema: z.core.$ZodType): Record<string, unknown> {
  const read = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });
  return read.type === undefined ? z.toJSONSchema(schema, { io: 'input' }) : read;
}

function failure(code: string, message: string) {
  const content = {
    'application/json': { schema: { $ref: schemaRef('Error') }, example: { error: { code, message } } },
  };
  return { description: message, content };
}

function ownDescription() {
  const content = { 'application/json': { schema: { type: 'object' } } };
  return {
    operationId: 'describe',
    summary: 'This document.',
    tags: ['readings'],
    parameters: [],
    responses: {
      200: { description: 'This document.', content },
      500: failure('internal', 'Rollcall could not read this.'),
    },
  };
}
