// One hash per list of tools, independent of the order in which they were listed.
import { createHash } from 'node:crypto';
import { canonicalJson } from '@/lib/core/catalogue/canonical-json';
import type { CatalogueTool } from '@/lib/core/catalogue/catalogue';

/** SHA-256 in hex over the tools' canonical JSON, sorted. */
export function catalogueHash(tools: readonly CatalogueTool[]): string {
  const texts = tools.map((tool) => canonicalJson(tool)).sort();
  return createHash('sha256').update(texts.join('\n')).digest('hex');
}
