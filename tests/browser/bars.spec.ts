// The bars, day by day: by keyboard, by pointer, and without script as links. In German, so that a page of another
// language is seen whole as well.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { Rollcall } from './rollcall';
import { startSeeded } from './seeded';

let rollcall: Rollcall;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  rollcall = await startSeeded({ language: 'de', accent: '#0b5fff', footer: 'Betrieben vom Plattform-Team.' });
});

test.afterAll(() => rollcall?.remove());

/** What a screen reader says of the element that has focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
}

/** The date at the beginning of a label, and whose bars it stands on. */
async function spot(page: Page): Promise<string> {
  const slug = await page.evaluate(() => document.activeElement?.closest('[data-bars]')?.getAttribute('data-bars'));
  return `${slug} ${(await focused(page)).split(/[:,]/)[0]}`;
}

test('the bars are walked by keyboard, and each day is read aloud', async ({ page }) => {
  await page.goto(rollcall.url);
  const button = page.locator('[data-bars] button');
  await expect(button).toHaveCount(1);
  await button.focus();
  await expect.poll(() => focused(page)).toMatch(/^\d+\. \S+ \d{4}, bis jetzt: .*Prozent verfügbar/);
  const today = await spot(page);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => focused(page)).toMatch(/^\d+\. \S+ \d{4}: [\d,]+ Prozent verfügbar/);
  const yesterday = await spot(page);
  expect(yesterday).not.toBe(today);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => spot(page)).not.toBe(yesterday);
  expect((await spot(page)).split(' ').slice(1)).toEqual(yesterday.split(' ').slice(1));
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => spot(page)).toBe(yesterday);
  await page.keyboard.press('Home');
  await expect.poll(() => focused(page)).toContain('An diesem Tag noch nicht beobachtet.');
  await page.keyboard.press('End');
  await expect.poll(() => spot(page)).toBe(today);

  const card = page.locator('[data-day-card]');
  await page.keyboard.press('Enter');
  await expect(card).toBeVisible();
  await expect(card).toContainText('UTC');
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  expect(await spot(page)).toBe(today);
});

test('whoever goes on before the words of a day arrive keeps the focus', async ({ page }) => {
  let letThrough = () => {};
  const isLetThrough = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/days.json*', async (route) => {
    await isLetThrough;
    await route.continue();
  });
  await page.goto(rollcall.url);
  await page.locator('[data-bars] button').focus();
  await page.keyboard.press('Tab');
  const next = await page.evaluate(() => document.activeElement?.outerHTML);
  expect(next).not.toContain('<button');
  const arrived = page.waitForResponse('**/days.json*');
  letThrough();
  await arrived;
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await page.evaluate(() => document.activeElement?.outerHTML)).toBe(next);
  await expect(page.locator('[data-day-card]')).toHaveCount(0);
});

test('a card shows under the pointer, stays when clicked, and moves nothing', async ({ page }) => {
  await page.goto(rollcall.url);
  await expect(page.locator('[data-bars] button')).toHaveCount(1);
  const bars = page.locator('[data-bars="warehouse"]');
  await bars.scrollIntoViewIfNeeded();
  const before = await bars.boundingBox();
  if (!before) throw new Error('the bars are not drawn');
  const card = page.locator('[data-day-card]');
  await page.mouse.move(before.x + before.width - 20, before.y + 10);
  await expect(card).toBeVisible();
  expect(await bars.boundingBox()).toEqual(before);
  await page.mouse.move(10, 10);
  await expect(card).toHaveCount(0);
  await page.mouse.click(before.x + before.width - 20, before.y + 10);
  await expect(card).toBeVisible();
  await page.mouse.move(10, 10);
  await expect(card).toBeVisible();
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.mouse.click(10, 10);
  await expect(card).toHaveCount(0);
});

test('without script the bars lead to the calendar', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(rollcall.url);
  await page.locator('[data-bars="warehouse"] a').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Verfügbarkeit von warehouse');
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page.getByText('Betrieben vom Plattform-Team.')).toBeVisible();
  expect(await page.getAttribute('html', 'lang')).toBe('de');
  await context.close();
});

test('instants are those of the visitor, with UTC on hover', async ({ browser }) => {
  const context = await browser.newContext({ timezoneId: 'Asia/Tokyo' });
  const page = await context.newPage();
  await page.goto(rollcall.url);
  await expect(page.locator('footer [data-zone]')).toHaveText('Asia/Tokyo');
  const time = page.locator('footer time');
  const at = new Date((await time.getAttribute('datetime')) ?? '');
  const clock = new Intl.DateTimeFormat('de-DE', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Tokyo' });
  await expect(time).toHaveText(clock.format(at));
  await expect(time).toHaveAttribute('title', at.toISOString());
  await context.close();
});

test('a group that was closed stays closed, unless a server in it is not well', async ({ page }) => {
  await page.goto(rollcall.url);
  const groups = page.locator('details[data-group]');
  const wellAt = await groups.evaluateAll((all) => all.findIndex((group) => !group.hasAttribute('data-troubled')));
  const troubled = page.locator('details[data-troubled]').first();
  await expect(page.locator('[data-bars] button')).toHaveCount(1);
  await troubled.locator('summary').click();
  await expect(troubled).not.toHaveAttribute('open', '');
  if (wellAt >= 0) await groups.nth(wellAt).locator('summary').click();
  await page.reload();
  await expect(troubled).toHaveAttribute('open', '');
  if (wellAt >= 0) await expect(groups.nth(wellAt)).not.toHaveAttribute('open', '');
});
