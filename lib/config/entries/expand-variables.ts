// Puts the values of variables into texts of a configuration file. Pure: what a variable is comes in with the scope.

export interface VariableScope {
  lookUp(name: string): string | undefined;
  /** Variables that are never handed out, whatever they hold. */
  isPrivate(name: string): boolean;
  /** Secrets given in the panel, by name. */
  secrets: ReadonlyMap<string, string>;
  /** The folder of the project that the file belongs to. */
  workspaceFolder: string;
  userHome: string;
}

/** Why a placeholder could not be replaced. `name` is the variable, the secret, the input's id, or the placeholder itself. */
export interface Unresolved {
  reason: 'unset' | 'empty' | 'private' | 'input' | 'secret' | 'unknown';
  name: string;
}

export interface Expansion {
  /** Placeholders that could not be replaced stand in it as they were written. */
  text: string;
  /** What variables held; defaults that stand in the file are not among them. */
  values: string[];
  unresolved: Unresolved[];
}

/** A default may hold variables itself (`${A:-${B}}`); deeper than this is nonsense. */
const NESTING_LIMIT = 10;
const VARIABLE = /^(?:env:)?([A-Za-z_]\w*)(?::-([\s\S]*))?$/;
/** `{file:` is opencode's: not read here, but never sent as it is. */
const OPENING = /\$\{|\{env:|\{file:/g;

/**
 * Knows `${VAR}`, `${VAR:-default}`, `${env:VAR}`, `{env:VAR}`, `${secret:NAME}`, `${workspaceFolder}`, `${userHome}`; `$VAR` is
 * plain text.
 */
export function expandVariables(text: string, scope: VariableScope, depth = 0): Expansion {
  const result: Expansion = { text: '', values: [], unresolved: [] };
  let end = 0;
  for (const { index, 0: opening } of text.matchAll(OPENING)) {
    if (index < end) continue; // Inside the placeholder before.
    const closing = closingBrace(text, index + opening.length);
    if (closing === null || depth === NESTING_LIMIT) {
      // What follows cannot be told from the placeholder.
      result.unresolved.push({ reason: 'unknown', name: text.slice(index) });
      break;
    }
    const name = text.slice(index, closing + 1);
    const body = text.slice(index + (opening === '${' ? opening.length : 1), closing);
    const replaced = replace({ name, body, scope, depth });
    result.text += text.slice(end, index) + replaced.text;
    result.values.push(...replaced.values);
    result.unresolved.push(...replaced.unresolved);
    end = closing + 1;
  }
  result.text += text.slice(end);
  return result;
}

interface Placeholder {
  /** As it stands in the text. */
  name: string;
  body: string;
  scope: VariableScope;
  depth: number;
}

function replace({ name, body, scope, depth }: Placeholder): Expansion {
  const unresolved = (reason: Unresolved['reason'], what: string): Expansion => {
    return { text: name, values: [], unresolved: [{ reason, name: what }] };
  };
  if (body === 'workspaceFolder') return { text: scope.workspaceFolder, values: [], unresolved: [] };
  if (body === 'userHome') return { text: scope.userHome, values: [], unresolved: [] };
  if (body.startsWith('secret:')) {
    const secret = scope.secrets.get(body.slice('secret:'.length));
    if (secret === undefined) return unresolved('secret', body.slice('secret:'.length));
    return { text: secret, values: [secret], unresolved: [] };
  }
  if (body.startsWith('input:')) return unresolved('input', body.slice('input:'.length));
  const [, variable, fallback] = VARIABLE.exec(body) ?? [];
  if (variable === undefined) return unresolved('unknown', name);
  if (scope.isPrivate(variable)) return unresolved('private', variable);
  const value = scope.lookUp(variable);
  if (value) return { text: value, values: [value], unresolved: [] };
  if (fallback !== undefined) return expandVariables(fallback, scope, depth + 1);
  // An empty credential would be sent and refused, which looks like the server's fault.
  return unresolved(value === undefined ? 'unset' : 'empty', variable);
}

/** The offset of the brace that closes what was opened before `from`; null when there is none. */
function closingBrace(text: string, from: number): number | null {
  let depth = 1;
  for (const { index, 0: token } of text.slice(from).matchAll(/\$\{|\{env:|\{file:|\}/g)) {
    depth += token === '}' ? -1 : 1;
    if (depth === 0) return from + index;
  }
  return null;
}
