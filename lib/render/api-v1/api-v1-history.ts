// Views of one server's past into the answers of /api/v1. Pure; knows neither HTTP nor the database.

import type { ChecksView, CheckView, ToolsView, UptimeDaysView } from '@/lib/core/history-view';
import type { DriftView } from '@/lib/core/view';
import { isoText } from '@/lib/core/words/format';
import type { CheckListAnswer, DriftListAnswer, ToolListAnswer, UptimeAnswer } from './api-v1-history-schema';
import { floored, instant } from './api-values';

export function checkList({ checks, olderThan }: ChecksView): CheckListAnswer {
  return { checks: checks.map(check), nextCursor: olderThan === null ? null : String(olderThan) };
}

export function uptimeDays({ uptime, days }: UptimeDaysView): UptimeAnswer {
  return {
    uptime: floored(uptime),
    days: days.map((day) => ({ date: isoText(day.startAt).slice(0, 10), uptime: floored(day.uptime), ms: day.ms })),
  };
}

export function toolList({ tools, unchangedSince }: ToolsView): ToolListAnswer {
  return {
    unchangedSince: instant(unchangedSince),
    tools: tools.map(({ name, title, description }) => ({ name, title, description })),
  };
}

export function driftList(drifts: readonly DriftView[]): DriftListAnswer {
  return {
    drifts: drifts.map(({ id, at, lastSeenAt, seenCount, kind, approvedAt, changes }) => ({
      id,
      at: isoText(at),
      lastSeenAt: isoText(lastSeenAt),
      seenCount,
      kind,
      approvedAt: instant(approvedAt),
      changes: changes.map((change) => ({
        tool: change.tool,
        kind: change.kind,
        code: change.code,
        path: change.path,
        sentence: change.sentence,
      })),
    })),
  };
}

function check(view: CheckView): CheckListAnswer['checks'][number] {
  const { reason, reachMs, handshakeMs, toolsMs, dependenciesMs } = view;
  return {
    at: isoText(view.at),
    verdict: view.verdict,
    stage: reason?.stage ?? null,
    code: reason?.code ?? null,
    message: reason?.message ?? null,
    latencyMs: view.latencyMs,
    timings: { reachMs, handshakeMs, toolsMs, dependenciesMs },
    toolCount: view.toolCount,
  };
}
