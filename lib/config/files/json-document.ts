// JSON as people write it (comments, trailing commas) into a plain value, with the line and column of every part.
// Knows nothing of what the value means.
import { createScanner, type JSONPath, type Node, parseTree, printParseErrorCode } from 'jsonc-parser';

export type { JSONPath } from 'jsonc-parser';

/** 1-based, as editors count. */
export interface Position {
  line: number;
  column: number;
}

export interface JsonDocument {
  /** Objects hold `__proto__` as an ordinary key; of a key written twice the last counts, as JSON.parse has it. */
  value: unknown;
  /** Paths of keys that were written before in the same object. */
  duplicates: JSONPath[];
  /** Where a path stands; where its nearest existing parent stands when it does not exist. */
  locate(path: JSONPath): Position;
}

export type JsonResult = { ok: true; document: JsonDocument } | { ok: false; fault: JsonFault };

export interface JsonFault {
  position: Position | null;
  message: string;
  remedy: string;
}

/** The parser recurses: deeper text would end the stack. No client's file comes near. */
const DEPTH_LIMIT = 100;

export function parseJson(text: string): JsonResult {
  const lines = new LineIndex(text);
  const tooDeepAt = offsetBeyondDepth(text);
  if (tooDeepAt !== null) {
    const message = `it is nested more than ${DEPTH_LIMIT} levels deep`;
    return {
      ok: false,
      fault: { position: lines.at(tooDeepAt), message, remedy: 'Check that it is the file you meant.' },
    };
  }
  const errors: Parameters<typeof parseTree>[1] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (root === undefined || first !== undefined) return { ok: false, fault: faultOf(text, first, lines) };
  const duplicates: JSONPath[] = [];
  const value = plainValue(root, [], duplicates);
  return { ok: true, document: { value, duplicates, locate: (path) => lines.at(offsetOf(root, path)) } };
}

/** `mcpServers.warehouse.args[2]`. */
export function formatPath(path: JSONPath): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${step}`)).join('');
}

/** The offset of the first bracket over the limit; scanning does not recurse. */
function offsetBeyondDepth(text: string): number | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  // Offsets tell the end: after a comment that is never closed the scanner reports a length for nothing.
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const token = scanner.getTokenLength() === 1 ? text[scanner.getTokenOffset()] : '';
    if (token === '{' || token === '[') depth++;
    if (token === '}' || token === ']') depth--;
    if (depth > DEPTH_LIMIT) return scanner.getTokenOffset();
  }
  return null;
}

/** Built with fromEntries, which makes `__proto__` an ordinary key instead of a prototype. */
function plainValue(node: Node, path: JSONPath, duplicates: JSONPath[]): unknown {
  if (node.type === 'array') return (node.children ?? []).map((item, i) => plainValue(item, [...path, i], duplicates));
  if (node.type !== 'object') return node.value;
  const entries = new Map<string, unknown>();
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key === undefined || value === undefined) continue;
    const keyPath = [...path, String(key.value)];
    if (entries.has(String(key.value))) duplicates.push(keyPath);
    entries.set(String(key.value), plainValue(value, keyPath, duplicates));
  }
  return Object.fromEntries(entries);
}

function offsetOf(root: Node, path: JSONPath): number {
  let [node, offset] = [root, root.offset];
  for (const step of path) {
    const child = typeof step === 'number' ? node.children?.[step] : propertyNamed(node, step);
    if (child === undefined) break;
    // A key is what people look for, not the value behind it.
    offset = child.offset;
    node = child.type === 'property' ? (child.children?.[1] ?? child) : child;
  }
  return offset;
}

/** The last of that name, since that is the one that counts. */
function propertyNamed(node: Node, key: string): Node | undefined {
  return node.children?.findLast((child) => child.type === 'property' && child.children?.[0]?.value === key);
}

const FAULTS: Record<string, string> = {
  CommaExpected: 'a comma is missing before this',
  ColonExpected: 'a colon is missing before this',
  PropertyNameExpected: 'a key in double quotes is expected here',
  ValueExpected: 'a value is expected here',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  EndOfFileExpected: 'the file should have ended before this',
  InvalidSymbol: 'this is no JSON; texts need double quotes',
  InvalidNumberFormat: 'this is no number',
  UnexpectedEndOfComment: 'a comment is never closed',
  UnexpectedEndOfString: 'a text is never closed with a double quote',
  InvalidEscapeCharacter: 'an unknown escape follows the backslash (write \\\\ for a backslash)',
  InvalidUnicode: 'four hexadecimal digits must follow \\u',
  InvalidCharacter: 'a line break or control character stands inside a text',
};

function faultOf(text: string, error: { error: number; offset: number } | undefined, lines: LineIndex): JsonFault {
  if (text.trim() === '') {
    return { position: null, message: 'it is empty', remedy: 'Write { "mcpServers": {} } into it, or remove it.' };
  }
  const code = error === undefined ? 'ValueExpected' : printParseErrorCode(error.error);
  const offset = error?.offset ?? text.length;
  const isAtEnd = text.slice(offset).trim() === '';
  const message = FAULTS[code] ?? 'this is no JSON';
  const remedy = isAtEnd ? 'The file breaks off: save it whole.' : 'Mend the JSON at this place.';
  return { position: lines.at(offset), message, remedy };
}

/** Finds the line of an offset without counting from the start each time. */
class LineIndex {
  readonly #starts = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  at(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}
