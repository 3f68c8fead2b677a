'use server';
// What is done with servers in the panel.
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { adminAction, type Told } from '@/app/admin/action';
import { draftOf, problemsByField, serverFields } from '@/app/admin/endpoints/server-fields';
import { checkNow, pauseServers, resumeServers } from '@/lib/admin/panel/call-servers';
import { panelDesk } from '@/lib/admin/panel/desk';
import { orderServers } from '@/lib/admin/panel/order-servers';
import { archiveServer, archiveServers, deleteServer, restoreServer } from '@/lib/admin/panel/retire-servers';
import { saveServer } from '@/lib/admin/panel/save-server';
import { testServer } from '@/lib/admin/panel/test-server';
import { mayActAs } from '@/lib/core/access/role';
import { readPanelServer } from '@/lib/reads/panel-servers';

const saving = serverFields.extend({
  isNew: z.string().optional(),
  isForced: z.string().optional(),
  do: z.enum(['main', 'test']).default('main'),
});

/** Saves, or with `do=test` calls the server once as it stands in the form. */
export const saveServerAction = adminAction('administrator', saving, async (fields, { who }): Promise<Told> => {
  const reading = draftOf(fields);
  if (!reading.ok) return { ok: false, problems: reading.problems };
  const desk = panelDesk();
  if (fields.do === 'test') {
    const tested = await testServer(desk, reading.draft);
    if (!tested.ok)
      return { ok: false, message: 'It cannot be called like this.', problems: problemsByField(tested.problems) };
    // `ok: false` keeps what was typed.
    return { ok: false, message: 'Tested, not saved.', result: tested.report };
  }
  const request = { draft: reading.draft, isNew: fields.isNew === 'yes', isForced: fields.isForced === 'yes' };
  const saved = saveServer(desk, who, request, Date.now());
  if (!saved.ok && saved.code === 'name_taken')
    return { ok: false, problems: { name: 'There is a server of this name.' } };
  if (!saved.ok) return { ok: false, message: 'Not saved.', problems: problemsByField(saved.problems) };
  await untilCalled(saved.slug);
  redirect(`/admin/endpoints/${saved.slug}?saved=${saved.storedSecrets.length}`);
});

/** The loop takes a new server on within two seconds; before that it has no page. Gives up after five. */
async function untilCalled(slug: string): Promise<void> {
  for (let tries = 0; tries < 50 && readPanelServer(slug, Date.now()) === null; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100));
}

const slugs = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().max(64)).max(5_000),
);
const many = z.object({ slug: slugs, do: z.enum(['main', 'pause', 'resume', 'archive']).default('main') });

/** Call now, pause, resume: one, or many at once. Archiving many is for administrators, and for servers of the panel. */
export const callServersAction = adminAction('editor', many, ({ slug: chosen, do: what }, { who }) => {
  if (chosen.length === 0) return { ok: false, message: 'Choose at least one server.' };
  const { db } = panelDesk();
  if (what === 'archive') {
    if (!mayActAs(who.role, 'administrator')) return { ok: false, message: 'Archiving is for administrators.' };
    const count = archiveServers(db, who, chosen, Date.now());
    revalidatePath('/admin/endpoints', 'layout');
    return { ok: true, message: `${servers(count)} archived. Those of files are taken off in their files.` };
  }
  const verbs = { main: checkNow, pause: pauseServers, resume: resumeServers };
  const count = verbs[what](db, who, chosen, Date.now());
  revalidatePath('/admin/endpoints', 'layout');
  return { ok: true, message: CALL_WORDS[what](count) };
});

const servers = (count: number) => (count === 1 ? 'One server' : `${count} servers`);
const CALL_WORDS = {
  main: (count: number) => `${servers(count)} will be called within a second.`,
  pause: (count: number) => `${servers(count)} paused.`,
  resume: (count: number) => `${servers(count)} called again.`,
};

const RETIRE_WORDS = {
  not_found: 'The panel has no such server; one of a file is taken off in its file.',
  name_taken: 'Another server has taken the name.',
  not_archived: 'Archive it first.',
};

const named = z.object({ name: z.string().max(200) });

export const archiveServerAction = adminAction('administrator', named, ({ name }, { who }) => {
  const archived = archiveServer(panelDesk().db, who, name, Date.now());
  if (!archived.ok) return { ok: false, message: RETIRE_WORDS[archived.code] };
  redirect('/admin/endpoints?state=archived');
});

export const restoreServerAction = adminAction('administrator', named, ({ name }, { who }) => {
  const restored = restoreServer(panelDesk().db, who, name, Date.now());
  if (!restored.ok) return { ok: false, message: RETIRE_WORDS[restored.code] };
  redirect('/admin/endpoints');
});

const removal = z.object({ slug: z.string().max(64), confirm: z.string().trim() });

export const deleteServerAction = adminAction('administrator', removal, ({ slug, confirm }, { who }) => {
  if (confirm !== slug) return { ok: false, problems: { confirm: `Write ${slug} to confirm.` } };
  const deleted = deleteServer(panelDesk().db, who, slug, Date.now());
  if (!deleted.ok) return { ok: false, message: RETIRE_WORDS[deleted.code] };
  redirect('/admin/endpoints?state=archived');
});

const groups = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().trim().max(100, 'A group has at most 100 characters.')).max(5_000),
);

/** One group a slug, in the same order. */
export const orderServersAction = adminAction(
  'administrator',
  z.object({ slug: slugs, group: groups }),
  ({ slug: order, group }, { who }) => {
    const places = order.map((slug, place) => ({ slug, group: group[place] ?? '' }));
    orderServers(panelDesk().db, who, places, Date.now());
    return { ok: true, message: 'The page has this order within two seconds.' };
  },
);
