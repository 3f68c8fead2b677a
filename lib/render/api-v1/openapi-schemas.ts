// The schemas of /api/v1 by the names they have in the OpenAPI document.
import { z } from 'zod';
import { checkListSchema, driftListSchema, toolListSchema, uptimeSchema } from './api-v1-history-schema';
import { incidentDetailSchema, incidentListSchema } from './api-v1-incident-schema';
import { maintenanceListSchema } from './api-v1-maintenance-schema';
import { endpointDetailSchema, endpointListSchema, endpointSchema, errorSchema } from './api-v1-schema';
import { failureCode, instant, milliseconds, ratio, stage } from './api-value-schemas';

const ANSWERS = {
  EndpointList: endpointListSchema,
  EndpointDetail: endpointDetailSchema,
  CheckList: checkListSchema,
  Uptime: uptimeSchema,
  ToolList: toolListSchema,
  DriftList: driftListSchema,
  MaintenanceList: maintenanceListSchema,
  IncidentList: incidentListSchema,
  IncidentDetail: incidentDetailSchema,
};
export type AnswerName = keyof typeof ANSWERS;

/** Parts that stand in several answers: named once, referred to everywhere. */
const PARTS = {
  Endpoint: endpointSchema,
  Error: errorSchema,
  Instant: instant,
  Milliseconds: milliseconds,
  Ratio: ratio,
  Stage: stage,
  FailureCode: failureCode,
};

/** JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. */
export function componentSchemas(): Record<string, unknown> {
  const named = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries({ ...ANSWERS, ...PARTS })) named.add(schema, { id });
  const { schemas } = z.toJSONSchema(named, { uri: schemaRef });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _dialect, $id: _address, ...schema }]) => [id, schema]),
  );
}

export function schemaRef(id: string): string {
  return `#/components/schemas/${id}`;
}
