// The tools an endpoint lists, as received: remote text is hostile, so nothing here is trusted or shown unescaped.

/** The parts of a tool that a client acts on (MCP 2026-07-28, server/tools). */
export interface CatalogueTool {
  name: string;
  title: string | null;
  description: string | null;
  inputSchema: unknown;
  outputSchema: unknown;
  annotations: unknown;
}

/** A list entry that no client can use, or that hides another. */
export interface CatalogueFault {
  code: 'tools_invalid' | 'tools_duplicate' | 'tools_incomplete';
  /** Names the first offender: "tools[3] has no inputSchema". */
  message: string;
  /** The name of the first offender, where it is fit to be told. */
  name?: string;
  /** How many entries share this fault. */
  count: number;
}

export interface Catalogue {
  tools: CatalogueTool[];
  faults: CatalogueFault[];
}

/** Names and globs of `expected` that no listed tool matches; `*` stands for any run of characters. */
export function missingTools(expected: readonly string[], tools: readonly { name: string }[]): string[] {
  return expected.filter((pattern) => !tools.some((tool) => matchesGlob(pattern, tool.name)));
}

/** Linear in the name: a greedy walk with one point of return, so a hostile name cannot make it backtrack for ever. */
function matchesGlob(pattern: string, name: string): boolean {
  let p = 0;
  let n = 0;
  let star = -1;
  let resume = 0;
  while (n < name.length) {
    if (pattern[p] === '*') {
      star = p++;
      resume = n;
    } else if (pattern[p] === name[n]) {
      p++;
      n++;
    } else if (star >= 0) {
      p = star + 1;
      n = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
