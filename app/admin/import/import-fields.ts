// What was sent with the form of the import, and what is shown again. Reads no configuration.
import { z } from 'zod';
import { type ImportPreview, isWorthChoosing } from '@/app/ui/client/import/import-preview';
import type { ImportPlan } from '@/lib/admin/panel/import/import-plan';
import { restWords } from '@/lib/admin/panel/import/import-rest';
import type { ImportChoices, SecretMode } from '@/lib/admin/panel/import/import-secrets';
import type { ImportTest } from '@/lib/admin/panel/import/import-test';
import { IMPORT_LENGTH_LIMIT, type ImportSource } from '@/lib/config/import/read-import';

const TOO_LONG = 'That is more than 256 KiB. Import it in parts, or put the file into the folder of ROLLCALL_CONFIG.';
const FILES_MAX = 20;
const SHOWN_PROBLEMS = 20;

const sentFiles = z.array(z.object({ name: z.string().max(200), text: z.string() })).max(FILES_MAX);

export interface SentImport {
  text: string;
  files: ImportSource[];
  choices: ImportChoices;
  keep: SecretMode;
  /** Names that a preview listed before, and those that were chosen of them. */
  seen: ReadonlySet<string>;
  chosen: ReadonlySet<string>;
  isRestChosen: boolean;
}

export type SentReading = { ok: true; sent: SentImport } | { ok: false; problems: Record<string, string> };

export async function readSent(form: FormData): Promise<SentReading> {
  const text = textOf(form, 'text');
  const kept = sentFiles.safeParse(parsed(textOf(form, 'files') || '[]'));
  if (!kept.success) return { ok: false, problems: { text: `At most ${FILES_MAX} files at once.` } };
  const files = [...kept.data, ...(await uploaded(form))].slice(0, FILES_MAX);
  const length = files.reduce((sum, file) => sum + file.text.length, text.length);
  if (length > IMPORT_LENGTH_LIMIT) return { ok: false, problems: { text: TOO_LONG } };
  const keep = modeOf(textOf(form, 'keep')) ?? 'store';
  const given = new Map(
    [...form].flatMap(([name, value]) =>
      name.startsWith('give:') && typeof value === 'string' && value !== '' ? [[name.slice(5), value] as const] : [],
    ),
  );
  const seen = new Set(texts(form, 'seen'));
  return {
    ok: true,
    sent: {
      ...{ text, files, keep, seen, chosen: new Set(texts(form, 'chosen')) },
      choices: { modeOf: (name) => modeOf(textOf(form, `keep:${name}`)) ?? keep, given },
      isRestChosen: seen.size === 0 || textOf(form, 'rest') === 'yes',
    },
  };
}

export function sourcesOf({ text, files }: SentImport): ImportSource[] {
  return [{ name: 'pasted', text }, ...files];
}

/** Places in the plan; what the preview did not list before is chosen when there is something to do. */
export function chosenPlaces({ servers }: ImportPlan, { seen, chosen }: SentImport): Set<number> {
  return new Set(
    servers.flatMap(({ view }, i) => {
      const isChosen = seen.has(view.name) ? chosen.has(view.name) : isWorthChoosing(view);
      return isChosen ? [i] : [];
    }),
  );
}

export function previewOf(plan: ImportPlan, sent: SentImport, tests: Record<number, ImportTest>): ImportPreview {
  const places = chosenPlaces(plan, sent);
  const { given, modeOf: mode } = sent.choices;
  const servers = plan.servers.map(({ view }, i) => ({
    ...view,
    isChosen: places.has(i),
    keep: mode(view.name) === sent.keep ? ('' as const) : mode(view.name),
    test: tests[i] ?? null,
  }));
  const missing = plan.servers.flatMap(({ view }) => [
    ...view.inputs.map((name) => `input:${name}`),
    ...view.variables.filter((name) => !view.secrets.includes(name)).map((name) => `variable:${name}`),
  ]);
  return {
    ...{ text: sent.text, files: sent.files, servers, keep: sent.keep, leftOutCount: plan.leftOutCount },
    missing: [...new Set([...missing, ...given.keys()])].sort().map((placeholder) => ({
      placeholder,
      name: placeholder.replace(/^\w+:/, ''),
      isInput: placeholder.startsWith('input:'),
      value: given.get(placeholder) ?? '',
    })),
    rest: restWords(plan),
    isRestChosen: sent.isRestChosen,
    problems: plan.problems.slice(0, SHOWN_PROBLEMS).map(({ file, line, column, path, message, remedy }) => {
      const place = [line === null ? file : `${file}:${line}:${column}`, path].filter(Boolean).join(' ');
      return `${place}: ${message}. ${remedy}`;
    }),
  };
}

/** Without script the files come as they are; with it they were read in the browser. */
async function uploaded(form: FormData): Promise<ImportSource[]> {
  const files = form.getAll('upload').flatMap((value) => (value instanceof File && value.size > 0 ? [value] : []));
  return Promise.all(files.map(async (file) => ({ name: file.name.slice(0, 200), text: await file.text() })));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

function texts(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}

function modeOf(text: string): SecretMode | null {
  return text === 'store' || text === 'variable' ? text : null;
}
