// What changed in one tool between two versions of it: its words, what it promises, its arguments, its answer.
import type { CatalogueTool } from '@/lib/core/catalogue/catalogue';
import { listText } from '@/lib/core/words/format';
import { type DriftCode, type DriftKind, type FoundChange, judgeSchemaCode, type SchemaSide } from './drift-change';
import { schemaSentence, TAKES } from './drift-sentence';
import { isSameJson } from './same-json';
import { type Budget, compareSchemas } from './schema-drift';
import { finding } from './schema-finding';
import { quotedName, shownName } from './shown-name';

/** A tool with a thousand arguments that all changed takes a fifth of it. */
const TOOL_BUDGET = 50_000;

/** In no order, and the same change may stand twice. `budget` is what all tools together may still cost. */
export function compareTool(before: CatalogueTool, after: CatalogueTool, budget: Budget): FoundChange[] {
  return [
    ...compareWords(before, after),
    ...compareAnnotations(before, after),
    ...compareSide({ side: 'input', tool: after.name, before: before.inputSchema, after: after.inputSchema, budget }),
    ...compareOutput(before, after, budget),
  ];
}

/** @param words follow or hold the name of the tool; remote names in them are quoted already */
export function toolChange(tool: string, kind: DriftKind, code: DriftCode, words: string): FoundChange {
  return { tool: shownName(tool), kind, code, path: '', said: words, write: () => words };
}

function compareWords(before: CatalogueTool, after: CatalogueTool): FoundChange[] {
  return (['title', 'description'] as const).flatMap((part) => {
    if (before[part] === after[part]) return [];
    return [toolChange(after.name, 'wording', `${part}_changed`, `the ${part} of ${quotedName(after.name)} changed`)];
  });
}

/**
 * Clients call a tool that only reads, or destroys nothing, without asking their user: when such a promise goes, calls
 * that ran by themselves wait for a person, or write unasked. So its loss is breaking and its gain additive; the other
 * hints change nothing that callers rely on.
 */
function compareAnnotations(before: CatalogueTool, after: CatalogueTool): FoundChange[] {
  const { name } = after;
  if (isSameJson(before.annotations, after.annotations)) return [];
  const [old, now] = [promiseOf(before.annotations), promiseOf(after.annotations)];
  if (now < old) {
    const words = `${quotedName(name)} no longer says that it ${PROMISES[old]}`;
    return [toolChange(name, 'breaking', 'hint_weakened', words)];
  }
  if (now > old) {
    const words = `${quotedName(name)} says now that it ${PROMISES[now]}`;
    return [toolChange(name, 'additive', 'hint_strengthened', words)];
  }
  const keys = changedKeys(before.annotations, after.annotations);
  const which = keys.length === 0 ? '' : ` (${listText(keys.map(quotedName))})`;
  return [toolChange(name, 'wording', 'annotations_changed', `the hints of ${quotedName(name)} changed${which}`)];
}

/** What a tool promises by its hints, each more than the one before. */
const PROMISES = ['may do anything', 'destroys nothing', 'only reads'] as const;

/** With the defaults of the protocol: a tool that says nothing writes and may destroy (MCP 2026-07-28, ToolAnnotations). */
function promiseOf(annotations: unknown): 0 | 1 | 2 {
  const hints = membersOf(annotations);
  if (hints.get('readOnlyHint') === true) return 2;
  return hints.get('destructiveHint') === false ? 1 : 0;
}

function changedKeys(before: unknown, after: unknown): string[] {
  const [old, now] = [membersOf(before), membersOf(after)];
  const keys = [...new Set([...old.keys(), ...now.keys()])].sort();
  return keys.filter((key) => !isSameJson(old.get(key), now.get(key)));
}

function membersOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []);
}

function compareOutput(before: CatalogueTool, after: CatalogueTool, budget: Budget): FoundChange[] {
  const { name } = after;
  const [hadSchema, hasSchema] = [before.outputSchema !== null, after.outputSchema !== null];
  if (hadSchema && hasSchema) {
    return compareSide({ side: 'output', tool: name, before: before.outputSchema, after: after.outputSchema, budget });
  }
  if (hadSchema) {
    const words = `${quotedName(name)} no longer says what its answer looks like`;
    return [toolChange(name, 'breaking', 'output_schema_removed', words)];
  }
  if (!hasSchema) return [];
  return [
    toolChange(name, 'additive', 'output_schema_added', `${quotedName(name)} says now what its answer looks like`),
  ];
}

interface SidePair {
  side: SchemaSide;
  tool: string;
  before: unknown;
  after: unknown;
  budget: Budget;
}

function compareSide({ side, tool, before, after, budget }: SidePair): FoundChange[] {
  if (isSameJson(before, after)) return [];
  const own = { left: Math.min(TOOL_BUDGET, budget.left) };
  const given = own.left;
  const found = compareSchemas({ before, after, takes: TAKES[side], budget: own });
  budget.left -= given - own.left;
  if (found.length === 0) {
    const part = side === 'input' ? 'arguments' : 'answer';
    const words = `the schema for the ${part} of ${quotedName(tool)} is written in another way`;
    return [toolChange(tool, 'wording', 'schema_rewritten', words)];
  }
  // Once is enough: which part of it was looked at last says nothing.
  const isTooComplex = found.some(({ code }) => code === 'too_complex');
  const told = found.filter(({ code }) => code !== 'too_complex');
  const shown = shownName(tool);
  return [...told, ...(isTooComplex ? [finding('too_complex')] : [])].map((each) => ({
    ...judgeSchemaCode(side, each.code),
    tool: shown,
    path: each.path,
    ...(each.facts && { facts: each.facts }),
    said: `${side} ${each.said}`,
    write: () => schemaSentence(tool, side, each),
  }));
}
