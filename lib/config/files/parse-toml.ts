// TOML (Codex's configuration) into the value that JSON of the same meaning would give. Bounded. Knows nothing of what the
// value means.
import { parse, TomlError } from 'smol-toml';
import type { JSONPath, JsonResult, Position } from './json-document';
import { asPlainJson } from './plain-json';

const DEPTH_LIMIT = 100;
const DEPTH_REMEDY = 'Check that it is the file you meant.';

export function parseToml(text: string): JsonResult {
  try {
    const plain = asPlainJson(parse(text, { maxDepth: DEPTH_LIMIT, integersAsBigInt: 'asNeeded' }));
    if (!plain.ok) return { ok: false, fault: { position: null, message: plain.message, remedy: DEPTH_REMEDY } };
    const lines = text.split('\n');
    return { ok: true, document: { value: plain.value, duplicates: [], locate: (path) => locate(lines, path) } };
  } catch (error) {
    // Its text quotes the line, which may hold a password.
    const position = error instanceof TomlError ? { line: error.line, column: error.column } : null;
    return { ok: false, fault: { position, message: 'this is no TOML', remedy: 'Mend the TOML at this place.' } };
  }
}

/** The line of a key, or of the table that it would stand in: the library keeps no positions. */
function locate(lines: readonly string[], path: JSONPath): Position {
  let table = 0;
  for (let length = path.length; length > 0 && table === 0; length--) {
    const dotted = path.slice(0, length).map(String).join('.');
    table = lines.findIndex((line) => tableName(line) === dotted) + 1;
    const key = path[length];
    if (table === 0 || key === undefined) continue;
    const below = lines.slice(table);
    const end = below.findIndex((line) => tableName(line) !== null);
    const at = below.slice(0, end < 0 ? below.length : end).findIndex((line) => keyName(line) === key);
    if (at >= 0) return { line: table + at + 1, column: 1 };
  }
  return { line: Math.max(table, 1), column: 1 };
}

function tableName(line: string): string | null {
  const name = /^\s*\[([^[\]]+)\]\s*(?:#.*)?$/.exec(line)?.[1];
  return name === undefined ? null : name.replace(/["'\s]/g, '');
}

function keyName(line: string): string | null {
  return /^\s*["']?([\w-]+)["']?\s*=/.exec(line)?.[1] ?? null;
}
