// What a form of the panel is told back. Plain values: they cross from the server to the browser, also inside the page
// when there is no script.

export interface FormState {
  status: 'untouched' | 'done' | 'failed';
  /** One sentence for the whole form; null when the fields say it all. */
  message: string | null;
  /** One sentence a field, by its name. */
  problems: Record<string, string>;
  /** What was typed, so that nothing is lost; secrets are left out. */
  values: Record<string, string>;
  /** What came of it, for the form's own page to show: a link that is told once, a transcript. */
  result: unknown;
}

export const UNTOUCHED: FormState = { status: 'untouched', message: null, problems: {}, values: {}, result: null };

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;
