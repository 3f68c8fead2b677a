'use server';
// What administrators do with people.
import { z } from 'zod';
import { adminAction } from '@/app/admin/action';
import { configuredUrl } from '@/app/public-url';
import { endSessions, invitePerson, removePerson, setRole, withdrawInvitation } from '@/lib/admin/people';
import { openDoor } from '@/lib/auth/panel-auth';
import { ROLES } from '@/lib/core/access/role';

const role = z.enum(ROLES);
const FAILURES = {
  not_found: 'This person is gone already.',
  last_administrator: 'This is the last administrator. Make somebody else one first.',
};

const invitation = z.object({
  role,
  note: z.string().trim().min(1, 'Write for whom it is, for your own list.').max(100),
});

export const inviteAction = adminAction('administrator', invitation, (input, { who, visitor }) => {
  const { db, now } = openDoor(visitor.isSecure);
  const token = invitePerson(db, who, input, now);
  const path = `/admin/join?token=${token}`;
  return { ok: true, message: 'Send this link. It works once, for a week.', result: `${configuredUrl() ?? ''}${path}` };
});

const invitationId = z.object({ invitation: z.coerce.number().int() });

export const withdrawAction = adminAction('administrator', invitationId, (input, { who, visitor }) => {
  const { db, now } = openDoor(visitor.isSecure);
  const isGone = withdrawInvitation(db, who, input.invitation, now);
  return isGone ? { ok: true, message: 'Withdrawn.' } : { ok: false, message: 'It was used or withdrawn already.' };
});

export const setRoleAction = adminAction('administrator', z.object({ person: z.string(), role }), (input, context) => {
  const { db, now } = openDoor(context.visitor.isSecure);
  const changed = setRole(db, context.who, input.person, input.role, now);
  return changed.ok ? { ok: true, message: 'Changed.' } : { ok: false, message: FAILURES[changed.code] };
});

const onePerson = z.object({ person: z.string().max(100) });

export const endPersonSessionsAction = adminAction('administrator', onePerson, ({ person }, { who, visitor }) => {
  const { db, now } = openDoor(visitor.isSecure);
  const ended = endSessions(db, who, { userId: person, ...(person === who.id && { except: who.sessionId }) }, now);
  return { ok: true, message: ended === 1 ? 'One session has ended.' : `${ended} sessions have ended.` };
});

const removal = onePerson.extend({ email: z.string(), confirm: z.string().trim().toLowerCase() });

export const removePersonAction = adminAction('administrator', removal, (input, { who, visitor }) => {
  if (input.confirm !== input.email) {
    return { ok: false, problems: { confirm: `Write ${input.email} to confirm.` } };
  }
  if (input.person === who.id)
    return { ok: false, message: 'Nobody can remove themselves; ask another administrator.' };
  const { db, now } = openDoor(visitor.isSecure);
  const removed = removePerson(db, who, input.person, now);
  return removed.ok ? { ok: true, message: 'Removed.' } : { ok: false, message: FAILURES[removed.code] };
});
