// YAML (Continue's configuration) into the value that JSON of the same meaning would give. Bounded: aliases that multiply,
// depth and size are refused. Knows nothing of what the value means.
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { JSONPath, JsonResult, Position } from './json-document';
import { asPlainJson } from './plain-json';

/** A list of a thousand servers has a tenth of this; YAML takes ten times the time of JSON. */
const LENGTH_LIMIT = 1024 * 1024;
const REMEDY = 'Mend the YAML at this place.';

export function parseYaml(text: string): JsonResult {
  if (text.length > LENGTH_LIMIT) return fault('it is too long for YAML (1 MiB is the limit)', 'Split it.');
  try {
    const lines = new LineCounter();
    // Without quoted source lines in errors: they may hold a password.
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true, uniqueKeys: false });
    const [error] = document.errors;
    if (error !== undefined) return fault('this is no YAML', REMEDY, positionOf(lines, error.pos[0]));
    const plain = asPlainJson(document.toJS({ maxAliasCount: 100 }));
    if (!plain.ok) return fault(plain.message, 'Check that it is the file you meant.');
    const locate = (path: JSONPath) => positionOf(lines, offsetOf(document, path));
    return { ok: true, document: { value: plain.value, duplicates: [], locate } };
  } catch {
    // Aliases of aliases of aliases (ReferenceError), or nesting that ends the stack (RangeError).
    return fault('it is nested too deeply, or its aliases multiply', 'Check that it is the file you meant.');
  }
}

function fault(message: string, remedy: string, position: Position | null = null): JsonResult {
  return { ok: false, fault: { position, message, remedy } };
}

function positionOf(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** Of the key where there is one, since that is what people look for; of the nearest parent where there is nothing. */
function offsetOf(document: Document, path: JSONPath): number {
  let node: unknown = document.contents;
  let offset = startOf(node);
  for (const step of path) {
    const found = childOf(node, step);
    if (found === null) break;
    offset = startOf(found.key ?? found.value);
    node = found.value;
  }
  return offset;
}

function childOf(node: unknown, step: string | number): { key: unknown; value: unknown } | null {
  if (isSeq(node) && typeof step === 'number') {
    const value = node.items[step];
    return value === undefined ? null : { key: null, value };
  }
  if (!isMap(node)) return null;
  const pair = node.items.findLast(({ key }) => isScalar(key) && String(key.value) === step);
  return pair === undefined ? null : { key: pair.key, value: pair.value };
}

function startOf(node: unknown): number {
  const range = typeof node === 'object' && node !== null && 'range' in node ? (node as Node).range : null;
  return range?.[0] ?? 0;
}
