'use server';
// What is done with routes.
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { adminAction } from '@/app/admin/action';
import { routeFields, routeOf, routeProblems } from '@/app/admin/channels/routes/route-fields';
import { panelDesk } from '@/lib/admin/panel/desk';
import { deleteRoute, moveRoute, saveRoute } from '@/lib/admin/panel/routes';

const PATH = '/admin/channels/routes';
const CHANGED = 'The routes were changed meanwhile. Load the page again.';

const place = z.object({ at: z.coerce.number().int().min(0).max(1_000), mark: z.string().max(100_000) });

const saving = routeFields.extend({
  at: z.string().max(10).default(''),
  mark: z.string().max(100_000).default(''),
});

/** An empty `at` is a new one. */
export const saveRouteAction = adminAction('administrator', saving, ({ at, mark, ...fields }, { who }) => {
  if (fields.to.length === 0) return { ok: false, problems: { to: 'Choose at least one channel.' } };
  const target = at === '' ? null : { at: Number(at), mark };
  const saved = saveRoute(panelDesk(), who, { place: target, route: routeOf(fields) }, Date.now());
  if (saved.ok) redirect(PATH);
  if (saved.code === 'changed_meanwhile') return { ok: false, message: CHANGED };
  return { ok: false, message: 'Not saved.', problems: routeProblems(saved.problems) };
});

const arranging = place.extend({ do: z.enum(['main', 'down', 'delete']) });

/** One up (`main`), one down, or out. */
export const arrangeRouteAction = adminAction('administrator', arranging, ({ do: what, ...target }, { who }) => {
  const desk = panelDesk();
  const done =
    what === 'delete'
      ? deleteRoute(desk, who, target, Date.now())
      : moveRoute(desk, who, { place: target, by: what === 'down' ? 1 : -1 }, Date.now());
  if (!done.ok) return { ok: false, message: CHANGED };
  revalidatePath(PATH);
  return { ok: true, message: what === 'delete' ? 'Deleted.' : 'Moved.' };
});
