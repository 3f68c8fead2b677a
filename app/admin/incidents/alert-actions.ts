'use server';
// What is done with the alerts of an outage: taken on, put off, taken back.
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { adminAction, type Told } from '@/app/admin/action';
import { acknowledgeAlert } from '@/lib/admin/alert/acknowledge-alert';
import { snoozeAlert } from '@/lib/admin/alert/snooze-alert';
import { unsnoozeAlert } from '@/lib/admin/alert/unsnooze-alert';
import { panelDesk } from '@/lib/admin/panel/desk';

const threadKey = z.string().min(1).max(255);

const REFUSALS: Record<string, string> = {
  not_found: 'These alerts are forgotten.',
  over: 'It has ended.',
  already_acknowledged: 'Somebody has taken it on already.',
  not_snoozed: 'It is not put off any more.',
  bad_duration: 'From a minute to a week.',
};

function told(result: { ok: true } | { ok: false; code: string }, message: string): Told {
  if (!result.ok) return { ok: false, message: REFUSALS[result.code] ?? 'This cannot be done now.' };
  revalidatePath('/admin/incidents', 'layout');
  return { ok: true, message };
}

export const acknowledgeAction = adminAction('editor', z.object({ threadKey }), (input, { who }) =>
  told(acknowledgeAlert(panelDesk().db, who, input.threadKey, Date.now()), 'You have it; reminders stop.'),
);

const snoozing = z.object({ threadKey, durationMs: z.coerce.number().int() });

export const snoozeAction = adminAction('editor', snoozing, (input, { who }) =>
  told(snoozeAlert(panelDesk().db, who, input, Date.now()), 'Put off; its end is told all the same.'),
);

export const unsnoozeAction = adminAction('editor', z.object({ threadKey }), (input, { who }) =>
  told(unsnoozeAlert(panelDesk().db, who, input.threadKey, Date.now()), 'Reminders come again.'),
);
