// Counts what a server offers besides tools, by the first page only: a check is no inventory.
import { setTimeout as delay } from 'node:timers/promises';
import { field } from '@/lib/probe/wire/field';
import type { Ask } from '@/lib/probe/wire/raw-requests';

/** The verdict does not depend on the count, so it does not wait long for it. */
const PATIENCE_MS = 2_000;

/** Null when the list did not come: no reason to call a server broken whose tools are well. */
export async function countListed(
  ask: Ask,
  method: 'resources/list' | 'prompts/list',
  name: 'resources' | 'prompts',
): Promise<number | null> {
  const patience = new AbortController();
  const tooLate = delay(PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => undefined);
  try {
    const list = field(await Promise.race([ask(method, {}), tooLate]), name);
    return Array.isArray(list) ? list.length : null;
  } catch {
    return null;
  } finally {
    patience.abort();
  }
}
