// What the audit log tells of: names of what was done, stored and filtered by. Pure.

/** Stored: add to them, never rename one. The part before the full stop is what it was done to. */
export const AUDIT_ACTIONS = [
  'session.signed_in',
  'session.refused',
  'session.signed_out',
  'session.ended',
  'account.password_changed',
  'account.two_factor_enabled',
  'account.two_factor_disabled',
  'person.invited',
  'person.invitation_withdrawn',
  'person.joined',
  'person.role_changed',
  'person.removed',
  'drift.approved',
  'maintenance.created',
  'maintenance.changed',
  'maintenance.ended',
  'maintenance.deleted',
  'endpoint.created',
  'endpoint.changed',
  'endpoint.paused',
  'endpoint.resumed',
  'endpoint.checked',
  'endpoint.archived',
  'endpoint.restored',
  'endpoint.deleted',
  'endpoint.ordered',
  'import.applied',
  'incident.opened',
  'incident.taken_over',
  'incident.update_posted',
  'incident.update_edited',
  'incident.changed',
  'incident.merged',
  'incident.hidden',
  'incident.shown',
  'alert.acknowledged',
  'alert.snoozed',
  'alert.unsnoozed',
  'alert.retried',
  'channel.created',
  'channel.changed',
  'channel.deleted',
  'channel.tested',
  'route.changed',
  'settings.changed',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export interface AuditEntry {
  action: AuditAction;
  /** What it was done to, as people know it: a slug, a title, an address. */
  subject: string;
  /** Only what differs; null where there is nothing to tell. Never a secret. */
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
}
