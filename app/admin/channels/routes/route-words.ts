// A route in one sentence. Knows no form.

import { asRecord } from '@/lib/admin/panel/server-documents';
import { formatDuration } from '@/lib/config/settings/duration';

/** As stored, or as read from a file (then spans are milliseconds). */
export function routeText(route: Readonly<Record<string, unknown>>, isRead = false): string {
  const span = (value: unknown) => (isRead && typeof value === 'number' ? formatDuration(value) : String(value));
  const [escalate, quiet] = [asRecord(route.escalate), asRecord(route.quiet)];
  const digest = typeof route.digest === 'string' ? { at: route.digest } : asRecord(route.digest);
  const parts = [
    listed(route.severity, 'severity ') ?? 'every severity',
    listed(route.events, 'events '),
    listed(route.groups, 'groups '),
    listed(route.endpoints, 'servers '),
    route.repeat !== undefined && `again every ${span(route.repeat)}`,
    escalate.after !== undefined && `after ${span(escalate.after)} also to ${listed(escalate.to, '')}`,
    quiet.from !== undefined && `quiet from ${quiet.from} to ${quiet.to}`,
    'at' in digest && `a digest at ${digest.at}`,
  ];
  return parts.filter(Boolean).join('; ');
}

function listed(value: unknown, before: string): string | null {
  return Array.isArray(value) && value.length > 0 ? `${before}${value.map(String).join(', ')}` : null;
}
