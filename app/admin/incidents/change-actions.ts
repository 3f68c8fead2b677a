'use server';
// What is corrected in incidents: titles, impact, servers, dates, words; merged, hidden, shown.
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { adminAction, type Told } from '@/app/admin/action';
import {
  incidentId,
  line,
  NO_INSTANT,
  NOT_YET,
  statesOf,
  text,
  toldRefusal,
  typedInstant,
} from '@/app/admin/incidents/incident-fields';
import { backDateIncident } from '@/lib/admin/incident/back-date-incident';
import { editUpdate } from '@/lib/admin/incident/edit-update';
import { hideIncident } from '@/lib/admin/incident/hide-incident';
import { mergeIncidents } from '@/lib/admin/incident/merge-incidents';
import { renameIncident } from '@/lib/admin/incident/rename-incident';
import { setAffectedServers } from '@/lib/admin/incident/set-affected-servers';
import { setImpact } from '@/lib/admin/incident/set-impact';
import { panelDesk } from '@/lib/admin/panel/desk';
import { readPageSettings } from '@/lib/reads/page-settings';
import { readPanelServers } from '@/lib/reads/panel-servers';

function changed(result: Parameters<typeof toldRefusal>[0] | { ok: true }): Told {
  if (!result.ok) return toldRefusal(result);
  revalidatePath('/admin/incidents', 'layout');
  return { ok: true, message: 'Changed; it shows on the page now.' };
}

export const renameAction = adminAction('editor', z.object({ incidentId, title: line }), (input, { who }) =>
  changed(renameIncident(panelDesk().db, who, input, Date.now())),
);

export const setImpactAction = adminAction('editor', z.object({ incidentId, impact: line }), (input, { who }) =>
  changed(setImpact(panelDesk().db, who, input, Date.now())),
);

export const setServersAction = adminAction('editor', z.looseObject({ incidentId }), (fields, { who }) => {
  const now = Date.now();
  const servers = statesOf(fields, readPanelServers(now));
  return changed(setAffectedServers(panelDesk().db, who, { incidentId: fields.incidentId, servers }, now));
});

const dates = z.object({ incidentId, startedAt: line, resolvedAt: line });

export const backDateAction = adminAction('editor', dates, (fields, { who }) => {
  const now = Date.now();
  const zone = { timezone: readPageSettings().timezone, now };
  const [started, resolved] = [typedInstant(fields.startedAt, zone), typedInstant(fields.resolvedAt, zone)];
  if (!started.ok) return { ok: false, problems: { startedAt: NO_INSTANT } };
  if (!resolved.ok) return { ok: false, problems: { resolvedAt: NO_INSTANT } };
  const input = { incidentId: fields.incidentId, startedAt: started.at ?? now, resolvedAt: resolved.at };
  const dated = backDateIncident(panelDesk().db, who, input, now);
  if (!dated.ok && dated.code === 'future') return { ok: false, problems: { startedAt: NOT_YET } };
  return changed(dated);
});

const edit = z.object({
  updateId: incidentId,
  body: text,
  at: line,
  do: z.enum(['main', 'preview']).default('main'),
});

export const editUpdateAction = adminAction('editor', edit, (fields, { who }): Told => {
  if (fields.do === 'preview') return { ok: false, message: 'Not sent yet.', result: { preview: fields.body } };
  const now = Date.now();
  const told = typedInstant(fields.at, { timezone: readPageSettings().timezone, now });
  if (!told.ok) return { ok: false, problems: { at: NO_INSTANT } };
  return changed(editUpdate(panelDesk().db, who, { updateId: fields.updateId, body: fields.body, at: told.at }, now));
});

export const mergeAction = adminAction('editor', z.object({ incidentId, intoId: incidentId }), (input, { who }) => {
  const merged = mergeIncidents(panelDesk().db, who, input, Date.now());
  if (!merged.ok) return toldRefusal(merged);
  revalidatePath('/admin/incidents', 'layout');
  redirect(`/admin/incidents/${input.intoId}`);
});

const hiding = z.object({ incidentId, do: z.enum(['hide', 'show']) });

export const hideAction = adminAction('editor', hiding, (fields, { who }): Told => {
  const isHidden = fields.do === 'hide';
  const done = hideIncident(panelDesk().db, who, { incidentId: fields.incidentId, isHidden }, Date.now());
  if (!done.ok) return toldRefusal(done);
  revalidatePath('/admin/incidents', 'layout');
  return { ok: true, message: isHidden ? 'Nobody but the panel shows it now.' : 'It shows on the page now.' };
});
