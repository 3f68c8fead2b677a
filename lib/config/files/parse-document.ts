// Which format a text is in, told by its file's name or by its looks, and that text parsed.
import { type JsonResult, parseJson } from './json-document';
import { parseToml } from './parse-toml';
import { parseYaml } from './parse-yaml';

export type Format = 'json' | 'yaml' | 'toml';

export function parseDocument(text: string, format: Format): JsonResult {
  switch (format) {
    case 'json':
      return parseJson(text);
    case 'yaml':
      return parseYaml(text);
    case 'toml':
      return parseToml(text);
    default:
      return format satisfies never;
  }
}

/** Null when the name says nothing. */
export function formatOfName(name: string): Format | null {
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase();
  if (extension === 'toml') return 'toml';
  if (extension === 'yaml' || extension === 'yml') return 'yaml';
  return extension === 'json' || extension === 'jsonc' ? 'json' : null;
}

const TABLE = /^\[{1,2}\s*["']?[A-Za-z_][\w."'\s-]*\]{1,2}\s*(#.*)?$/;
const ASSIGNMENT = /^["']?[\w.-]+["']?\s*=/;

/** Of what was pasted: the first line that says something decides. */
export function formatOfText(text: string): Format {
  const line = text
    .split('\n')
    .map((part) => part.trim())
    .find((part) => part !== '' && !/^(#|\/\/|\/\*)/.test(part));
  if (line === undefined) return 'json';
  if (TABLE.test(line) || ASSIGNMENT.test(line)) return 'toml';
  return /^[{[]/.test(line) ? 'json' : 'yaml';
}
