// better-auth on our own database: passwords, sessions, second factors, limits per network. Its HTTP routes are not
// mounted; forms reach it through lib/auth/ask-auth.ts, so that there is one way in.
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Db } from '@/db/client';
import { accounts, rateLimits, sessions, twoFactors, users, verifications } from '@/db/schema';
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from '@/lib/core/access/password';

export const AUTH_PATH = '/api/auth';

export interface AuthOptions {
  db: Db;
  /** ROLLCALL_SECRET: signs cookies, encrypts TOTP secrets. */
  secret: string;
  /** People come over https: cookies are sent over nothing else. */
  isSecure: boolean;
}

const DAY_S = 86_400;
const SCHEMA = {
  user: users,
  session: sessions,
  account: accounts,
  verification: verifications,
  twoFactor: twoFactors,
  rateLimit: rateLimits,
};

export type Auth = ReturnType<typeof createAuth>;

export function createAuth({ db, secret, isSecure }: AuthOptions) {
  return betterAuth({
    appName: 'Rollcall',
    // Never seen by anyone: requests are made by ask-auth.ts, which names this origin. Next has checked the real one.
    baseURL: authOrigin(isSecure),
    basePath: AUTH_PATH,
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: drizzleAdapter(db, { provider: 'sqlite', schema: SCHEMA }),
    user: { additionalFields: { role: { type: 'string', required: true, input: false, defaultValue: 'viewer' } } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH_MIN,
      maxPasswordLength: PASSWORD_LENGTH_MAX,
    },
    session: { expiresIn: 14 * DAY_S, updateAge: DAY_S },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/two-factor/*': { window: 60, max: 20 },
        // Asked at every page of the panel.
        '/get-session': false,
      },
    },
    advanced: {
      cookiePrefix: 'rollcall',
      useSecureCookies: isSecure,
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
    plugins: [twoFactor({ issuer: 'Rollcall' })],
  });
}

export function authOrigin(isSecure: boolean): string {
  return `${isSecure ? 'https' : 'http'}://rollcall.invalid`;
}
