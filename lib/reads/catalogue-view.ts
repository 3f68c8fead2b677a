// The tools of a server's page: searched, cut into pages, each with what is shown of it. Pure; the list is hostile, so only
// the tools of the page that was asked for are looked at closely.
import type { CatalogueTool } from '@/lib/core/catalogue/catalogue';
import { TOOL_DESCRIPTION_LENGTH, toolDetail } from '@/lib/core/catalogue/tool-detail';
import type { ServerPageAsk } from '@/lib/core/server-page-ask';
import type { CatalogueView } from '@/lib/core/server-page-view';

const TOOLS_A_PAGE = 100;
const SCHEMA_LENGTH = 4_000;
/** Of both schemas of all tools of a page, so that a hundred large ones make no heavy page. */
const SCHEMAS_LENGTH = 80_000;

export function catalogueView(
  tools: readonly CatalogueTool[],
  { tool: query, toolPage }: Pick<ServerPageAsk, 'tool' | 'toolPage'>,
): CatalogueView {
  const found = tools.filter((tool) => isFound(tool, query)).sort(byName);
  const pages = Math.max(1, Math.ceil(found.length / TOOLS_A_PAGE));
  const page = Math.min(toolPage, pages);
  const shown = found.slice((page - 1) * TOOLS_A_PAGE, page * TOOLS_A_PAGE);
  const schemaLength = Math.min(SCHEMA_LENGTH, Math.floor(SCHEMAS_LENGTH / (2 * Math.max(1, shown.length))));
  return {
    total: tools.length,
    found: found.length,
    query,
    page,
    pages,
    tools: shown.map((tool) => toolDetail(tool, schemaLength)),
  };
}

/** Every word of the search stands somewhere in what people read of the tool. */
function isFound({ name, title, description }: CatalogueTool, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return true;
  const text = `${name} ${title ?? ''} ${description?.slice(0, TOOL_DESCRIPTION_LENGTH) ?? ''}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** By code unit: the same order on every machine. */
function byName(a: CatalogueTool, b: CatalogueTool): number {
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}
