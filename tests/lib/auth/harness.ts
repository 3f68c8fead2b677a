// A panel's door on a database in memory, and a browser's cookie jar for it.
import { createHmac } from 'node:crypto';
import type { NewCookie, Visitor } from '@/lib/auth/ask-auth';
import { createAuth } from '@/lib/auth/auth';
import { acceptInvitation, prepareFirstAdministrator } from '@/lib/auth/join';
import type { AuthDeps } from '@/lib/auth/sign-in';
import { memoryDb } from '@/tests/database';

export const PASSWORD = 'a horse, a staple, a battery';

export function door(now = Date.now()): AuthDeps {
  const db = memoryDb();
  return { db, auth: createAuth({ db, secret: 'x'.repeat(32), isSecure: false }), now };
}

/** A door whose first administrator is ada@example.com. */
export async function doorOfAda(now = Date.now()): Promise<AuthDeps> {
  const deps = door(now);
  const token = await prepareFirstAdministrator(deps, null);
  const joined = await acceptInvitation(deps, token ?? '', {
    name: 'Ada',
    email: 'ada@example.com',
    password: PASSWORD,
  });
  if (!joined.ok) throw new Error(joined.code);
  return deps;
}

export interface Browser extends Visitor {
  keep(cookies: readonly NewCookie[]): void;
}

export function browser(address = '10.1.1.1'): Browser {
  const jar = new Map<string, string>();
  return {
    get cookie() {
      return [...jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
    },
    userAgent: 'test browser',
    address,
    isSecure: false,
    keep: (cookies) => {
      for (const { name, value, options } of cookies) {
        if (options.maxAge === 0 || value === '') jar.delete(name);
        else jar.set(name, value);
      }
    },
  };
}

/** The six digits of now (RFC 6238), computed here and not by the library under test. */
export function totp(uri: string, at = Date.now()): string {
  const secret = base32(new URL(uri).searchParams.get('secret') ?? '');
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function base32(text: string): Buffer {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text.replace(/=+$/, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
