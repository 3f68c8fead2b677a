import { expect, test } from 'vitest';
import { accounts, twoFactors } from '@/db/schema';
import { confirmTwoFactor, type OwnAccount, startTwoFactor, stopTwoFactor } from '@/lib/auth/own-account';
import { readSession } from '@/lib/auth/read-session';
import { type AuthDeps, giveSecondFactor, signIn } from '@/lib/auth/sign-in';
import { type Browser, browser, doorOfAda, PASSWORD, totp } from './harness';

const ADA = { email: 'ada@example.com', password: PASSWORD };

async function signedIn(deps: AuthDeps, visitor: Browser): Promise<OwnAccount> {
  const result = await signIn(deps, visitor, ADA);
  if (result.ok) visitor.keep(result.cookies);
  const who = await readSession(deps.auth, visitor.cookie);
  if (!who) throw new Error('not signed in');
  return { ...deps, who, visitor };
}

async function withSecondFactor() {
  const deps = await doorOfAda();
  const visitor = browser();
  const account = await signedIn(deps, visitor);
  const started = await startTwoFactor(account, PASSWORD);
  if (!started.ok) throw new Error(started.code);
  const confirmed = await confirmTwoFactor(account, totp(started.uri));
  if (!confirmed.ok) throw new Error(confirmed.code);
  visitor.keep(confirmed.cookies);
  return { deps, visitor, started };
}

test('from the first right code on the password alone gives no session', async () => {
  const { deps, started } = await withSecondFactor();
  const other = browser('10.2.2.2');
  const first = await signIn(deps, other, ADA);
  expect(first).toMatchObject({ ok: true, needsSecondFactor: true });
  if (first.ok) other.keep(first.cookies);
  expect(await readSession(deps.auth, other.cookie)).toBeNull();
  const wrong = await giveSecondFactor(deps, other, { kind: 'totp', code: '000000', isTrusted: false });
  expect(wrong).toMatchObject({ ok: false, code: 'refused' });
  const right = await giveSecondFactor(deps, other, { kind: 'totp', code: totp(started.uri), isTrusted: false });
  expect(right.ok).toBe(true);
  other.keep(right.cookies);
  expect(await readSession(deps.auth, other.cookie)).toMatchObject({ name: 'Ada', hasTwoFactor: true });
});

test('a backup code works once', async () => {
  const { deps, started } = await withSecondFactor();
  const code = started.backupCodes[0] ?? '';
  const outcomes: boolean[] = [];
  for (const address of ['10.2.2.3', '10.2.2.4']) {
    const visitor = browser(address);
    const first = await signIn(deps, visitor, ADA);
    if (first.ok) visitor.keep(first.cookies);
    outcomes.push((await giveSecondFactor(deps, visitor, { kind: 'backup', code, isTrusted: false })).ok);
  }
  expect(outcomes).toEqual([true, false]);
});

test('guessing codes ends, and the right one does not help then', async () => {
  const { deps, started } = await withSecondFactor();
  const visitor = browser('10.2.2.5');
  const first = await signIn(deps, visitor, ADA);
  if (first.ok) visitor.keep(first.cookies);
  for (let guess = 0; guess < 12; guess += 1) {
    await giveSecondFactor(deps, visitor, { kind: 'totp', code: String(guess).padStart(6, '0'), isTrusted: false });
  }
  expect(
    await giveSecondFactor(deps, visitor, { kind: 'totp', code: totp(started.uri), isTrusted: false }),
  ).toMatchObject({ ok: false });
});

test('no code is taken from who has not given the password', async () => {
  const { deps, started } = await withSecondFactor();
  const result = await giveSecondFactor(deps, browser(), { kind: 'totp', code: totp(started.uri), isTrusted: false });
  expect(result).toMatchObject({ ok: false, code: 'expired' });
});

test('setting it up, and turning it off, asks for the password', async () => {
  const { deps, visitor } = await withSecondFactor();
  const who = await readSession(deps.auth, visitor.cookie);
  if (!who) throw new Error('not signed in');
  const account = { ...deps, who, visitor };
  expect(await startTwoFactor(account, 'not the password')).toEqual({ ok: false, code: 'wrong_password' });
  expect(await stopTwoFactor(account, 'not the password')).toEqual({ ok: false, code: 'wrong_password' });
  expect(await stopTwoFactor(account, PASSWORD)).toMatchObject({ ok: true });
  expect(await signIn(deps, browser('10.2.2.6'), ADA)).toMatchObject({ ok: true, needsSecondFactor: false });
});

test('turning it on ends sessions that were opened with the password alone', async () => {
  const deps = await doorOfAda();
  const [one, other] = [browser('10.2.3.1'), browser('10.2.3.2')];
  const account = await signedIn(deps, one);
  await signedIn(deps, other);
  const started = await startTwoFactor(account, PASSWORD);
  if (!started.ok) throw new Error(started.code);
  const confirmed = await confirmTwoFactor(account, totp(started.uri));
  if (confirmed.ok) one.keep(confirmed.cookies);
  expect(await readSession(deps.auth, one.cookie)).not.toBeNull();
  expect(await readSession(deps.auth, other.cookie)).toBeNull();
});

test('neither secret nor password nor backup codes stand in the database as they are', async () => {
  const { deps, started } = await withSecondFactor();
  const stored = JSON.stringify([deps.db.select().from(twoFactors).all(), deps.db.select().from(accounts).all()]);
  expect(stored).not.toContain(PASSWORD);
  expect(stored).not.toContain(new URL(started.uri).searchParams.get('secret'));
  for (const code of started.backupCodes) expect(stored).not.toContain(code);
});
