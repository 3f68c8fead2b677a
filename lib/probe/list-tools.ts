// Reads the whole catalogue page by page, keeps what is good and names what is not. Works over any transport.
import type { Catalogue, CatalogueFault, CatalogueTool } from '@/lib/core/catalogue';
import { field } from './field';
import { ProbeFault } from './probe-fault';
import type { RawRequests } from './raw-requests';
import { readTool } from './read-tool';
import { oneLine } from './redact';

export const MAX_PAGES = 50;
export const MAX_TOOLS = 10_000;
const TOO_MANY_TOOLS = `the tool list is longer than ${MAX_TOOLS} tools`;

/**
 * What breaks off after the first page makes the list incomplete, not unread.
 * @param toReason how an error is told in a fault
 * @throws what the first request throws; ProbeFault `bad_answer` when its result holds no list
 */
export async function listTools(requests: RawRequests, toReason: (error: unknown) => string): Promise<Catalogue> {
  const reader = createCatalogueReader();
  const seen = new Set<string>();
  let cursor: string | null = null;
  for (let page = 1; ; page++) {
    try {
      const result: unknown = await requests.request('tools/list', cursor === null ? {} : { cursor });
      reader.addPage(result);
      cursor = nextCursorOf(result);
    } catch (error) {
      if (!reader.hasPage()) throw error;
      return reader.incomplete(`page ${page} of the tool list: ${toReason(error)}`);
    }
    if (cursor === null) return reader.complete();
    if (reader.isFull()) return reader.incomplete(TOO_MANY_TOOLS);
    if (seen.has(cursor)) return reader.incomplete(`the tool list goes in circles after page ${page}`);
    if (page === MAX_PAGES) return reader.incomplete(`the tool list is longer than ${MAX_PAGES} pages`);
    seen.add(cursor);
  }
}

/** `null` and the empty string end a list as a missing cursor does: servers send all three. */
function nextCursorOf(result: unknown): string | null {
  const cursor = field(result, 'nextCursor');
  if (cursor === undefined || cursor === null || cursor === '') return null;
  if (typeof cursor === 'string') return cursor;
  throw new ProbeFault('bad_answer', 'nextCursor is not text');
}

interface CatalogueReader {
  addPage(result: unknown): void;
  hasPage(): boolean;
  isFull(): boolean;
  complete(): Catalogue;
  incomplete(reason: string): Catalogue;
}

function createCatalogueReader(): CatalogueReader {
  const tools: CatalogueTool[] = [];
  const faults = new Map<CatalogueFault['code'], CatalogueFault>();
  const names = new Set<string>();
  let entries = 0;
  let hasPage = false;

  const addFault = (code: CatalogueFault['code'], message: string): void => {
    const known = faults.get(code);
    if (known === undefined) faults.set(code, { code, message, count: 1 });
    else known.count++;
  };

  function addEntry(entry: unknown): void {
    const { tool, problem } = readTool(entry, entries++);
    if (problem !== null) addFault('tools_invalid', problem);
    else if (names.has(tool.name))
      addFault('tools_duplicate', `"${oneLine(tool.name).slice(0, 100)}" is listed more than once`);
    else {
      names.add(tool.name);
      tools.push(tool);
    }
  }

  const complete = (): Catalogue => ({ tools, faults: [...faults.values()] });
  return {
    addPage(result) {
      const list = field(result, 'tools');
      if (!Array.isArray(list)) throw new ProbeFault('bad_answer', 'the answer holds no list of tools');
      hasPage = true;
      const room = MAX_TOOLS - entries;
      for (const entry of list.slice(0, room)) addEntry(entry);
      if (list.length > room) addFault('tools_incomplete', TOO_MANY_TOOLS);
    },
    hasPage: () => hasPage,
    isFull: () => entries >= MAX_TOOLS,
    complete,
    incomplete(reason) {
      addFault('tools_incomplete', reason);
      return complete();
    },
  };
}
