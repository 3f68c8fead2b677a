// Calls servers of an import as they were typed, before anything is saved: a few at once, each at most once.
import type { Desk } from '@/lib/admin/panel/desk';
import type { PlannedServer } from '@/lib/admin/panel/import/import-plan';
import { testServer } from '@/lib/admin/panel/test-server';
import type { Verdict } from '@/lib/core/status/verdict';
import { countText, latencyText } from '@/lib/core/words/format';
import { mendText } from '@/lib/core/words/mend';

export interface ImportTest {
  /** Null: it could not even be called. */
  verdict: Verdict | null;
  /** For people: "Answers, 3 tools, 120 ms". Redacted. */
  text: string;
}

const AT_ONCE = 6;
/** Beyond it a request would last too long; the rest is tested one by one. */
const TESTS_MAX = 50;

/** By place in `servers`. */
export async function testImport(
  desk: Desk,
  servers: readonly PlannedServer[],
  places: readonly number[],
): Promise<Record<number, ImportTest>> {
  const tests: Record<number, ImportTest> = {};
  const waiting = places.slice(0, TESTS_MAX);
  const worker = async () => {
    for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) {
      const server = servers[place];
      if (server !== undefined) tests[place] = await testOne(desk, server);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return tests;
}

async function testOne(desk: Desk, { clear, view }: PlannedServer): Promise<ImportTest> {
  if (view.standing === 'managed') return { verdict: null, text: `Managed by ${view.managedBy}: that one is called` };
  const tested = await testServer(desk, clear);
  if (!tested.ok)
    return { verdict: null, text: `Not called: ${view.problem ?? tested.problems[0]?.message ?? 'unfit'}` };
  const { verdict, failure, toolNames, latencyMs } = tested.report;
  if (failure !== null) return { verdict, text: `${failure.message}. ${mendText(failure.code)}` };
  const facts = [toolNames && countText(toolNames.length, 'tool'), latencyMs !== null && latencyText(latencyMs)];
  return { verdict, text: ['Answers', ...facts.filter(Boolean)].join(', ') };
}
