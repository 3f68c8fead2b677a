'use server';
// What is done with channels and with what was sent over them.
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { adminAction, type Told } from '@/app/admin/action';
import { isChannelType, problemsByKey, settingsOf } from '@/app/admin/channels/channel-fields';
import { retryDelivery } from '@/lib/admin/alert/retry-delivery';
import { panelDesk } from '@/lib/admin/panel/desk';
import { deleteChannel, saveChannel } from '@/lib/admin/panel/save-channel';
import { type ChannelTesting, testChannel } from '@/lib/admin/panel/test-channel';
import type { ChannelType } from '@/lib/config/settings/channel-schema';

const channelName = z
  .string()
  .trim()
  .min(1, 'Give it a name; routes lead to it by it.')
  .max(100, 'At most 100 characters.')
  .regex(/^[^\p{Cc}]*$/u, 'A name is one line of letters, digits and signs.');

const channelForm = z
  .object({
    name: channelName,
    type: z.custom<ChannelType>(isChannelType, 'There is no such kind of channel.'),
    isNew: z.string().optional(),
    isForced: z.string().optional(),
    do: z.enum(['main', 'test']).default('main'),
  })
  .catchall(z.string().max(20_000, 'At most 20,000 characters.'));

const NAME_TAKEN = { name: 'There is a channel of this name, or of one too much like it.' };

/** Saves, or with `do=test` sends one test as the form stands. */
export const saveChannelAction = adminAction('administrator', channelForm, async (fields, { who }): Promise<Told> => {
  const { name, type, isNew, isForced, do: what, ...typed } = fields;
  const draft = { name, settings: settingsOf(type, typed) };
  const desk = panelDesk();
  if (what === 'test') return toldOf(await testChannel(desk, who, draft, Date.now()), type);
  const request = { draft, isNew: isNew === 'yes', isForced: isForced === 'yes' };
  const saved = saveChannel(desk, who, request, Date.now());
  if (!saved.ok && saved.code === 'name_taken') return { ok: false, problems: NAME_TAKEN };
  if (!saved.ok) return { ok: false, message: 'Not saved.', problems: problemsByKey(type, saved.problems) };
  redirect(`/admin/channels/of/${encodeURIComponent(name)}?saved=yes`);
});

/** As it is configured, also one of a file. */
export const testChannelAction = adminAction('administrator', z.object({ name: channelName }), async (input, { who }) =>
  toldOf(await testChannel(panelDesk(), who, { name: input.name, settings: null }, Date.now()), null),
);

/** `ok: false` keeps what was typed. */
function toldOf(tested: ChannelTesting, type: ChannelType | null): Told {
  if (tested.ok) return { ok: false, message: 'Tested.', result: tested.delivery };
  if (tested.code === 'unfit') {
    const problems = type === null ? { form: `${tested.problems[0]?.message}.` } : problemsByKey(type, tested.problems);
    return { ok: false, message: 'It cannot be used like this.', problems };
  }
  if (tested.code === 'name_taken') return { ok: false, problems: NAME_TAKEN };
  return { ok: false, message: 'The channel is gone.' };
}

const removal = z.object({ name: channelName, confirm: z.string().trim() });

export const deleteChannelAction = adminAction('administrator', removal, ({ name, confirm }, { who }) => {
  if (confirm !== name) return { ok: false, problems: { confirm: `Write ${name} to confirm.` } };
  if (!deleteChannel(panelDesk().db, who, name, Date.now()))
    return { ok: false, message: 'The channel is gone already.' };
  redirect('/admin/channels');
});

const RETRY_WORDS = {
  not_found: 'It is not in the log any more.',
  not_given_up: 'It is on its way, or has arrived.',
};

const oneDelivery = z.object({ delivery: z.coerce.number().int().positive() });

export const retryDeliveryAction = adminAction('administrator', oneDelivery, ({ delivery }, { who }) => {
  const retried = retryDelivery(panelDesk().db, who, delivery, Date.now());
  if (!retried.ok) return { ok: false, message: RETRY_WORDS[retried.code] };
  revalidatePath('/admin/channels', 'layout');
  return { ok: true, message: 'It is sent within a second, and has a day again.' };
});
