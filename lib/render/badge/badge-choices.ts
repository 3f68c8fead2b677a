// What whoever embeds a badge may choose, read from the query. Nothing in it is an error: what is not understood is as
// if it had not been said, for a badge is always a picture.

export const BADGE_STYLES = ['flat', 'flat-square', 'plastic', 'for-the-badge', 'social'] as const;
export type BadgeStyle = (typeof BADGE_STYLES)[number];

export interface BadgeChoices {
  /** Null: as we would say it. Empty: no label at all. */
  label: string | null;
  style: BadgeStyle;
  /** Of the message and of the label: a name shields.io knows or `#rrggbb`; null: as we would colour it. */
  color: string | null;
  labelColor: string | null;
}

/** The names of shields.io, and the sixteen of HTML that it draws as CSS does. */
const NAMED_COLOURS: ReadonlySet<string> = new Set([
  ...[
    'brightgreen',
    'green',
    'yellowgreen',
    'yellow',
    'orange',
    'red',
    'blue',
    'grey',
    'gray',
    'lightgrey',
    'lightgray',
  ],
  ...['success', 'important', 'critical', 'informational', 'inactive'],
  ...['black', 'silver', 'white', 'maroon', 'purple', 'fuchsia', 'lime', 'olive', 'navy', 'teal', 'aqua'],
]);
const HEX_COLOUR = /^#?([\da-f]{3}|[\da-f]{6})$/;

/** All that changes a badge; `period` is read where uptime is (metric-words.ts). */
export const BADGE_PARAMETERS: readonly string[] = ['label', 'style', 'color', 'labelColor', 'period'];

export function badgeChoices(query: URLSearchParams): BadgeChoices {
  const wanted = query.get('style');
  return {
    label: query.get('label'),
    style: BADGE_STYLES.find((style) => style === wanted) ?? 'flat',
    color: colourOf(query.get('color')),
    labelColor: colourOf(query.get('labelColor')),
  };
}

function colourOf(text: string | null): string | null {
  const wanted = text?.slice(0, 32).trim().toLowerCase() ?? '';
  if (NAMED_COLOURS.has(wanted)) return wanted;
  const hex = HEX_COLOUR.exec(wanted)?.[1];
  return hex === undefined ? null : `#${hex}`;
}
