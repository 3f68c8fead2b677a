// A stored catalogue in public words: the server's own text, made safe and cut. Pure.
import type { CatalogueTool } from '@/lib/core/catalogue/catalogue';
import type { ToolView } from '@/lib/core/view';
import { safeText } from '@/lib/core/words/safe-text';

const NAME_LENGTH = 128;
const DESCRIPTION_LENGTH = 2_000;

/** Sorted by name. */
export function toolViews(tools: readonly CatalogueTool[]): ToolView[] {
  return tools.map(toolView).sort(byName);
}

function toolView(tool: CatalogueTool): ToolView {
  return {
    name: safeText(tool.name, NAME_LENGTH) || 'unnamed',
    title: safeText(tool.title ?? '', NAME_LENGTH) || null,
    description: safeText(tool.description ?? '', DESCRIPTION_LENGTH) || null,
  };
}

/** By code unit: the same order on every machine. */
function byName(a: ToolView, b: ToolView): number {
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}
