import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShownStatus } from '@/lib/core/status/status';
import { renderBadge, shieldsEndpoint } from '@/lib/render/badge/badge';
import { badgeChoices } from '@/lib/render/badge/badge-choices';
import { saying, unknownBadge } from '@/lib/render/badge/badge-words';
import { shieldsEndpointSchema } from '@/tests/fixtures/shields-schema';
import { elementsOf } from '@/tests/fixtures/well-formed';

const STATUSES: ShownStatus[] = ['up', 'degraded', 'down', 'locked', 'maintenance', 'paused', 'unknown'];
const WORDS = saying('warehouse', 'up', 'up');
const PLAIN = badgeChoices(new URLSearchParams());

function drawn(query: string): string {
  return renderBadge(WORDS, badgeChoices(new URLSearchParams(query)));
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('renderBadge', () => {
  it('says what it shows to those who do not see it', () => {
    const svg = renderBadge(WORDS, PLAIN);
    expect(svg).toContain('role="img" aria-label="warehouse: up"');
    expect(svg).toContain('<title>warehouse: up</title>');
  });

  it.each(STATUSES)('%s can be read on its colour', (tone) => {
    const svg = renderBadge(saying('x', tone, tone), PLAIN);
    const colour = [...svg.matchAll(/fill="(#[0-9a-f]{6})"/g)]
      .map((match) => match[1] ?? '')
      .find((fill) => fill !== '#010101');
    expect(1.05 / (luminance(colour ?? '#ffffff') + 0.05)).toBeGreaterThanOrEqual(4.5);
    expect(svg, 'white text').toContain('fill="#fff"');
  });

  it('has a colour of its own for every status that is not grey', () => {
    const colours = STATUSES.map((tone) => renderBadge({ ...WORDS, tone }, PLAIN));
    expect(new Set(colours).size).toBe(STATUSES.length - 1);
  });

  it.each([
    ['label=Data', 'Data: up'],
    ['label=', 'up'],
    ['label=%20%20', 'up'],
    ['', 'warehouse: up'],
    [`label=${'x'.repeat(9_999)}`, `${'x'.repeat(63)}…: up`],
    ['label=a%00b%0D%0Ac%E2%80%AEd', 'a b c d: up'],
    ['label=one&label=two', 'one: up'],
    ['label=%3Cscript%3Ealert(1)%3C%2Fscript%3E', '&lt;script&gt;alert(1)&lt;/script&gt;: up'],
  ])('?%s', (query, title) => {
    expect(drawn(query)).toContain(`<title>${title}</title>`);
  });

  it('draws every style of shields.io, and flat for any other', () => {
    const styles = ['flat-square', 'plastic', 'for-the-badge', 'social'].map((style) => drawn(`style=${style}`));
    expect(new Set([...styles, drawn('')]).size).toBe(5);
    for (const style of ['flat', 'round', '', '__proto__', 'constructor'])
      expect(drawn(`style=${style}`)).toBe(drawn(''));
  });

  it.each([
    ['color=orange', '#ea7233'],
    ['color=%23ff8800', '#ff8800'],
    ['color=F80', '#f80'],
    ['color=%20Teal%20', 'teal'],
    ['labelColor=000', '#000'],
  ])('?%s', (query, colour) => {
    expect(drawn(query)).toContain(`fill="${colour}"`);
  });

  it.each([
    'color=url(evil)',
    'color=%23ff880',
    'color=rgb(1,2,3)',
    'color=',
    'color=constructor',
    'labelColor=%22/%3E',
  ])('takes no notice of ?%s', (query) => expect(drawn(query)).toBe(drawn('')));

  it('stays grey while nothing is known, whatever colour was wished', () => {
    const asked = badgeChoices(new URLSearchParams('color=brightgreen'));
    expect(renderBadge(unknownBadge('x'), asked)).toBe(renderBadge(unknownBadge('x'), PLAIN));
  });

  it('is one inert picture, or one object of the schema, whatever it is asked', () => {
    const style = fc.constantFrom('flat', 'flat-square', 'plastic', 'for-the-badge', 'social', 'flat"');
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string(),
      fc.constantFrom('"/><script>', '&', ']]>', '\uffff', '\ud800', '#fff', 'red', 'url(#a)', '%E0%A4%A', '\u0000'),
    );
    const query = fc.record({ label: text, style, color: text, labelColor: text, period: text });
    fc.assert(
      fc.property(query, text, fc.constantFrom(...STATUSES), (asked, message, tone) => {
        const choices = badgeChoices(new URLSearchParams(asked));
        const svg = renderBadge(saying('x', message, tone), choices);
        const elements = elementsOf(svg);
        expect(elements[0]).toBe('svg');
        expect(elements.filter((name) => ['script', 'a', 'image', 'foreignObject', 'use'].includes(name))).toEqual([]);
        expect(svg.length).toBeLessThan(6_000);
        const words = saying('x', message, tone);
        expect(shieldsEndpointSchema.parse(shieldsEndpoint(words, choices))).toEqual(shieldsEndpoint(words, choices));
      }),
      { numRuns: 200 },
    );
  });
});
