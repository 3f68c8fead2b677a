// Reads the whole catalogue page by page, keeps what is good and names what is not. Works over any transport.
import type { Catalogue } from '@/lib/core/catalogue/catalogue';
import { ProbeFault } from '@/lib/probe/fault/probe-fault';
import { field } from '@/lib/probe/wire/field';
import type { Ask } from '@/lib/probe/wire/raw-requests';
import { CatalogueReader } from './catalogue-reader';

const MAX_PAGES = 50;

/**
 * What breaks off after the first page makes the list incomplete, not unread.
 * @param toReason how an error is told in a fault
 * @throws what the first request throws; ProbeFault `bad_answer` when its result holds no list
 */
export async function listTools(ask: Ask, toReason: (error: unknown) => string): Promise<Catalogue> {
  const reader = new CatalogueReader();
  const seen = new Set<string>();
  let cursor: string | null = null;
  for (let page = 1; ; page++) {
    try {
      const result: unknown = await ask('tools/list', cursor === null ? {} : { cursor });
      reader.addPage(result);
      cursor = nextCursorOf(result);
    } catch (error) {
      if (!reader.hasPage) throw error;
      return reader.incomplete(`page ${page} of the tool list: ${toReason(error)}`);
    }
    if (cursor === null) return reader.complete();
    if (reader.isFull) return reader.full();
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
