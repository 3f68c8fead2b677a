// Placeholders in the texts of a server: which stand there, and others put in their place. Pure.

export interface Placeholders {
  /** Without a default. */
  variables: string[];
  /** What a client would ask a person. */
  inputs: string[];
  secrets: string[];
}

const VARIABLE = /(?:\$\{(?:env:)?|\{env:)(?!workspaceFolder\}|userHome\})([A-Za-z_]\w*)\}/g;
const INPUT = /\$\{input:([^}]{1,100})\}/g;
const SECRET = /\$\{secret:([\w.-]+)\}/g;

export function placeholdersIn(value: unknown): Placeholders {
  const text = JSON.stringify(value) ?? '';
  const names = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].flatMap(([, name]) => name ?? []))].sort();
  return { variables: names(VARIABLE), inputs: names(INPUT), secrets: names(SECRET) };
}

/** `change` gets "variable:NAME", "input:ID" or "secret:NAME" and gives the text that shall stand there; null leaves it. */
export function withPlaceholders(value: unknown, change: (placeholder: string) => string | null): unknown {
  if (typeof value === 'string') {
    return value
      .replace(VARIABLE, (whole, name: string) => change(`variable:${name}`) ?? whole)
      .replace(INPUT, (whole, id: string) => change(`input:${id}`) ?? whole)
      .replace(SECRET, (whole, name: string) => change(`secret:${name}`) ?? whole);
  }
  if (Array.isArray(value)) return value.map((item) => withPlaceholders(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withPlaceholders(item, change)]));
}

/** "warehouse.authorization" as the name of a variable: WAREHOUSE_AUTHORIZATION. */
export function variableName(secret: string): string {
  const name = secret.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
  return /^[A-Z]/.test(name) ? name : `SECRET_${name}`;
}
