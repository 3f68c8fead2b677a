// The panel in a browser: the first administrator, and how they sign in.
import type { Page } from '@playwright/test';
import type { Rollcall } from './rollcall';

export const EMAIL = 'ada@example.com';
export const PASSWORD = 'a horse, a staple, a battery';

/** For `startRollcall`. */
export const ADMINISTRATOR = { ROLLCALL_ADMIN_EMAIL: EMAIL, ROLLCALL_ADMIN_PASSWORD: PASSWORD };

/** Comes out where `path` leads. */
export async function signIn(page: Page, rollcall: Rollcall, path: string): Promise<void> {
  await page.goto(rollcall.url + path);
  await page.getByLabel('E-mail address').fill(EMAIL);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(rollcall.url + path);
}
