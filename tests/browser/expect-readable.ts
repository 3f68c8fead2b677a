// Holds a page as it stands to what everybody can read and reach: axe finds nothing, with all that folds open, and nothing
// is wider than the screen.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export const COLOR_SCHEMES = ['light', 'dark'] as const;
/** A phone, a tablet, a desk. */
export const WIDTHS = [390, 768, 1280] as const;

export async function expectReadable(page: Page, colorScheme: (typeof COLOR_SCHEMES)[number]): Promise<void> {
  const address = page.url();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  const { violations } = await axe(page, colorScheme).analyze();
  expect(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html}`)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${address} is wider than the screen`).toBeLessThanOrEqual(0);
}

/** All rules in light; in dark those that look at colours, for nothing else differs. One frame, one stylesheet of our own. */
function axe(page: Page, colorScheme: (typeof COLOR_SCHEMES)[number]): AxeBuilder {
  const builder = new AxeBuilder({ page }).setLegacyMode().options({
    preload: false,
    resultTypes: ['violations'],
    // Off by default, and what Lighthouse asks for on a phone.
    rules: { 'target-size': { enabled: true } },
  });
  return colorScheme === 'light' ? builder : builder.withRules(['color-contrast', 'link-in-text-block']);
}
