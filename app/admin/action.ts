// What every action of the panel has in common: who may, what was typed, what is told back. An action without this wrapper
// is found by tests/app/admin/access.test.ts.
import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { whoIsThere } from '@/app/admin/gate';
import { readVisitor } from '@/app/admin/visitor';
import { requestLog } from '@/app/request-log';
import { type FormAction, type FormState, UNTOUCHED } from '@/app/ui/client/form/form-state';
import type { Visitor } from '@/lib/auth/ask-auth';
import type { SignedIn } from '@/lib/auth/read-session';
import { mayActAs, type Role } from '@/lib/core/access/role';

export type Told =
  | { ok: true; message?: string; result?: unknown }
  | { ok: false; message?: string; problems?: Record<string, string>; result?: unknown };

export interface ActionContext {
  who: SignedIn;
  visitor: Visitor;
  /** As it was sent, for fields whose names are not known before, and for files. */
  form: FormData;
}

/** What is typed there is never sent back. */
const SECRET_FIELD = /password|secret|token|code|credential/i;
const FIELD_LIMIT = 100_000;

/** `schema` reads the form's fields by name; a field that is given several times is an array. */
export function adminAction<Schema extends z.ZodType>(
  needed: Role,
  schema: Schema,
  run: (input: z.output<Schema>, context: ActionContext) => Promise<Told> | Told,
): FormAction {
  return async (_before, form) => {
    const who = await whoIsThere();
    if (who === null)
      return failed(form, 'Your session has ended. Sign in again in another tab, then send this once more.');
    if (!mayActAs(who.role, needed)) return failed(form, 'Your role does not allow this. Ask an administrator.');
    return answerForm(form, schema, async (input) => run(input, { who, visitor: await readVisitor(), form }));
  };
}

/** For the few forms that nobody is signed in at: sign-in, second factor, invitation. */
export function openAction<Schema extends z.ZodType>(
  schema: Schema,
  run: (input: z.output<Schema>, visitor: Visitor) => Promise<Told>,
): FormAction {
  return async (_before, form) => answerForm(form, schema, async (input) => run(input, await readVisitor()));
}

async function answerForm<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  run: (input: z.output<Schema>) => Promise<Told>,
): Promise<FormState> {
  const parsed = schema.safeParse(fieldsOf(form));
  if (!parsed.success) return { ...failed(form, null), problems: problemsOf(parsed.error) };
  try {
    const told = await run(parsed.data);
    if (!told.ok) {
      const { problems = {}, message = null, result = null } = told;
      return { ...failed(form, message), problems, result };
    }
    return { ...UNTOUCHED, status: 'done', message: told.message ?? null, result: told.result ?? null };
  } catch (error) {
    // Redirects and the like are thrown, too.
    unstable_rethrow(error);
    requestLog().error({ err: error }, 'An action failed');
    return failed(form, 'Rollcall could not do this; the log says why. Nothing was changed.');
  }
}

function failed(form: FormData, message: string | null): FormState {
  return { ...UNTOUCHED, status: 'failed', message, values: typedValues(form) };
}

function fieldsOf(form: FormData): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$')) continue; // React's own
    const all = form.getAll(name).filter((value) => typeof value === 'string');
    fields[name] = all.length > 1 ? all : (all[0] ?? '');
  }
  return fields;
}

/** What was chosen many times comes back one a line. */
function typedValues(form: FormData): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fieldsOf(form)).flatMap(([name, value]) =>
      SECRET_FIELD.test(name) ? [] : [[name, [value].flat().join('\n').slice(0, FIELD_LIMIT)]],
    ),
  );
}

/** The first problem of each field. */
function problemsOf(error: z.ZodError): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const { path, message } of error.issues) {
    const name = path.map(String).join('.') || 'form';
    problems[name] ??= message;
  }
  return problems;
}
