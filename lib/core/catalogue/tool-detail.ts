// One listed tool as people read it: what it needs, what it may do, its schemas as text. Everything in it was written by
// the server: bounded and made safe here, escaped by whoever writes the markup. Pure.
import type { ToolView } from '@/lib/core/view';
import { type BoundedJson, boundedJson } from '@/lib/core/words/bounded-json';
import { safeText } from '@/lib/core/words/safe-text';
import type { CatalogueTool } from './catalogue';

/** What a tool says of its own effects (MCP, ToolAnnotations): hints, not promises. Only what it says is told. */
export type ToolTrait = 'reads_only' | 'destructive' | 'additive' | 'idempotent' | 'open_world' | 'closed_world';

export interface ToolArgument {
  name: string;
  /** "string", "string or null"; empty when the schema does not say. */
  type: string;
  isRequired: boolean;
}

/** A tool with all that is shown of it: the server's own words, made safe and cut. */
export interface ToolDetail extends ToolView {
  traits: ToolTrait[];
  /** Those that are required first. */
  arguments: ToolArgument[];
  /** More arguments than are listed. */
  argumentsLeft: number;
  /** Indented JSON; null when there is none. */
  inputSchema: string | null;
  outputSchema: string | null;
  /** A schema is longer than what is shown of it. */
  isCut: boolean;
}

const TOOL_NAME_LENGTH = 128;
export const TOOL_DESCRIPTION_LENGTH = 1_000;
const ARGUMENTS_SHOWN = 12;
const ARGUMENT_NAME_LENGTH = 64;

/** @param schemaLength most characters of each schema */
export function toolDetail(tool: CatalogueTool, schemaLength: number): ToolDetail {
  const input = schemaText(tool.inputSchema, schemaLength);
  const output = schemaText(tool.outputSchema, schemaLength);
  const all = argumentsOf(tool.inputSchema);
  const title = tool.title ?? textOf(member(tool.annotations, 'title'));
  return {
    name: safeText(tool.name, TOOL_NAME_LENGTH) || 'unnamed',
    title: safeText(title ?? '', TOOL_NAME_LENGTH) || null,
    description: safeText(tool.description ?? '', TOOL_DESCRIPTION_LENGTH) || null,
    traits: traitsOf(tool.annotations),
    arguments: all.slice(0, ARGUMENTS_SHOWN).map((argument) => shownArgument(argument)),
    argumentsLeft: Math.max(0, all.length - ARGUMENTS_SHOWN),
    inputSchema: input?.text ?? null,
    outputSchema: output?.text ?? null,
    isCut: (input?.isCut ?? false) || (output?.isCut ?? false),
  };
}

function traitsOf(annotations: unknown): ToolTrait[] {
  const says = (hint: string, value: boolean): boolean => member(annotations, hint) === value;
  const reads = says('readOnlyHint', true);
  const traits: ToolTrait[] = [];
  if (reads) traits.push('reads_only');
  // The protocol gives these two a meaning only for tools that change something.
  if (!reads && says('destructiveHint', true)) traits.push('destructive');
  if (!reads && says('destructiveHint', false)) traits.push('additive');
  if (!reads && says('idempotentHint', true)) traits.push('idempotent');
  if (says('openWorldHint', true)) traits.push('open_world');
  if (says('openWorldHint', false)) traits.push('closed_world');
  return traits;
}

interface RawArgument {
  name: string;
  schema: unknown;
  isRequired: boolean;
}

function argumentsOf(schema: unknown): RawArgument[] {
  const properties = member(schema, 'properties');
  const named = typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  const required = member(schema, 'required');
  const needed = new Set(Array.isArray(required) ? required.filter((name) => typeof name === 'string') : []);
  const names = [...needed, ...named.filter((name) => !needed.has(name))];
  return names.map((name) => ({ name, schema: member(properties, name), isRequired: needed.has(name) }));
}

function shownArgument({ name, schema, isRequired }: RawArgument): ToolArgument {
  return { name: safeText(name, ARGUMENT_NAME_LENGTH) || 'unnamed', type: typeText(schema), isRequired };
}

function typeText(schema: unknown): string {
  const type = member(schema, 'type');
  const types = (Array.isArray(type) ? type.slice(0, 4) : [type]).filter((name) => typeof name === 'string');
  if (types.length > 0) return safeText(types.join(' | '), ARGUMENT_NAME_LENGTH);
  return Array.isArray(member(schema, 'enum')) ? 'enum' : '';
}

function schemaText(schema: unknown, maxLength: number): BoundedJson | null {
  return typeof schema === 'object' && schema !== null ? boundedJson(schema, maxLength) : null;
}

/** Own members only: `__proto__` in remote JSON names nothing of ours. */
function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
