// Settings of the panel between the fields of their forms and the words of a rollcall.json. What is right is checked by
// the code that reads the files; the hints say what it takes.
import { z } from 'zod';
import { fieldProblem } from '@/app/admin/field-problem';
import type { DraftProblem } from '@/lib/admin/panel/load-draft';
import { SETTING_SECTIONS, type SettingSection } from '@/lib/admin/panel/save-settings';
import { asRecord } from '@/lib/admin/panel/server-documents';
import { formatDuration } from '@/lib/config/settings/duration';
import { LANGUAGES } from '@/lib/core/words/language';

export interface SettingField {
  /** Key of the section, and name of the field. */
  key: string;
  label: string;
  hint: string;
  /** `count`: a whole number. `links`: one a line, "Label https://…". */
  form: 'line' | 'long' | 'duration' | 'count' | 'links' | 'announcement' | readonly string[];
}

const field = (key: string, label: string, hint: string, form: SettingField['form'] = 'line'): SettingField => ({
  key,
  label,
  hint,
  form,
});

export const SETTING_FIELDS: Record<SettingSection, readonly SettingField[]> = {
  page: [
    field('title', 'Name of the page', '“Rollcall” when empty'),
    field(
      'timezone',
      'Time zone',
      'In which the page tells times and begins its days, such as Europe/Berlin; UTC when empty',
    ),
    field('language', 'Language', 'Of the public pages; alerts and APIs are English', LANGUAGES),
    field('url', 'Public address', 'For links in messages and feeds; ROLLCALL_URL wins over it'),
    field('logo', 'Logo', 'Name of a picture beside the configuration: SVG, PNG, JPEG or WebP, 64 KiB at most'),
    field('accent', 'Colour of links', 'Such as #0b5fff; made darker or lighter until it can be read'),
    field(
      'links',
      'Links',
      'Beside the name of the page, one a line: Wiki https://wiki.example.com. Six at most',
      'links',
    ),
    field(
      'announcement',
      'Announcement',
      'Above everything else until it is taken out. Markdown without HTML',
      'announcement',
    ),
    field('footer', 'Footer', 'Plain text at the end of each page', 'long'),
  ],
  defaults: [
    field('interval', 'Every', 'Time between two checks, from 10s to 1d; 1m when empty', 'duration'),
    field('timeout', 'Give up after', 'Of one whole check; 10s when empty', 'duration'),
    field('slowAfter', 'Slow above', 'A slower answer counts as degraded', 'duration'),
    field('confirm', 'Bad calls that confirm', 'In a row, from 1 to 10', 'count'),
    field('recover', 'Good calls that end it', 'In a row, from 1 to 10', 'count'),
  ],
  retention: [
    field('checks', 'Single checks', 'From 1d to 400d; 14d when empty', 'duration'),
    field('hours', 'Counts by the hour', 'From 7d to 3650d; 400d when empty', 'duration'),
    field('alerts', 'Alerts and deliveries', 'From 7d to 3650d; 90d when empty', 'duration'),
  ],
};

const text = z.string().max(5_000, 'At most 5,000 characters.').default('');

/** All of it bounded; an empty field means "not said". */
export const settingsForm = z.object({ section: z.enum(SETTING_SECTIONS), announcementSeverity: text }).catchall(text);

export function settingValuesOf(
  section: SettingSection,
  typed: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const said = SETTING_FIELDS[section].flatMap(({ key, form }): [string, unknown][] => {
    const value = (typed[key] ?? '').trim();
    if (value === '') return [];
    if (form === 'count') return [[key, /^\d+$/.test(value) ? Number(value) : value]];
    if (form === 'links') return [[key, linksOf(value)]];
    if (form !== 'announcement') return [[key, value]];
    const severity = typed.announcementSeverity;
    return [[key, { text: value, ...(severity && { severity }) }]];
  });
  return Object.fromEntries(said);
}

/** What a field holds for a value, as stored or as read from a file (then spans are milliseconds). */
export function settingText({ form }: SettingField, value: unknown, isRead = false): string {
  if (form === 'links' && Array.isArray(value))
    return value.map((link) => `${asRecord(link).label} ${asRecord(link).url}`).join('\n');
  if (form === 'announcement') return String(asRecord(value).text ?? '');
  if (form === 'duration' && isRead && typeof value === 'number') return formatDuration(value);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Told beside the field they are about; the others under `form`. */
export function settingProblems(section: SettingSection, problems: readonly DraftProblem[]): Record<string, string> {
  const told: Record<string, string> = {};
  for (const problem of problems) {
    const [first = ''] = problem.path.split(/[.[]/);
    const name = SETTING_FIELDS[section].some(({ key }) => key === first) ? first : 'form';
    told[name] ??= fieldProblem(problem);
  }
  return told;
}

/** The last word of a line is the address. */
function linksOf(lines: string): { label: string; url: string }[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.lastIndexOf(' ');
      return { label: line.slice(0, Math.max(0, at)).trim(), url: line.slice(at + 1) };
    });
}
