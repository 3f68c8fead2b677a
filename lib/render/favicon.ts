// The sign in the tab: the state of the page in form and colour, worst wins. Drawn for 16 pixels.
import type { OverallStatus } from '@/lib/core/status/status';

/** `delayed`: what is known is old, so no state is claimed. */
export const FAVICON_STATES = ['up', 'degraded', 'down', 'locked', 'maintenance', 'unknown', 'delayed'] as const;
export type FaviconState = (typeof FAVICON_STATES)[number];

const GREEN = '#2f9a6f';
const GREY = '#858c93';

/** Each on light and dark tabs at least 3:1. */
const SIGNS: Record<FaviconState, string> = {
  up: `<circle cx="16" cy="16" r="14" fill="${GREEN}"/><path d="M9.5 16.5l4.5 4.5 8.5-9.5" fill="none" stroke="#fff" stroke-width="3.6" stroke-linecap="round" stroke-linejoin="round"/>`,
  degraded:
    '<path d="M16 3L31 29H1z" fill="#c47f00" stroke-linejoin="round"/><path d="M16 12v8M16 24.4v.2" stroke="#fff" stroke-width="3.6" stroke-linecap="round"/>',
  down: '<rect x="2" y="2" width="28" height="28" rx="5" fill="#d0402a"/><path d="M10.5 10.5l11 11M21.5 10.5l-11 11" stroke="#fff" stroke-width="3.6" stroke-linecap="round"/>',
  locked:
    '<path d="M10 14v-4a6 6 0 0 1 12 0v4" fill="none" stroke="#8a63c9" stroke-width="3.6"/><rect x="5" y="13" width="22" height="16" rx="3" fill="#8a63c9"/><path d="M16 19v4" stroke="#fff" stroke-width="3.2" stroke-linecap="round"/>',
  maintenance:
    '<circle cx="16" cy="16" r="12.5" fill="#fff" stroke="#4a7fc8" stroke-width="3.6"/><path d="M16 9v7l4.5 3.5" fill="none" stroke="#4a7fc8" stroke-width="3.2" stroke-linecap="round"/>',
  unknown: `<circle cx="16" cy="16" r="12" fill="none" stroke="${GREY}" stroke-width="4"/>`,
  delayed: `<circle cx="16" cy="16" r="12" fill="none" stroke="${GREY}" stroke-width="4" stroke-dasharray="7 5.6"/>`,
};

export function renderFavicon(state: FaviconState): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" role="img" aria-label="${state}"><title>${state}</title>${SIGNS[state]}</svg>`;
}

export function faviconState({ status, isDelayed }: { status: OverallStatus; isDelayed: boolean }): FaviconState {
  return isDelayed ? 'delayed' : status;
}

/** Null for anything that names no state; `text` is the last part of an address. */
export function faviconOf(text: string): FaviconState | null {
  return FAVICON_STATES.find((state) => `${state}.svg` === text) ?? null;
}
