// Draws a badge as SVG, or tells shields.io how to. Whatever the words and the query say, the result is one well-formed,
// inert picture, or one object of shields' endpoint schema.
import { makeBadge } from 'badge-maker';
import type { ShownStatus } from '@/lib/core/status/status';
import { safeText } from '@/lib/core/words/safe-text';
import type { BadgeChoices, BadgeStyle } from './badge-choices';
import type { BadgeWords } from './badge-words';

const TEXT_LENGTH = 64;

/**
 * Every one stands at least 4.5:1 against the white text on it (WCAG 1.4.3; a test counts), and all are seen on a light
 * page as on a dark one.
 */
const COLOURS: Record<ShownStatus, string> = {
  up: '#277a5b',
  degraded: '#936208',
  down: '#b93a25',
  locked: '#6d4aa3',
  maintenance: '#3564a3',
  paused: '#666d75',
  unknown: '#666d75',
};

/** https://shields.io/badges/endpoint-badge */
export interface ShieldsEndpoint {
  schemaVersion: 1;
  label: string;
  message: string;
  color: string;
  labelColor?: string;
  /** True: nobody may choose another colour. */
  isError: boolean;
  style: BadgeStyle;
  /** Seconds; shields takes no less. */
  cacheSeconds: 300;
}

export function renderBadge(words: BadgeWords, choices: BadgeChoices): string {
  const { label, message, color, labelColor } = drawing(words, choices);
  return makeBadge({ label, message, color, style: choices.style, ...(labelColor === null ? {} : { labelColor }) });
}

export function shieldsEndpoint(words: BadgeWords, choices: BadgeChoices): ShieldsEndpoint {
  const { label, message, color, labelColor } = drawing(words, choices);
  return {
    schemaVersion: 1,
    label,
    message,
    color,
    ...(labelColor === null ? {} : { labelColor }),
    isError: words.isUncertain,
    style: choices.style,
    cacheSeconds: 300,
  };
}

function drawing(words: BadgeWords, choices: BadgeChoices) {
  return {
    label: drawable(choices.label ?? words.label),
    message: drawable(words.message),
    color: (words.isUncertain ? null : choices.color) ?? COLOURS[words.tone],
    labelColor: choices.labelColor,
  };
}

/** U+FFFE and U+FFFF cannot stand in XML even when escaped; badge-maker escapes the rest. */
function drawable(text: string): string {
  return safeText(text, TEXT_LENGTH).replace(/[\ufffe\uffff]/g, '');
}
