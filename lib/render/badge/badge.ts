// Draws a badge as SVG. Whatever the words and the query say, the result is one well-formed, inert picture.
import { makeBadge } from 'badge-maker';
import type { ShownStatus } from '@/lib/core/status/status';
import { safeText } from '@/lib/core/words/safe-text';
import type { BadgeWords } from './badge-words';

const STYLES = ['flat', 'flat-square', 'plastic', 'for-the-badge', 'social'] as const;
type BadgeStyle = (typeof STYLES)[number];

/** What whoever embeds a badge may choose. */
export interface BadgeChoices {
  /** Null: as we would say it. Empty: no label at all. */
  label: string | null;
  style: BadgeStyle;
}

const LABEL_LENGTH = 64;

/** Every one stands at least 4.5:1 against the white text on it (WCAG 1.4.3); a test counts. */
const COLOURS: Record<ShownStatus, string> = {
  up: '#277a5b',
  degraded: '#936208',
  down: '#b93a25',
  locked: '#6d4aa3',
  maintenance: '#3564a3',
  paused: '#666d75',
  unknown: '#666d75',
};

/** Unknown styles and absurd labels fall back: a badge is never an error. */
export function badgeChoices(query: URLSearchParams): BadgeChoices {
  const wanted = query.get('style');
  return { label: query.get('label'), style: STYLES.find((style) => style === wanted) ?? 'flat' };
}

export function renderBadge(words: BadgeWords, { label, style }: BadgeChoices): string {
  return makeBadge({
    label: drawable(label ?? words.label),
    message: drawable(words.message),
    color: COLOURS[words.tone],
    style,
  });
}

/** U+FFFE and U+FFFF cannot stand in XML even when escaped; badge-maker escapes the rest. */
function drawable(text: string): string {
  return safeText(text, LABEL_LENGTH).replace(/[\ufffe\uffff]/g, '');
}
