// Writes the tools of the made-up servers briefly, and gives them in full, as a prober reads them.
import type { CatalogueTool } from '@/lib/core/catalogue/catalogue';

export interface DemoTool extends CatalogueTool {
  inputSchema: { type: 'object'; properties: Record<string, InputSchema>; required?: string[] };
}

type InputSchema = { type: string } | { type: 'array'; items: { type: string } };
type Kind = 'string' | 'integer' | 'boolean' | 'string[]';

/** `inputs`: a kind per name; a name that ends in `?` may be left out. */
export function tool(name: string, description: string, inputs: Record<string, Kind> = {}): DemoTool {
  const properties = Object.entries(inputs).map(([key, kind]) => [bare(key), schemaOf(kind)] as const);
  const required = Object.keys(inputs).filter((key) => !key.endsWith('?'));
  const inputSchema = {
    type: 'object' as const,
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
  };
  return { name, title: null, description, inputSchema, outputSchema: null, annotations: null };
}

function bare(key: string): string {
  return key.replace(/\?$/, '');
}

function schemaOf(kind: Kind): InputSchema {
  return kind === 'string[]' ? { type: 'array', items: { type: 'string' } } : { type: kind };
}
