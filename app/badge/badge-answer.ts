// How every badge answers: always 200, as a picture or, at addresses that end in .json, as shields.io's endpoint schema.
import { imageAnswer, imageTwinAnswer, reading } from '@/app/answer';
import { renderBadge, shieldsEndpoint } from '@/lib/render/badge/badge';
import { badgeChoices } from '@/lib/render/badge/badge-choices';
import { type BadgeWords, unknownBadge } from '@/lib/render/badge/badge-words';

/** `label` stands in the picture when nothing can be read. */
export function badgeRoute<Params>(label: string, words: (query: URLSearchParams, params: Params) => BadgeWords) {
  return reading<Params>(
    (request, params) => badgeAnswer(request, words(new URL(request.url).searchParams, params)),
    (request) => badgeAnswer(request, unknownBadge(label)),
  );
}

/** "warehouse" of "warehouse.svg" and "warehouse.json"; null for anything else, which names no badge. */
export function badgeName(file: string): string | null {
  return /^(.+)\.(?:svg|json)$/s.exec(file)?.[1] ?? null;
}

function badgeAnswer(request: Request, words: BadgeWords): Response {
  const { pathname, searchParams } = new URL(request.url);
  const choices = badgeChoices(searchParams);
  if (pathname.endsWith('.json')) return imageTwinAnswer(request, shieldsEndpoint(words, choices));
  return imageAnswer(request, renderBadge(words, choices));
}
