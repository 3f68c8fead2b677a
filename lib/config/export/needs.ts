// What an export needs where it is used: names of the variables and secrets that stand in it. Pure.

export interface ExportNeeds {
  variables: string[];
  secrets: string[];
}

/** `texts`: the files as they are written. Variables with a default are not needed. */
export function needsOf(texts: readonly string[]): ExportNeeds {
  const all = texts.join('\n');
  const names = (pattern: RegExp) => [...new Set([...all.matchAll(pattern)].flatMap(([, name]) => name ?? []))].sort();
  return {
    variables: names(/(?:\$\{(?:env:)?|\{env:)(?!workspaceFolder\}|userHome\})([A-Za-z_]\w*)\}/g),
    secrets: names(/\$\{secret:([\w.-]+)\}/g),
  };
}
