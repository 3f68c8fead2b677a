'use server';
// What is told in incidents: opened, taken over, updated, resolved.
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
import { openIncident } from '@/lib/admin/incident/open-incident';
import { postUpdate } from '@/lib/admin/incident/post-update';
import { resolveIncident } from '@/lib/admin/incident/resolve-incident';
import { takeOverIncident } from '@/lib/admin/incident/take-over-incident';
import { panelDesk } from '@/lib/admin/panel/desk';
import { readPageSettings } from '@/lib/reads/page-settings';
import { readPanelServers } from '@/lib/reads/panel-servers';

const what = z.enum(['main', 'preview']).default('main');

/** Keeps what was typed; the form shows the text as it would be read. */
function preview(body: string): Told {
  return { ok: false, message: 'Not sent yet.', result: { preview: body } };
}

/** The page at which it is read now. */
function shown(id: number): Told {
  revalidatePath('/admin/incidents', 'layout');
  return { ok: true, message: 'It shows on the page now.', result: `/incidents/${id}` };
}

/** For forms that are no longer there afterwards: the page says it in their place. */
function shownAnew(id: number): never {
  revalidatePath('/admin/incidents', 'layout');
  redirect(`/admin/incidents/${id}?shown=yes`);
}

const opening = z.looseObject({
  title: line,
  body: text,
  status: line,
  impact: line,
  authorName: line,
  startedAt: line,
  do: what,
});

export const openIncidentAction = adminAction('editor', opening, (fields, { who }): Told => {
  const { title, body, status, impact, authorName } = fields;
  if (fields.do === 'preview') return preview(body);
  const now = Date.now();
  const started = typedInstant(fields.startedAt, { timezone: readPageSettings().timezone, now });
  if (!started.ok) return { ok: false, problems: { startedAt: NO_INSTANT } };
  const servers = statesOf(fields, readPanelServers(now));
  const input = { title, body, status, impact, servers, ...(authorName && { authorName }), startedAt: started.at };
  const opened = openIncident(panelDesk().db, who, input, now);
  if (!opened.ok && opened.code === 'future') return { ok: false, problems: { startedAt: NOT_YET } };
  if (!opened.ok) return toldRefusal(opened);
  return shownAnew(opened.incidentId);
});

const update = z.object({ incidentId, status: line, body: text, at: line, authorName: line, do: what });

export const postUpdateAction = adminAction('editor', update, (fields, { who }): Told => {
  if (fields.do === 'preview') return preview(fields.body);
  const now = Date.now();
  const told = typedInstant(fields.at, { timezone: readPageSettings().timezone, now });
  if (!told.ok) return { ok: false, problems: { at: NO_INSTANT } };
  const { authorName, status, body } = fields;
  const input = { incidentId: fields.incidentId, status, body, at: told.at, ...(authorName && { authorName }) };
  const posted = postUpdate(panelDesk().db, who, input, now);
  return posted.ok ? shown(fields.incidentId) : toldRefusal(posted);
});

const resolving = z.object({ incidentId });

/** In the machine's words; those of people go by an update. */
export const resolveAction = adminAction('editor', resolving, (fields, { who }): Told => {
  const resolved = resolveIncident(panelDesk().db, who, { incidentId: fields.incidentId }, Date.now());
  return resolved.ok ? shownAnew(fields.incidentId) : toldRefusal(resolved);
});

const taking = z.object({ incidentId, title: line });

export const takeOverAction = adminAction('editor', taking, (fields, { who }): Told => {
  const input = { incidentId: fields.incidentId, ...(fields.title && { title: fields.title }) };
  const taken = takeOverIncident(panelDesk().db, who, input, Date.now());
  return taken.ok ? shownAnew(fields.incidentId) : toldRefusal(taken);
});
