// The head of a Markdown twin: what a program wants to know without reading on, as YAML.

export type FrontMatterValue = string | number | boolean | null;

/** Texts are written as JSON writes them, which YAML 1.2 reads as they are. */
export function frontMatter(values: Record<string, FrontMatterValue>): string {
  const lines = Object.entries(values).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return ['---', ...lines, '---'].join('\n');
}
