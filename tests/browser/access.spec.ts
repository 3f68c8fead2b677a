// Who gets in where, tried on the built product: every page and route of the panel by everybody, every action of the build
// by everybody who may not do it, every form of the administrator sent with the cookies of the others.
import { expect, type Page, test } from '@playwright/test';
import { ACTIONS, PAGES } from '@/tests/app/admin/access';
import { actionCall, addressOf, builtActions, type Crew, gatherCrew, LADDER, mayDo } from './crew';
import { ADMINISTRATOR } from './panel';
import { type Rollcall, startRollcall } from './rollcall';

/** What stands in the places of [slug], [name], [at] and the like. */
const PARAMETERS = { slug: 'warehouse', name: 'chat', at: 'new' };

let rollcall: Rollcall;
let crew: Crew;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  rollcall = await startRollcall({
    env: ADMINISTRATOR,
    config: {
      'mcp.json': { mcpServers: { warehouse: { url: 'http://127.0.0.1:9/mcp' } } },
      'rollcall.json': { channels: { chat: { type: 'slack', url: 'http://127.0.0.1:9/hook' } } },
    },
  });
  crew = await gatherCrew(browser, rollcall);
});

test.afterAll(async () => {
  await crew?.close();
  await rollcall?.remove();
});

const ask = (path: string, somebody: keyof Crew['cookies'], init: RequestInit = {}) =>
  fetch(rollcall.url + path, {
    redirect: 'manual',
    ...init,
    headers: { origin: rollcall.url, cookie: crew.cookies[somebody], ...init.headers },
  });

/** Sign-ins aside: the others go on with their sessions meanwhile. */
async function auditLog(): Promise<string> {
  const answer = await ask('/admin/audit.csv', 'administrator');
  expect(answer.status).toBe(200);
  return answer.text();
}

test('each page and route opens for whom it is meant, is never cached, and sends nobody to the sign-in', async () => {
  for (const [file, needed] of Object.entries(PAGES)) {
    const path = addressOf(file, PARAMETERS);
    const isRoute = file.endsWith('route.ts');
    for (const somebody of LADDER) {
      const answer = await ask(path, somebody);
      const told = `${path} as ${somebody}`;
      if (needed === 'anybody') expect([200, 307], told).toContain(answer.status);
      else if (somebody === 'nobody' && isRoute) expect(answer.status, told).toBe(401);
      else if (somebody === 'nobody') {
        expect(answer.status, told).toBe(307);
        expect(answer.headers.get('location'), told).toContain('/admin/sign-in?next=');
      } else if (!mayDo(somebody, needed)) expect(answer.status, told).toBe(403);
      // What a parameter names may not exist.
      else expect(file.includes('[') ? [200, 404] : [200], told).toContain(answer.status);
      expect(answer.headers.get('cache-control'), told).toContain('no-store');
      await answer.arrayBuffer();
    }
  }
});

test('each action of the build is refused to whoever may not do it, and changes nothing', async () => {
  const actions = builtActions(PARAMETERS);
  expect(actions.map(({ name }) => name).sort()).toEqual(Object.keys(ACTIONS).sort());
  const before = await auditLog();
  for (const action of actions) {
    const needed = ACTIONS[action.name] ?? 'administrator';
    for (const somebody of LADDER.filter((one) => !mayDo(one, needed))) {
      const fields = { name: 'intruder', slug: 'warehouse', section: 'page', do: 'main' };
      const answer = await ask(action.path, somebody, { method: 'POST', ...actionCall(action, fields) });
      const told = `${action.name} as ${somebody}`;
      const refusal = somebody === 'nobody' ? 'Your session has ended' : 'Your role does not allow this';
      expect(await answer.text(), told).toContain(refusal);
    }
  }
  expect(await auditLog()).toBe(before);
});

test('an action that is allowed is not refused: the calls of this test are calls', async () => {
  const store = builtActions(PARAMETERS).find(({ name }) => name.endsWith('#storeSecretAction'));
  if (!store) throw new Error('there is no such action');
  const call = actionCall(store, { name: 'of.the.test', secret: 'xyzzy-12345' });
  const answer = await ask(store.path, 'administrator', { method: 'POST', ...call });
  expect(await answer.text()).toContain('"status":"done"');
  expect(await auditLog()).toContain('of.the.test');
});

interface CapturedForm {
  label: string;
  fields: [string, string][];
}

/** Forms as they are without script: React's own fields name the action. */
async function formsOn(page: Page, path: string): Promise<CapturedForm[]> {
  await page.goto(rollcall.url + path);
  return page.evaluate(() =>
    [...document.querySelectorAll('form')]
      .filter((form) => form.querySelector('[name^="$ACTION"]'))
      .map((form) => ({
        label: form.getAttribute('aria-label') ?? 'a form',
        fields: [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
          typeof value === 'string' ? [[name, value]] : [],
        ),
      })),
  );
}

function bodyOf({ fields }: CapturedForm): FormData {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return body;
}

test('no form of the administrator works with the cookies of the others, or from another site', async () => {
  const pages = Object.entries(PAGES).filter(([file, needed]) => needed !== 'anybody' && file.endsWith('page.tsx'));
  const captured: { path: string; form: CapturedForm }[] = [];
  for (const [file] of pages) {
    const path = addressOf(file, PARAMETERS);
    // Signing out and one's own account are everybody's own.
    if (file.startsWith('admin/account')) continue;
    const forms = await formsOn(crew.page, path);
    captured.push(...forms.filter(({ label }) => label !== 'a form').map((form) => ({ path, form })));
  }
  expect(captured.length).toBeGreaterThan(10);
  const before = await auditLog();
  for (const { path, form } of captured) {
    for (const somebody of ['nobody', 'viewer'] as const) {
      const answer = await ask(path, somebody, { method: 'POST', body: bodyOf(form) });
      expect(await answer.text(), `${form.label} of ${path} as ${somebody}`).not.toContain('role="status">Saved');
    }
    for (const origin of ['https://evil.example', 'null']) {
      const answer = await ask(path, 'administrator', { method: 'POST', body: bodyOf(form), headers: { origin } });
      expect(answer.status, `${form.label} of ${path} from ${origin}`).toBeGreaterThanOrEqual(400);
      await answer.arrayBuffer();
    }
  }
  expect(await auditLog()).toBe(before);
});

test('a form of the administrator works without script, and a body of more than a megabyte is refused', async () => {
  const settings = (await formsOn(crew.page, '/admin/settings')).find(({ label }) => label === 'The page');
  if (!settings) throw new Error('the settings have no such form');
  const sent = (footer: string): CapturedForm => ({
    ...settings,
    fields: settings.fields.map(([name, value]) => [name, name === 'footer' ? footer : value]),
  });
  const saved = await ask('/admin/settings', 'administrator', { method: 'POST', body: bodyOf(sent('Without script')) });
  expect(saved.status).toBe(200);
  const log = await auditLog();
  expect(log).toContain('Without script');
  const large = await ask('/admin/settings', 'administrator', {
    method: 'POST',
    body: bodyOf(sent('x'.repeat(1_200_000))),
  });
  expect(large.status).toBe(413);
  expect(await large.text()).toContain('1 MB');
  expect(await auditLog()).toBe(log);
});
