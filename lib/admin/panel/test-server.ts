// Calls a server that may not be saved yet, once, as the loop would: what a person reads before trusting it to the roll.

import { checkDraft, type DraftProblem } from '@/lib/admin/panel/check-draft';
import type { Desk } from '@/lib/admin/panel/desk';
import { liftDraft } from '@/lib/admin/panel/save-server';
import type { ServerDraft } from '@/lib/admin/panel/server-documents';
import type { Endpoint } from '@/lib/core/endpoint';
import type { Failure } from '@/lib/core/failure';
import type { Dependency, Outcome, TranscriptLine } from '@/lib/core/outcome';
import { judge, type Verdict } from '@/lib/core/status/verdict';
import { boundLines, tailOf } from '@/lib/core/transcript';
import { userAgent } from '@/lib/net/user-agent';
import { createProber } from '@/lib/probe/probe';

/** Redacted and bounded: fit for a page of the panel. */
export interface TestReport {
  verdict: Verdict;
  /** Null when it is up. */
  failure: Failure | null;
  latencyMs: number | null;
  protocolVersion: string | null;
  serverName: string | null;
  serverVersion: string | null;
  /** Null when the list was not obtained. */
  toolNames: string[] | null;
  dependencies: Dependency[];
  lines: TranscriptLine[];
  stderrTail: string | null;
}

export type Testing = { ok: true; report: TestReport } | { ok: false; problems: DraftProblem[] };

const TOOL_NAMES_SHOWN = 50;

/** Ends with the draft's own timeout at the latest. Problems: it cannot even be called. */
export async function testServer(desk: Desk, draft: ServerDraft): Promise<Testing> {
  const { value: safe, secrets } = liftDraft(desk, draft);
  const { endpoint, problems, secrets: hidden } = checkDraft(desk, safe, secrets);
  if (endpoint === null || endpoint.problem !== null) return { ok: false, problems };
  const { denyHosts, publicUrl } = desk.environment;
  const prober = createProber({ userAgent: userAgent(publicUrl), denyHosts, secretsOf: () => hidden });
  try {
    const outcome = await prober.probe(endpoint, new AbortController().signal);
    return { ok: true, report: reportOf(outcome, endpoint) };
  } finally {
    await prober.close();
  }
}

function reportOf(outcome: Outcome, endpoint: Endpoint): TestReport {
  const { verdict, failure } = judge(outcome, endpoint);
  const { latencyMs, protocolVersion, serverName, serverVersion, catalogue, health, stderrTail, transcript } = outcome;
  return {
    verdict,
    failure,
    latencyMs,
    protocolVersion,
    serverName,
    serverVersion,
    toolNames: catalogue?.tools.slice(0, TOOL_NAMES_SHOWN).map(({ name }) => name) ?? null,
    dependencies: health?.dependencies ?? [],
    lines: boundLines(transcript),
    stderrTail: stderrTail === null ? null : tailOf(stderrTail),
  };
}
