'use server';
// What is done with planned work.
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { adminAction, type Told } from '@/app/admin/action';
import { entryOf, maintenanceFields, problemsByField } from '@/app/admin/maintenance/maintenance-fields';
import { endMaintenance } from '@/lib/admin/end-maintenance';
import { checkMaintenance, maintenanceScope } from '@/lib/admin/panel/check-maintenance';
import { panelDesk } from '@/lib/admin/panel/desk';
import { deleteMaintenance, saveMaintenance } from '@/lib/admin/panel/save-maintenance';

const GONE = 'Somebody changed it or took it back meanwhile. Load the list again.';
const key = z.string().max(64);

/** Saves, or with `do=preview` says on which days it would be. */
export const saveMaintenanceAction = adminAction(
  'editor',
  maintenanceFields.extend({ key: key.default('') }),
  (fields, { who }): Told => {
    const desk = panelDesk();
    const now = Date.now();
    const reading = entryOf(fields, maintenanceScope(desk));
    if (!reading.ok) return reading;
    if (fields.do === 'preview') {
      const checked = checkMaintenance(desk, reading.entry, now);
      if (!checked.ok) return { ok: false, problems: problemsByField(checked.problems) };
      // `ok: false` keeps what was typed.
      return { ok: false, message: 'Not saved yet.', result: checked.preview };
    }
    const saved = saveMaintenance(desk, who, { key: fields.key || null, entry: reading.entry }, now);
    if (!saved.ok && saved.code === 'not_found') return { ok: false, message: GONE };
    if (!saved.ok) return { ok: false, problems: problemsByField(saved.problems) };
    redirect('/admin/maintenance?saved=yes');
  },
);

export const deleteMaintenanceAction = adminAction('editor', z.object({ key }), (input, { who }): Told => {
  if (!deleteMaintenance(panelDesk(), who, input.key, Date.now())) return { ok: false, message: GONE };
  redirect('/admin/maintenance?saved=deleted');
});

const REFUSALS = {
  not_found: 'There is no such window any more.',
  not_begun: 'It has not begun; change its plan instead.',
  over: 'It is over already.',
};

export const endMaintenanceAction = adminAction(
  'editor',
  z.object({ window: z.coerce.number().int().positive() }),
  ({ window }, { who }) => {
    const ended = endMaintenance(panelDesk().db, who, window, Date.now());
    if (!ended.ok) return { ok: false, message: REFUSALS[ended.code] };
    revalidatePath('/admin/maintenance');
    return { ok: true, message: 'Ended; time counts again from now on.' };
  },
);
