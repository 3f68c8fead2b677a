// The languages of the public pages. What is not told one speaks English: alerts, the panel, every API.

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Of a page whose settings say nothing. */
export const DEFAULT_LANGUAGE: Language = 'en';
