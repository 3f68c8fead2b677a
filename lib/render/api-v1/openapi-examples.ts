// An answer of every kind, for the OpenAPI document; typed by the schemas, and a test holds each to its schema.
import type { CheckListAnswer, DriftListAnswer, ToolListAnswer, UptimeAnswer } from './api-v1-history-schema';
import type { IncidentAnswer, IncidentDetailAnswer, IncidentListAnswer } from './api-v1-incident-schema';
import type { MaintenanceListAnswer } from './api-v1-maintenance-schema';
import type { EndpointAnswer, EndpointDetailAnswer, EndpointListAnswer } from './api-v1-schema';
import type { AnswerName } from './openapi-schemas';

const NOW = '2026-11-22T13:03:00.000Z';

const githubTools: EndpointAnswer = {
  slug: 'github-tools',
  title: 'github-tools',
  group: 'Shared',
  type: 'http',
  status: 'down',
  since: '2026-11-22T12:41:23.000Z',
  stage: 'handshake',
  code: 'rpc_error',
  message: 'initialize answered error -32603',
  toolCount: 26,
  protocolVersion: '2026-07-28',
  latencyMs: null,
  checkedAt: NOW,
  nextCheckAt: '2026-11-22T13:04:00.000Z',
  dependencies: [{ name: 'dynamodb', status: 'ok' }],
  uptime: { '24h': 0.984722, '7d': 0.997182, '30d': 0.99934, '90d': 0.997182 },
};

const endpointList: EndpointListAnswer = { generatedAt: NOW, status: 'down', endpoints: [githubTools] };

const endpointDetail: EndpointDetailAnswer = {
  ...githubTools,
  generatedAt: NOW,
  description: null,
  serverName: 'github-tools',
  serverVersion: '2.4.0',
  confirmed: true,
  beingAskedAgain: false,
  stages: [
    { stage: 'reach', state: 'ok', tookMs: 14 },
    { stage: 'handshake', state: 'failed', tookMs: 92 },
    { stage: 'tools', state: 'skipped', tookMs: null },
    { stage: 'dependencies', state: 'ok', tookMs: 21 },
  ],
  certificateExpiresAt: '2027-02-01T00:00:00.000Z',
  latency: { p50Ms: 180, p95Ms: 212 },
  outages: [
    {
      id: '41',
      status: 'down',
      worst: 'down',
      isUnstable: false,
      startedAt: '2026-11-22T12:41:23.000Z',
      confirmedAt: '2026-11-22T12:41:38.000Z',
      endedAt: null,
      stage: 'handshake',
      code: 'rpc_error',
      message: 'initialize answered error -32603',
      steps: [
        {
          at: '2026-11-22T12:41:23.000Z',
          status: 'down',
          stage: 'handshake',
          code: 'rpc_error',
          message: 'initialize answered error -32603',
        },
      ],
    },
  ],
};

const checkList: CheckListAnswer = {
  checks: [
    {
      at: NOW,
      verdict: 'down',
      stage: 'handshake',
      code: 'rpc_error',
      message: 'initialize answered error -32603',
      latencyMs: null,
      timings: { reachMs: 14, handshakeMs: 92, toolsMs: null, dependenciesMs: 21 },
      toolCount: null,
    },
  ],
  nextCursor: '1795352520000',
};

const ms = { up: 46_263_000, degraded: 0, down: 720_000, locked: 0, unknown: 0, maintenance: 0, paused: 0, blind: 0 };
const uptime: UptimeAnswer = { uptime: 0.984675, days: [{ date: '2026-11-22', uptime: 0.984675, ms }] };

const toolList: ToolListAnswer = {
  unchangedSince: '2026-11-16T09:12:00.000Z',
  tools: [{ name: 'query_table', title: null, description: 'Runs a read-only query against one table.' }],
};

const driftList: DriftListAnswer = {
  drifts: [
    {
      id: '17',
      at: '2026-11-02T09:12:00.000Z',
      lastSeenAt: '2026-11-02T09:12:00.000Z',
      seenCount: 1,
      kind: 'breaking',
      approvedAt: null,
      changes: [
        {
          tool: 'query_table',
          kind: 'breaking',
          code: 'argument_now_required',
          path: 'database',
          sentence: '`query_table` now requires `database`',
        },
      ],
    },
  ],
};

const maintenanceList: MaintenanceListAnswer = {
  generatedAt: '2026-11-22T13:00:00.000Z',
  maintenances: [
    {
      id: '7',
      title: 'Patch day',
      status: 'scheduled',
      startsAt: '2026-12-01T21:00:00.000Z',
      endsAt: '2026-12-01T23:00:00.000Z',
      timezone: 'Europe/Berlin',
      endpoints: ['warehouse'],
      announcedAt: '2026-11-20T09:12:04.000Z',
      changedAt: '2026-11-20T09:12:04.000Z',
    },
  ],
};

const incident: IncidentAnswer = {
  id: '12',
  title: 'github-tools refuses the handshake',
  status: 'identified',
  impact: 'major',
  suspected: false,
  startedAt: '2026-11-22T12:41:23.000Z',
  resolvedAt: null,
  changedAt: '2026-11-22T12:58:00.000Z',
  allAnswerSince: null,
  endpoints: [{ slug: 'github-tools', title: 'github-tools', state: 'down' }],
  updates: [
    {
      id: '31',
      status: 'identified',
      at: '2026-11-22T12:58:00.000Z',
      writtenAt: '2026-11-22T12:58:00.000Z',
      editedAt: null,
      author: { kind: 'person', name: null },
      text: 'A new version broke the handshake; we are going back.',
      markdown: 'A new version broke the *handshake*; we are going back.',
      changes: [],
    },
  ],
  outages: [
    {
      id: '41',
      slug: 'github-tools',
      status: 'down',
      startedAt: '2026-11-22T12:41:23.000Z',
      endedAt: null,
      stage: 'handshake',
      code: 'rpc_error',
      message: 'initialize answered error -32603',
    },
  ],
};

const incidentList: IncidentListAnswer = { generatedAt: NOW, incidents: [incident] };
const incidentDetail: IncidentDetailAnswer = { generatedAt: NOW, ...incident };

export const EXAMPLES: Record<AnswerName, unknown> = {
  EndpointList: endpointList,
  EndpointDetail: endpointDetail,
  CheckList: checkList,
  Uptime: uptime,
  ToolList: toolList,
  DriftList: driftList,
  MaintenanceList: maintenanceList,
  IncidentList: incidentList,
  IncidentDetail: incidentDetail,
};
