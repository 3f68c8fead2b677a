// What changed between two catalogues of an endpoint, in an order that does not depend on theirs. Drift is an event, not
// an outage (design, rule 9). Pure and bounded: at most 200 changes, whatever a server lists.
import { canonicalJson } from '@/lib/core/catalogue/canonical-json';
import type { CatalogueTool } from '@/lib/core/catalogue/catalogue';
import { countText } from '@/lib/core/words/format';
import { DRIFT_KINDS, type DriftChange, type FoundChange, worstKind } from './drift-change';
import { shownPath } from './drift-sentence';
import type { Budget } from './schema-drift';
import { quotedName } from './shown-name';
import { compareTool, toolChange } from './tool-drift';

/** More than anyone reads; the last one then says how many are left out. */
export const CHANGES_LIMIT = 200;

/** Names and values looked at: about a second's work, and enough for five thousand tools that all changed. */
const CATALOGUE_BUDGET = 300_000;

/**
 * Worst first, then by tool and path. Empty exactly when both list the same tools, in any order and with their keys in
 * any order. A renamed tool or argument is a removal and an addition: nobody can tell that the two are one.
 */
export function compareCatalogues(before: readonly CatalogueTool[], after: readonly CatalogueTool[]): DriftChange[] {
  const [old, now] = [toolsByName(before), toolsByName(after)];
  const budget: Budget = { left: CATALOGUE_BUDGET };
  const changes = [...new Set([...old.keys(), ...now.keys()])]
    // The order in which the budget is spent must not depend on the order of the lists.
    .sort(compareText)
    .flatMap((name) => changesOf(name, old.get(name), now.get(name), budget));
  return writeOut(sortOnce(changes));
}

function changesOf(
  name: string,
  before: CatalogueTool | undefined,
  after: CatalogueTool | undefined,
  budget: Budget,
): FoundChange[] {
  if (before && after) return compareTool(before, after, budget);
  if (before) return [toolChange(name, 'breaking', 'tool_removed', `${quotedName(name)} was removed`)];
  return [toolChange(name, 'additive', 'tool_added', `${quotedName(name)} was added`)];
}

/** Of tools with one name (a fault of the list, told elsewhere) the same one is taken, whatever their order. */
function toolsByName(tools: readonly CatalogueTool[]): Map<string, CatalogueTool> {
  const byName = new Map<string, CatalogueTool>();
  for (const tool of tools) {
    const known = byName.get(tool.name);
    if (!known || canonicalJson(tool) < canonicalJson(known)) byName.set(tool.name, tool);
  }
  return byName;
}

function sortOnce(changes: readonly FoundChange[]): FoundChange[] {
  const keyOf = ({ tool, code, path, said }: FoundChange) => JSON.stringify([tool, code, path, said]);
  const unique = new Map(changes.map((change) => [keyOf(change), change]));
  return [...unique.values()].sort(
    (a, b) =>
      DRIFT_KINDS.indexOf(a.kind) - DRIFT_KINDS.indexOf(b.kind) ||
      compareText(a.tool, b.tool) ||
      compareText(a.path, b.path) ||
      compareText(a.code, b.code) ||
      compareText(a.said, b.said),
  );
}

/** By code units, the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function writeOut(changes: readonly FoundChange[]): DriftChange[] {
  const isCut = changes.length > CHANGES_LIMIT;
  const written = changes.slice(0, isCut ? CHANGES_LIMIT - 1 : CHANGES_LIMIT).map(
    ({ tool, kind, code, path, facts, write }): DriftChange => ({
      tool,
      kind,
      code,
      path: shownPath(path),
      ...(facts && { facts }),
      sentence: write(),
    }),
  );
  if (!isCut) return written;
  const left = changes.slice(written.length);
  const kind = worstKind(left) ?? 'wording';
  const sentence = `and ${countText(left.length, 'more change', 'more changes')}`;
  return [...written, { tool: '', kind, code: 'more_changes', path: '', sentence }];
}
