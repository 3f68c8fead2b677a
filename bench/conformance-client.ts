// The client that the conformance suite tests: checks the URL that the suite appends to the command with the real prober,
// once, or once for each tool that the scenario wants called. Prints the outcomes.
import { DEFAULT_POLICY, TIMEOUT_LIMIT_MS } from '@/lib/core/endpoint';
import type { Outcome } from '@/lib/core/outcome';
import { createProber } from '@/lib/probe/probe';
import { anEndpoint } from '@/tests/fixtures/endpoints';
import { type CheckSettings, checksOf, echoOf } from './conformance/checks-of';

const url = process.argv.at(-1) ?? '';
const scenario = process.env.MCP_CONFORMANCE_SCENARIO ?? '';
const context: unknown = JSON.parse(process.env.MCP_CONFORMANCE_CONTEXT ?? 'null');
const prober = createProber({ userAgent: 'Rollcall/0.0.0', denyHosts: [] });

const outcomes: Outcome[] = [];
for (const settings of checksOf(scenario, context)) outcomes.push(await check(settings));
if (scenario === 'json-schema-2020-12-preservation') {
  outcomes.push(await check(echoOf(outcomes[0]?.catalogue?.tools ?? [])));
}
await prober.close();
process.stdout.write(`${JSON.stringify(outcomes, null, 2)}\n`);

function check(settings: CheckSettings): Promise<Outcome> {
  const target = { kind: 'http' as const, url, headers: {}, dialect: 'auto' as const };
  // All scenarios run at once, so the machine is slow, not the server.
  const policy = { ...DEFAULT_POLICY, timeoutMs: TIMEOUT_LIMIT_MS };
  return prober.probe(anEndpoint({ target, policy, ...settings }), new AbortController().signal);
}
