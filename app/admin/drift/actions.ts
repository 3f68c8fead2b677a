'use server';
// What is done with changes of lists: an administrator takes the list as it is for the good one.
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { adminAction } from '@/app/admin/action';
import { approveDrift } from '@/lib/admin/approve-drift';
import { panelDesk } from '@/lib/admin/panel/desk';

const REFUSALS = {
  not_found: 'This change is forgotten.',
  already_approved: 'Somebody has approved it already.',
  superseded: 'The list has changed since. Load the page again and look at what changed.',
};

export const approveDriftAction = adminAction(
  'administrator',
  z.object({ drift: z.coerce.number().int().positive() }),
  ({ drift }, { who }) => {
    const approved = approveDrift(panelDesk().db, who, drift, Date.now());
    if (!approved.ok) return { ok: false, message: REFUSALS[approved.code] };
    revalidatePath('/admin/drift');
    return { ok: true, message: 'Approved: the list as it is now is the good one.' };
  },
);
