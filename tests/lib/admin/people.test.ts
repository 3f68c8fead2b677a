import { expect, test } from 'vitest';
import { selectAudit } from '@/db/queries/audit-entries';
import { endSessions, invitePerson, removePerson, setRole, withdrawInvitation } from '@/lib/admin/people';
import { acceptInvitation, readInvitation } from '@/lib/auth/join';
import { readSession } from '@/lib/auth/read-session';
import { signIn } from '@/lib/auth/sign-in';
import type { Role } from '@/lib/core/access/role';
import { readInvitations, readPeople, readSessions } from '@/lib/reads/people';
import { browser, doorOfAda, PASSWORD } from '@/tests/lib/auth/harness';

const DAY_MS = 86_400_000;

async function withAda() {
  const deps = await doorOfAda();
  const ada = readPeople(deps.db)[0];
  if (!ada) throw new Error('no Ada');
  return { ...deps, ada };
}

async function join(
  { db, auth, now, ada }: Awaited<ReturnType<typeof withAda>>,
  role: Role,
  email: string,
): Promise<string> {
  const token = invitePerson(db, ada, { role, note: email }, now);
  await acceptInvitation({ db, auth, now }, token, { name: 'Ben', email, password: PASSWORD });
  return readPeople(db).find((person) => person.email === email)?.id ?? '';
}

test('an invited person gets the role of the invitation, and the link works once', async () => {
  const deps = await withAda();
  const token = invitePerson(deps.db, deps.ada, { role: 'editor', note: 'Ben' }, deps.now);
  expect(readInvitations(deps.now, deps.db)).toMatchObject([{ role: 'editor', note: 'Ben' }]);
  const ben = { name: 'Ben', email: 'ben@example.com', password: PASSWORD };
  expect(await acceptInvitation(deps, token, ben)).toEqual({ ok: true, role: 'editor' });
  expect(await acceptInvitation(deps, token, { ...ben, email: 'eve@example.com' })).toEqual({
    ok: false,
    code: 'no_invitation',
  });
  expect(readInvitations(deps.now, deps.db)).toEqual([]);
});

test('an invitation can be withdrawn, and runs out after a week', async () => {
  const deps = await withAda();
  const token = invitePerson(deps.db, deps.ada, { role: 'viewer', note: 'Ben' }, deps.now);
  expect(readInvitation(deps.db, token, deps.now + 7 * DAY_MS - 1)).not.toBeNull();
  expect(readInvitation(deps.db, token, deps.now + 7 * DAY_MS)).toBeNull();
  const [invitation] = readInvitations(deps.now, deps.db);
  expect(withdrawInvitation(deps.db, deps.ada, invitation?.id ?? 0, deps.now)).toBe(true);
  expect(withdrawInvitation(deps.db, deps.ada, invitation?.id ?? 0, deps.now)).toBe(false);
  expect(readInvitation(deps.db, token, deps.now)).toBeNull();
});

test('there is always one administrator', async () => {
  const deps = await withAda();
  const { db, ada, now } = deps;
  expect(setRole(db, ada, ada.id, 'viewer', now)).toEqual({ ok: false, code: 'last_administrator' });
  expect(removePerson(db, ada, ada.id, now)).toEqual({ ok: false, code: 'last_administrator' });
  const ben = await join(deps, 'editor', 'ben@example.com');
  expect(setRole(db, ada, ben, 'administrator', now)).toEqual({ ok: true });
  expect(setRole(db, ada, ada.id, 'viewer', now)).toEqual({ ok: true });
  expect(removePerson(db, ada, ben, now)).toEqual({ ok: false, code: 'last_administrator' });
  expect(removePerson(db, ada, 'nobody', now)).toEqual({ ok: false, code: 'not_found' });
});

test('a changed role and an ended session hold at the next request', async () => {
  const deps = await withAda();
  const ben = await join(deps, 'editor', 'ben@example.com');
  const visitor = browser();
  const signedIn = await signIn(deps, visitor, { email: 'ben@example.com', password: PASSWORD });
  if (signedIn.ok) visitor.keep(signedIn.cookies);
  setRole(deps.db, deps.ada, ben, 'viewer', deps.now);
  expect(await readSession(deps.auth, visitor.cookie)).toMatchObject({ role: 'viewer' });
  expect(readSessions(ben, deps.now, deps.db)).toMatchObject([{ userAgent: 'test browser', address: '10.1.1.1' }]);
  expect(endSessions(deps.db, deps.ada, { userId: ben }, deps.now)).toBe(1);
  expect(await readSession(deps.auth, visitor.cookie)).toBeNull();
});

test('nobody ends a session of somebody else by its id', async () => {
  const deps = await withAda();
  const ben = await join(deps, 'viewer', 'ben@example.com');
  const visitor = browser();
  const signedIn = await signIn(deps, visitor, { email: 'ada@example.com', password: PASSWORD });
  if (signedIn.ok) visitor.keep(signedIn.cookies);
  const [session] = readSessions(deps.ada.id, deps.now, deps.db);
  expect(endSessions(deps.db, deps.ada, { userId: ben, only: session?.id ?? '' }, deps.now)).toBe(0);
  expect(await readSession(deps.auth, visitor.cookie)).not.toBeNull();
});

test('each of it is in the audit log, with who, from and to', async () => {
  const deps = await withAda();
  const ben = await join(deps, 'editor', 'ben@example.com');
  setRole(deps.db, deps.ada, ben, 'viewer', deps.now);
  removePerson(deps.db, deps.ada, ben, deps.now);
  const told = selectAudit(deps.db, {}, 3).map(({ action, actorName, before, after }) => ({
    action,
    actorName,
    before,
    after,
  }));
  expect(told).toEqual([
    { action: 'person.removed', actorName: 'Ada', before: { role: 'viewer' }, after: null },
    { action: 'person.role_changed', actorName: 'Ada', before: { role: 'editor' }, after: { role: 'viewer' } },
    { action: 'person.joined', actorName: 'Ben', before: null, after: { role: 'editor' } },
  ]);
});
