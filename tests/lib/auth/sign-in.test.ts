import { expect, test } from 'vitest';
import { selectAudit } from '@/db/queries/audit-entries';
import { sessions } from '@/db/schema';
import { acceptInvitation, prepareFirstAdministrator, readInvitation } from '@/lib/auth/join';
import { readSession } from '@/lib/auth/read-session';
import { signIn, signOut } from '@/lib/auth/sign-in';
import { LOCKED_OUT_MS } from '@/lib/core/access/lock-out';
import { HOUR_MS } from '@/lib/core/time';
import { browser, door, doorOfAda, PASSWORD } from './harness';

const ADA = { email: 'ada@example.com', password: PASSWORD };

function actions(deps: Awaited<ReturnType<typeof doorOfAda>>): string[] {
  return selectAudit(deps.db, {}, 100).map(({ action }) => action);
}

test('a person signs in, is known by the cookie, signs out, and the cookie is worth nothing any more', async () => {
  const deps = await doorOfAda();
  const visitor = browser();
  const signedIn = await signIn(deps, visitor, ADA);
  expect(signedIn).toMatchObject({ ok: true, needsSecondFactor: false });
  if (signedIn.ok) visitor.keep(signedIn.cookies);
  expect(await readSession(deps.auth, visitor.cookie)).toMatchObject({ name: 'Ada', role: 'administrator' });
  const stolen = visitor.cookie;
  visitor.keep(await signOut(deps, visitor));
  expect(await readSession(deps.auth, visitor.cookie)).toBeNull();
  expect(await readSession(deps.auth, stolen)).toBeNull();
  expect(actions(deps)).toEqual(['session.signed_out', 'session.signed_in', 'person.joined']);
});

test('cookies are http only, lax, and secure where people come over https', async () => {
  const deps = await doorOfAda();
  const signedIn = await signIn(deps, browser(), ADA);
  const cookie = signedIn.ok ? signedIn.cookies.find(({ name }) => name.includes('session_token')) : undefined;
  expect(cookie?.options).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' });
  const { createAuth } = await import('@/lib/auth/auth');
  const auth = createAuth({ db: deps.db, secret: 'x'.repeat(32), isSecure: true });
  const secured = await signIn({ ...deps, auth }, { ...browser(), isSecure: true }, ADA);
  const [first] = secured.ok ? secured.cookies : [];
  expect(first?.name).toMatch(/^__Secure-/);
  expect(first?.options.secure).toBe(true);
});

test('each sign-in makes a session of its own: a cookie set beforehand is not taken over', async () => {
  const deps = await doorOfAda();
  const [one, other] = [browser(), browser()];
  const first = await signIn(deps, one, ADA);
  if (first.ok) one.keep(first.cookies);
  if (first.ok) other.keep(first.cookies);
  const second = await signIn(deps, other, ADA);
  if (second.ok) other.keep(second.cookies);
  const ids = await Promise.all(
    [one, other].map(async ({ cookie }) => (await readSession(deps.auth, cookie))?.sessionId),
  );
  expect(new Set(ids).size).toBe(2);
});

test.each([
  [
    'a cookie that was tampered with',
    (cookie: string) => cookie.replace(/=(.)/, (_all, letter) => `=${letter === 'a' ? 'b' : 'a'}`),
  ],
  ['a cookie with another signature', (cookie: string) => `${cookie.slice(0, -8)}AAAAAAAA`],
  ['no cookie', () => ''],
  ['a cookie of rubbish', () => 'rollcall.session_token=%00%ff'],
])('%s lets nobody in', async (_name, change) => {
  const deps = await doorOfAda();
  const visitor = browser();
  const signedIn = await signIn(deps, visitor, ADA);
  if (signedIn.ok) visitor.keep(signedIn.cookies);
  expect(await readSession(deps.auth, change(visitor.cookie))).toBeNull();
});

test('a wrong password and an unknown address are told alike, and what was typed is not written down', async () => {
  const deps = await doorOfAda();
  const wrong = await signIn(deps, browser(), { ...ADA, password: 'not this one at all' });
  const unknown = await signIn(deps, browser(), { email: 'hunter2@example.com', password: 'not this one at all' });
  expect(wrong).toEqual({ ok: false, code: 'refused' });
  expect(unknown).toEqual(wrong);
  expect(JSON.stringify(selectAudit(deps.db, {}, 100))).not.toContain('hunter2');
});

test('after ten wrong passwords the right one is refused too, from every network, until a quarter of an hour has passed', async () => {
  const deps = await doorOfAda();
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await signIn(deps, browser(`10.0.0.${attempt}`), { ...ADA, password: `guess number ${attempt}` });
  }
  const visitor = browser('10.9.9.9');
  expect(await signIn(deps, visitor, ADA)).toEqual({ ok: false, code: 'refused' });
  expect(deps.db.select().from(sessions).all()).toEqual([]);
  const later = { ...deps, now: deps.now + LOCKED_OUT_MS };
  expect(await signIn(later, visitor, ADA)).toMatchObject({ ok: true });
});

test('one network that asks too often is turned away before its passwords are looked at', async () => {
  const deps = await doorOfAda();
  const visitor = browser('10.3.3.3');
  const codes = new Set<string>();
  for (let attempt = 0; attempt < 25; attempt += 1) {
    const result = await signIn(deps, visitor, { email: `p${attempt}@example.com`, password: 'whatever it may be' });
    if (!result.ok) codes.add(result.code);
  }
  expect(codes).toEqual(new Set(['refused', 'too_many']));
  expect(await signIn(deps, browser('10.4.4.4'), ADA)).toMatchObject({ ok: true });
});

test('the setup link makes one administrator, once, and a new start takes back the old link', async () => {
  const deps = door();
  const old = (await prepareFirstAdministrator(deps, null)) ?? '';
  const token = (await prepareFirstAdministrator(deps, null)) ?? '';
  expect(readInvitation(deps.db, old, deps.now)).toBeNull();
  expect(readInvitation(deps.db, token, deps.now)).toEqual({ role: 'administrator', isSetup: true });
  expect(readInvitation(deps.db, token, deps.now + 25 * HOUR_MS)).toBeNull();
  const person = { name: 'Ada', email: 'Ada@Example.com', password: PASSWORD };
  const both = await Promise.all([
    acceptInvitation(deps, token, person),
    acceptInvitation(deps, token, { ...person, email: 'eve@example.com' }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await prepareFirstAdministrator(deps, null)).toBeNull();
});

test('the administrator of the environment is made once and never changed by a later start', async () => {
  const deps = door();
  expect(await prepareFirstAdministrator(deps, ADA)).toBeNull();
  expect(await prepareFirstAdministrator(deps, { ...ADA, password: 'another password here' })).toBeNull();
  expect(await signIn(deps, browser(), ADA)).toMatchObject({ ok: true });
});

test.each([
  ['too short', 'short'],
  ['all the same', 'aaaaaaaaaaaaaaaa'],
  ['the address itself', 'ada@example.com'],
  ['too long', 'ab cd ef'.repeat(40)],
])('a password that is %s is refused with what to do', async (_name, password) => {
  const deps = door();
  const token = (await prepareFirstAdministrator(deps, null)) ?? '';
  const joined = await acceptInvitation(deps, token, { name: 'Ada', email: 'ada@example.com', password });
  expect(joined).toMatchObject({ ok: false, code: 'weak_password', problem: expect.stringMatching(/^Take /) });
});
