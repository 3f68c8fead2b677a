// Every reading of /api/v1 as OpenAPI needs it: address, parameters, the name of its answer. A test holds the list to
// the routes there are.
import type { z } from 'zod';
import { checksParameters, uptimeQuery } from './api-v1-query';
import type { AnswerName } from './openapi-schemas';

export interface Operation {
  /** With `{slug}` and `{id}` for what the caller fills in. */
  path: string;
  id: string;
  summary: string;
  query: z.ZodObject | null;
  answer: AnswerName;
}

export const OPERATIONS: readonly Operation[] = [
  {
    path: '/api/v1/endpoints',
    id: 'listEndpoints',
    summary: 'Every server and how it is.',
    query: null,
    answer: 'EndpointList',
  },
  {
    path: '/api/v1/endpoints/{slug}',
    id: 'getEndpoint',
    summary: 'One server in more detail.',
    query: null,
    answer: 'EndpointDetail',
  },
  {
    path: '/api/v1/endpoints/{slug}/checks',
    id: 'listChecks',
    summary: 'The visits of one server in the last 14 days, newest first.',
    query: checksParameters,
    answer: 'CheckList',
  },
  {
    path: '/api/v1/endpoints/{slug}/uptime',
    id: 'getUptime',
    summary: 'One server day by day.',
    query: uptimeQuery,
    answer: 'Uptime',
  },
  {
    path: '/api/v1/endpoints/{slug}/tools',
    id: 'listTools',
    summary: 'The tools one server lists.',
    query: null,
    answer: 'ToolList',
  },
  {
    path: '/api/v1/endpoints/{slug}/drift',
    id: 'listDrift',
    summary: 'What changed in the list of tools of one server, newest first.',
    query: null,
    answer: 'DriftList',
  },
  {
    path: '/api/v1/maintenances',
    id: 'listMaintenances',
    summary: 'Planned maintenance, past and to come.',
    query: null,
    answer: 'MaintenanceList',
  },
  {
    path: '/api/v1/incidents',
    id: 'listIncidents',
    summary: 'The newest 50 incidents, those going on among them.',
    query: null,
    answer: 'IncidentList',
  },
  {
    path: '/api/v1/incidents/{id}',
    id: 'getIncident',
    summary: 'One incident; of a merged one the one in which it is told.',
    query: null,
    answer: 'IncidentDetail',
  },
];
