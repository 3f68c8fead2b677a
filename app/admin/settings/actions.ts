'use server';
// Settings of the page, policy, retention, and stored secrets.
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { adminAction } from '@/app/admin/action';
import { settingProblems, settingsForm, settingValuesOf } from '@/app/admin/settings/setting-fields';
import { panelDesk } from '@/lib/admin/panel/desk';
import { saveSettings } from '@/lib/admin/panel/save-settings';
import { removeSecret, storeSecret } from '@/lib/admin/panel/secrets';
import { isSecretName } from '@/lib/core/access/secret-name';

export const saveSettingsAction = adminAction('administrator', settingsForm, ({ section, ...typed }, { who }) => {
  const values = settingValuesOf(section, typed);
  const saved = saveSettings(panelDesk(), who, { section, values }, Date.now());
  if (!saved.ok) return { ok: false, message: 'Not saved.', problems: settingProblems(section, saved.problems) };
  revalidatePath('/admin/settings');
  return { ok: true, message: 'Saved. It counts within two seconds.' };
});

const name = z
  .string()
  .trim()
  .refine(
    isSecretName,
    'Up to 100 letters, digits, full stops, hyphens and underscores, beginning with a letter or digit.',
  );
const secret = z.object({
  name,
  secret: z.string().min(1, 'Give it a value.').max(8_192, 'At most 8,192 characters.'),
});

export const storeSecretAction = adminAction('administrator', secret, (input, { who }) => {
  storeSecret(panelDesk(), who, { name: input.name, value: input.secret }, Date.now());
  revalidatePath('/admin/settings');
  return { ok: true, message: `Stored. Write \${secret:${input.name}} where it belongs.` };
});

const removal = z.object({ name, confirm: z.string().trim() });

export const removeSecretAction = adminAction('administrator', removal, (input, { who }) => {
  if (input.confirm !== input.name) return { ok: false, problems: { confirm: `Write ${input.name} to confirm.` } };
  if (!removeSecret(panelDesk().db, who, input.name, Date.now())) return { ok: false, message: 'It is gone already.' };
  revalidatePath('/admin/settings');
  return { ok: true, message: 'Removed.' };
});
