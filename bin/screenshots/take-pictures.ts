// The pictures of the README: which page, at which size, and what is done on it before the picture is taken.
import path from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '@/bin/chromium.mjs';

export interface Places {
  /** Where the pictures go. */
  folder: string;
  /** Addresses of Rollcall and of the made-up servers, without a trailing slash. */
  rollcall: string;
  demo: string;
  admin: { email: string; password: string };
}

export interface Picture {
  file: string;
  height: number;
  options?: BrowserContextOptions;
  /** Brings the page to what shall be seen. */
  show: (page: Page, places: Places) => Promise<unknown>;
}

/** A README is read over slow lines too. */
const LIMIT_BYTES = 250_000;
const WIDTH = 1280;
const SETTLED_LIMIT_MS = 180_000;
const DARK: BrowserContextOptions = { colorScheme: 'dark' };
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true };

/** With every server of the demo on the roll. */
export const OF_ALL: readonly Picture[] = [
  { file: 'incident.png', height: 1085, show: showIncident },
  { file: 'panel.png', height: 940, show: showTest },
];

/** With a roll on which most is well: a picture says more with two in trouble than with eight. */
export const OF_A_GOOD_DAY: readonly Picture[] = [
  { file: 'status-page.png', height: 1052, show: showHome },
  { file: 'status-page-dark.png', height: 1052, options: DARK, show: showHome },
  { file: 'phone.png', height: 844, options: PHONE, show: showHome },
  { file: 'phone-dark.png', height: 844, options: { ...PHONE, ...DARK }, show: showHome },
  { file: 'server.png', height: 1360, show: showServer },
  { file: 'server-dark.png', height: 1360, options: DARK, show: showServer },
  {
    file: 'badges.png',
    height: 36,
    options: { viewport: { width: 780, height: 36 }, deviceScaleFactor: 2 },
    show: showBadges,
  },
];

export async function takePictures(pictures: readonly Picture[], places: Places): Promise<void> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found: apt-get install -y chromium, or set CHROMIUM_PATH.');
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    for (const picture of pictures) await takePicture(browser, picture, places);
  } finally {
    await browser.close();
  }
}

async function takePicture(browser: Browser, { file, height, options, show }: Picture, places: Places): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: WIDTH, height },
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    ...options,
  });
  await show(page, places);
  await page.evaluate(() => window.scrollTo(0, 0));
  const picture = await page.screenshot({ path: path.join(places.folder, file), omitBackground: true });
  if (picture.length > LIMIT_BYTES) throw new Error(`${file} has ${picture.length} bytes, ${LIMIT_BYTES} at most`);
  process.stdout.write(`docs/images/${file}: ${Math.round(picture.length / 1_000)} kB\n`);
  await page.close();
}

/** A busy machine misses its first calls; the picture is of the roll call, not of the machine. */
async function showHome(page: Page, { rollcall }: Places): Promise<void> {
  await page.goto(rollcall);
  await page.getByRole('heading', { level: 1, name: '8 of 10 servers' }).waitFor({ timeout: SETTLED_LIMIT_MS });
}

async function showServer(page: Page, { rollcall }: Places): Promise<void> {
  await page.goto(`${rollcall}/servers/warehouse`);
  await page.getByText('Degraded since').waitFor({ timeout: SETTLED_LIMIT_MS });
}

/** The one that people told from the first word to the post-mortem. */
async function showIncident(page: Page, { rollcall }: Places): Promise<void> {
  const title = 'The old build farm is unreachable';
  const { incidents }: { incidents: { id: string; title: string }[] } = await (
    await page.request.get(`${rollcall}/api/v1/incidents`)
  ).json();
  const told = incidents.find((incident) => incident.title === title);
  if (!told) throw new Error(`the story does not tell of "${title}"`);
  await page.goto(`${rollcall}/incidents/${told.id}`);
}

/** A server that is about to be added, called as the loop would call it. */
async function showTest(page: Page, { rollcall, demo, admin }: Places): Promise<void> {
  await page.goto(`${rollcall}/admin/endpoints/new`);
  await page.getByLabel('E-mail address').fill(admin.email);
  await page.getByLabel('Password').fill(admin.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Name', { exact: true }).fill('warehouse-eu');
  await page.getByLabel('Address', { exact: true }).fill(`${demo}/warehouse/mcp`);
  await page.getByLabel('Health URL', { exact: true }).fill(`${demo}/warehouse/health`);
  await page.getByRole('button', { name: 'Test now' }).click();
  await page.getByLabel('What was sent and received').waitFor();
}

/** On nothing, so that they lie well on light and dark. */
async function showBadges(page: Page, { rollcall }: Places): Promise<void> {
  const badges = [
    '/badge.svg',
    '/badge/project-tools.svg',
    '/badge/warehouse.svg',
    '/badge/warehouse/uptime.svg',
    '/badge/warehouse/tools.svg',
  ];
  await page.goto(`${rollcall}/healthz`);
  await page.setContent(badges.map((badge) => `<img src="${rollcall}${badge}" style="margin:8px 8px 8px 0">`).join(''));
  await page.waitForLoadState('networkidle');
}
