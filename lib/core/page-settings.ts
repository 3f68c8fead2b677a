// What a team says of its page as a whole: title, clock, language, looks. Plain values without secrets.
import type { Language } from '@/lib/core/words/language';

export interface PageSettings {
  title: string;
  /** IANA name; all times on the page are in it. */
  timezone: string;
  /** Of the public pages; alerts and APIs stay English. */
  language: Language;
  /** Left out where the configuration says nothing of it. */
  brand?: PageBrand;
}

export const LOGO_TYPES = ['image/svg+xml', 'image/png', 'image/jpeg', 'image/webp'] as const;

/** A small picture of the team's. */
export interface PageLogo {
  type: (typeof LOGO_TYPES)[number];
  base64: string;
}

/** How a team makes the pages its own. */
export interface PageBrand {
  /** Then it is served at /logo. */
  hasLogo: boolean;
  links: { label: string; url: string }[];
  /** A colour for links on hover and focus, never for a state; `#rrggbb`, readable on paper light and dark. */
  accent: { light: string; dark: string } | null;
  announcement: { severity: AnnouncementSeverity; text: string } | null;
  /** One line of plain text. */
  footer: string | null;
}

export const ANNOUNCEMENT_SEVERITIES = ['info', 'warning', 'critical'] as const;
export type AnnouncementSeverity = (typeof ANNOUNCEMENT_SEVERITIES)[number];
