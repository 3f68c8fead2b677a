// What a person may do in the panel. Pure.

/** Most powerful first. Stored: add to them, never rename one. */
export const ROLES = ['administrator', 'editor', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** Each role may do all that those after it may. */
export function mayActAs(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) <= ROLES.indexOf(needed);
}

/** For forms and lists. */
export const ROLE_WORDS: Record<Role, { name: string; may: string }> = {
  administrator: { name: 'Administrator', may: 'everything, also endpoints, channels, settings and people' },
  editor: { name: 'Editor', may: 'incidents, maintenance and acknowledging; sees everything but the people' },
  viewer: { name: 'Viewer', may: 'sees the panel, changes nothing but the own account' },
};

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}
