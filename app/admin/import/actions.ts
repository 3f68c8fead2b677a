'use server';
// What is done with the form of the import: looked at, tested, taken over. Nothing of it is kept in between.
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { adminAction, type Told } from '@/app/admin/action';
import { chosenPlaces, previewOf, readSent, sourcesOf } from '@/app/admin/import/import-fields';
import { panelDesk } from '@/lib/admin/panel/desk';
import { applyImport } from '@/lib/admin/panel/import/import-apply';
import { planImport } from '@/lib/admin/panel/import/import-plan';
import { testImport } from '@/lib/admin/panel/import/import-test';
import { countText } from '@/lib/core/words/format';

const asked = z.object({
  do: z.enum(['read', 'test', 'apply']).default('read'),
  /** One server's name: the browser tests one by one, to show how far it is. */
  only: z.string().max(300).optional(),
});

export const importAction = adminAction('administrator', asked, async (input, { who, form }): Promise<Told> => {
  const reading = await readSent(form);
  if (!reading.ok) return reading;
  const { sent } = reading;
  const desk = panelDesk();
  const plan = planImport(desk, sourcesOf(sent), sent.choices);
  const chosen = chosenPlaces(plan, sent);
  if (input.do === 'apply') {
    const applied = applyImport(desk, who, plan, { chosen, isRestChosen: sent.isRestChosen }, Date.now());
    const result = previewOf(plan, sent, {});
    if (!applied.ok)
      return {
        ok: false,
        message: `A file has a server called "${applied.refused}" now. Nothing was imported.`,
        result,
      };
    const parts = appliedWords(applied);
    if (parts.length === 0)
      return { ok: false, message: 'There is nothing to import: choose something new or changed.', result };
    revalidatePath('/admin', 'layout');
    return { ok: true, message: `Imported: ${parts.join(', ')}. The servers are called within two seconds.` };
  }
  const places = plan.servers.flatMap(({ view }, i) =>
    (input.only === undefined ? chosen.has(i) : view.name === input.only) ? [i] : [],
  );
  const tests = input.do === 'test' ? await testImport(desk, plan.servers, places) : {};
  return { ok: true, result: previewOf(plan, sent, tests) };
});

function appliedWords(applied: { added: string[]; changed: string[]; secretCount: number; rest: string[] }): string[] {
  const { added, changed, secretCount, rest } = applied;
  if (added.length + changed.length + rest.length === 0) return [];
  return [
    ...(added.length > 0 ? [countText(added.length, 'new server')] : []),
    ...(changed.length > 0 ? [countText(changed.length, 'changed server')] : []),
    ...(secretCount > 0 ? [`${countText(secretCount, 'secret')} stored`] : []),
    ...rest,
  ];
}
