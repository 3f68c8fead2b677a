// A panel with people of every role, each with cookies of their own, and actions called as a browser calls them.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Access } from '@/tests/app/admin/access';
import { PASSWORD, signIn } from './panel';
import type { Rollcall } from './rollcall';

export type Somebody = 'nobody' | 'viewer' | 'editor' | 'administrator';
export const LADDER: readonly Somebody[] = ['nobody', 'viewer', 'editor', 'administrator'];

export interface Crew {
  /** As a Cookie header; empty for nobody. */
  cookies: Record<Somebody, string>;
  /** Signed in as the administrator, without script. */
  page: Page;
  close: () => Promise<void>;
}

/** The administrator signs in and invites the others, all without script. */
export async function gatherCrew(browser: Browser, rollcall: Rollcall): Promise<Crew> {
  const contexts: BrowserContext[] = [];
  const open = async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    contexts.push(context);
    return context.newPage();
  };
  const page = await open();
  const { url } = rollcall;
  await signIn(page, rollcall, '/admin');
  const join = async (role: 'viewer' | 'editor'): Promise<string> => {
    await page.goto(`${url}/admin/people`);
    await page.fill('[name=note]', role);
    await page.locator('form[aria-label="Invite somebody"] [name=role]').selectOption(role);
    await page.getByRole('button', { name: 'Make a link' }).click();
    const told = (await page.locator('code', { hasText: 'token=' }).textContent()) ?? '';
    const guest = await open();
    await guest.goto(new URL(told, url).href);
    await guest.fill('[name=name]', role);
    await guest.fill('[name=email]', `${role}@example.com`);
    await guest.fill('[name=password]', PASSWORD);
    await guest.fill('[name=passwordAgain]', PASSWORD);
    await guest.getByRole('button', { name: 'Create the account' }).click();
    await guest.waitForURL(`${url}/admin`);
    return cookiesOf(guest);
  };
  const cookies = {
    nobody: '',
    viewer: await join('viewer'),
    editor: await join('editor'),
    administrator: await cookiesOf(page),
  };
  return {
    cookies,
    page,
    close: async () => {
      for (const context of contexts) await context.close();
    },
  };
}

async function cookiesOf(page: Page): Promise<string> {
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}

export function mayDo(somebody: Somebody, needed: Access): boolean {
  return needed === 'anybody' || LADDER.indexOf(somebody) >= LADDER.indexOf(needed);
}

export interface BuiltAction {
  /** As in the list of tests/app/admin/access.ts. */
  name: string;
  id: string;
  /** Address of a page that carries it. */
  path: string;
}

/** Every action of the build, as Next itself lists them. */
export function builtActions(parameters: Record<string, string>): BuiltAction[] {
  const file = fileURLToPath(new URL('../../.next/server/server-reference-manifest.json', import.meta.url));
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as {
    node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>;
  };
  return Object.entries(node).map(([id, { workers, filename, exportedName }]) => {
    const [page = ''] = Object.keys(workers).sort((a, b) => a.length - b.length);
    return { name: `${filename.replace(/^app\//, '')}#${exportedName}`, id, path: addressOf(page, parameters) };
  });
}

/** "admin/endpoints/[slug]/page.tsx" as a person opens it. */
export function addressOf(file: string, parameters: Record<string, string>): string {
  const path = file.replace(/^app\//, '').replace(/\/?(page|route)(\.tsx?)?$/, '');
  return `/${path.replace(/\[(\w+)\]/g, (_whole, name: string) => parameters[name] ?? '1')}`;
}

/** As React's client sends it: the state before, and the form. */
export function actionCall(
  action: BuiltAction,
  fields: Record<string, string>,
): { headers: HeadersInit; body: FormData } {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value);
  const state = { status: 'untouched', message: null, problems: {}, values: {}, result: null };
  body.append('0', JSON.stringify([state, '$K1']));
  return { headers: { 'next-action': action.id, accept: 'text/x-component' }, body };
}
