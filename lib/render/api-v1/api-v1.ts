// Views into the answers of /api/v1. Pure; knows neither HTTP nor the database.

import type { ServerPageView } from '@/lib/core/server-page-view';
import type { OutageStepView, OutageView, OverviewView, Reason, ServerView, UptimeView } from '@/lib/core/view';
import { isoText } from '@/lib/core/words/format';
import { changedAt } from '@/lib/render/changed-at';
import type { EndpointAnswer, EndpointDetailAnswer, EndpointListAnswer } from './api-v1-schema';
import { floored, instant } from './api-values';

export function endpointList(view: OverviewView): EndpointListAnswer {
  return {
    generatedAt: isoText(changedAt(view.servers, view.generatedAt)),
    status: view.status,
    endpoints: view.servers.map(endpoint),
  };
}

export function endpointDetail(view: ServerPageView): EndpointDetailAnswer {
  const { server } = view;
  return {
    generatedAt: isoText(changedAt([server], view.generatedAt)),
    ...endpoint(server),
    description: server.description,
    serverName: server.serverName,
    serverVersion: server.serverVersion,
    confirmed: server.isConfirmed,
    beingAskedAgain: server.isBeingAskedAgain,
    stages: server.stages.map(({ stage, state, tookMs }) => ({ stage, state, tookMs })),
    certificateExpiresAt: instant(server.certificateExpiresAt),
    latency: { p50Ms: server.p50Ms, p95Ms: server.p95Ms },
    outages: view.outages.map(outage),
  };
}

export function endpoint(server: ServerView): EndpointAnswer {
  return {
    slug: server.slug,
    title: server.title,
    group: server.group,
    type: server.type,
    status: server.status,
    since: instant(server.since),
    stage: server.reason?.stage ?? null,
    code: server.reason?.code ?? null,
    message: server.reason?.message ?? null,
    toolCount: server.toolCount,
    protocolVersion: server.protocolVersion,
    latencyMs: server.latencyMs,
    checkedAt: instant(server.checkedAt),
    nextCheckAt: instant(server.nextCheckAt),
    dependencies: server.dependencies.map(({ name, state }) => ({ name, status: state })),
    uptime: ratios(server.uptime),
  };
}

function outage({ startedAt, confirmedAt, endedAt, reason, steps, ...told }: OutageView) {
  const times = { startedAt: isoText(startedAt), confirmedAt: isoText(confirmedAt), endedAt: instant(endedAt) };
  return { ...told, ...times, ...cause(reason), steps: steps.map(outageStep) };
}

function outageStep({ at, status, reason }: OutageStepView) {
  return { at: isoText(at), status, ...(reason ? cause(reason) : { stage: null, code: null, message: null }) };
}

/** What a reason holds beside is for pages in another language. */
function cause({ stage, code, message }: Reason) {
  return { stage, code, message };
}

function ratios(uptime: UptimeView): EndpointAnswer['uptime'] {
  return {
    '24h': floored(uptime['24h']),
    '7d': floored(uptime['7d']),
    '30d': floored(uptime['30d']),
    '90d': floored(uptime['90d']),
  };
}
