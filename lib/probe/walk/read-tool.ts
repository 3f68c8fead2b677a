// Reads one entry of tools/list as a client would, and says what is wrong with it. Pure; the entry is hostile.
import { isSpecType } from '@modelcontextprotocol/client';
import type { CatalogueTool } from '@/lib/core/catalogue/catalogue';
import { oneLine } from '@/lib/probe/log/redact';
import { field, isObject, textField } from '@/lib/probe/wire/field';

export type ReadTool = { tool: CatalogueTool; problem: null } | { tool: null; problem: string };

/** Controls, direction marks and half characters in a name: no two clients treat them alike, and people cannot see them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Four times what the protocol advises (server/tools, tool names). */
const NAME_LIMIT = 512;
/** Of a name that is quoted in a problem. */
const QUOTE_LIMIT = 100;

/** @param index place in the whole list, for the words of the problem: `tools[3].inputSchema is missing (tool "a")` */
export function readTool(entry: unknown, index: number): ReadTool {
  const path = `tools[${index}]`;
  const problem = (text: string): ReadTool => ({ tool: null, problem: `${path}${text}` });
  if (!isObject(entry)) return problem(' is not an object');
  const name = field(entry, 'name');
  if (name === undefined) return problem('.name is missing');
  if (typeof name !== 'string' || name === '') return problem('.name is not a name');
  if (name.length > NAME_LIMIT) return problem(`.name is longer than ${NAME_LIMIT} characters`);
  if (UNSEEN.test(name)) return problem('.name has control characters');
  const faulty = (text: string): ReadTool => problem(`${text} (tool "${oneLine(name.slice(0, QUOTE_LIMIT))}")`);
  const inputSchema = field(entry, 'inputSchema');
  if (inputSchema === undefined) return faulty('.inputSchema is missing');
  const outputSchema = field(entry, 'outputSchema');
  const schemaProblem =
    schemaProblemOf(inputSchema, '.inputSchema') ??
    (outputSchema === undefined ? null : schemaProblemOf(outputSchema, '.outputSchema'));
  if (schemaProblem !== null) return faulty(schemaProblem);
  const optionalProblem = optionalProblemOf(entry);
  if (optionalProblem !== null) return faulty(optionalProblem);
  return {
    tool: {
      name,
      title: textField(entry, 'title'),
      description: textField(entry, 'description'),
      inputSchema,
      outputSchema: outputSchema ?? null,
      annotations: field(entry, 'annotations') ?? null,
    },
    problem: null,
  };
}

/** May be left out, but not be null: for the SDKs' clients one such null spoils the whole list. */
function optionalProblemOf(entry: object): string | null {
  for (const name of ['title', 'description']) {
    const text = field(entry, name);
    if (text !== undefined && typeof text !== 'string') return `.${name} is not text`;
  }
  for (const name of ['annotations', '_meta']) {
    const object = field(entry, name);
    if (object !== undefined && !isObject(object)) return `.${name} is not an object`;
  }
  // Rare, and with shapes of their own: left to the SDK's schema, which costs more than all the rest.
  for (const name of ['icons', 'execution']) {
    const value = field(entry, name);
    const bare = { name: 'a', inputSchema: { type: 'object' }, [name]: value };
    if (value !== undefined && !isSpecType.Tool(bare)) return `.${name} is not valid`;
  }
  return annotationProblemOf(field(entry, 'annotations'));
}

function annotationProblemOf(annotations: unknown): string | null {
  const title = field(annotations, 'title');
  if (title !== undefined && typeof title !== 'string') return '.annotations.title is not text';
  const hints = ['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint'];
  const isHint = (value: unknown): boolean => value === undefined || typeof value === 'boolean';
  const wrong = hints.find((name) => !isHint(field(annotations, name)));
  return wrong === undefined ? null : `.annotations.${wrong} is not true or false`;
}

/** What the protocol asks of both schemas: an object schema at the root (MCP, server/tools); the rest is left to the drift. */
function schemaProblemOf(schema: unknown, path: string): string | null {
  if (!isObject(schema)) return `${path} is not an object`;
  // An output schema of another type is allowed since 2026-07-28 (SEP-2106).
  const type = field(schema, 'type');
  if (path === '.inputSchema' && type === undefined) return `${path}.type is missing`;
  if (path === '.inputSchema' && type !== 'object') return `${path}.type is not "object"`;
  const properties = field(schema, 'properties');
  if (properties !== undefined && !isObject(properties)) return `${path}.properties is not an object`;
  const required = field(schema, 'required');
  const isNames = Array.isArray(required) && required.every((name) => typeof name === 'string');
  return required === undefined || isNames ? null : `${path}.required is not a list of names`;
}
