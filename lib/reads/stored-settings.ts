// What the settings table holds, checked: it is written by another thread, maybe of another version, and a damaged
// value must not take the page down.
import { z } from 'zod';
import type { Db } from '@/db/client';
import { selectSettings } from '@/db/queries/read-settings';
import { readableAccent } from '@/lib/core/drawing/accent';
import { ANNOUNCEMENT_SEVERITIES, type PageSettings } from '@/lib/core/page-settings';
import type { UnixMs } from '@/lib/core/time';
import { DEFAULT_LANGUAGE, LANGUAGES } from '@/lib/core/words/language';

/** Written every few seconds by the loop, the first time as soon as it starts. */
export interface LoopBeat {
  at: UnixMs;
  /** When this run of the loop began. */
  startedAt: UnixMs;
}

export interface StoredSettings {
  page: PageSettings;
  hasConfigErrors: boolean;
  /** Null when no loop ever ran on this database. */
  loopBeat: LoopBeat | null;
}

const DEFAULT_TITLE = 'Rollcall';
const DEFAULT_TIMEZONE = 'UTC';

const look = z.object({
  hasLogo: z.boolean().catch(false),
  links: z.array(z.object({ label: z.string(), url: z.url({ protocol: /^https?$/ }) })).catch([]),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .transform(readableAccent)
    .nullable()
    .catch(null),
  announcement: z
    .object({ text: z.string(), severity: z.enum(ANNOUNCEMENT_SEVERITIES) })
    .nullable()
    .catch(null),
  footer: z.string().nullable().catch(null),
});
const page = z
  .object({
    title: z.string().trim().min(1).catch(DEFAULT_TITLE),
    timezone: z.string().min(1).catch(DEFAULT_TIMEZONE),
    language: z.enum(LANGUAGES).catch(DEFAULT_LANGUAGE),
  })
  .catch({ title: DEFAULT_TITLE, timezone: DEFAULT_TIMEZONE, language: DEFAULT_LANGUAGE });
const problems = z.array(z.object({ severity: z.string() })).catch([]);
const beat = z.object({ at: z.number(), startedAt: z.number() }).nullable().catch(null);

export function readStoredSettings(db: Db): StoredSettings {
  const stored = selectSettings(db);
  return {
    page: pageSettings(stored.get('page')),
    hasConfigErrors: problems.parse(stored.get('configProblems')).some(({ severity }) => severity === 'error'),
    loopBeat: beat.parse(stored.get('loopBeat')),
  };
}

/** Without a brand when there is nothing in it. */
function pageSettings(stored: unknown): PageSettings {
  const brand = look.safeParse(stored).data;
  const isPlain =
    !brand || (!brand.hasLogo && brand.links.length === 0 && !brand.accent && !brand.announcement && !brand.footer);
  return isPlain ? page.parse(stored) : { ...page.parse(stored), brand };
}
