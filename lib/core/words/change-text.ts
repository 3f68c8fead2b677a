// A change of a server's list in the language of the page. English is the sentence that was written when it was found;
// other languages are worded from the stored code, names and facts, so that old rows speak them too.
import type { DriftChange } from '@/lib/core/drift/drift-change';
import type { SchemaFacts } from '@/lib/core/drift/schema-finding';
import type { Language } from './language';
import type { ChangeTexts } from './text/change-texts';
import { changes as de } from './text/de/changes';

const CHANGES: Record<Exclude<Language, 'en'>, ChangeTexts> = { de };

/** One line without a stop, remote names in backticks. */
export function changeText(change: DriftChange, language: Language): string {
  if (language === 'en') return change.sentence;
  const { tool, path, code, facts } = change;
  const { codes, detail } = CHANGES[language];
  const keyword = facts?.keyword ?? null;
  const told = codes[code]({ tool: quoted(tool), path: path === '' ? null : quoted(path), keyword });
  return facts === undefined ? told : `${told} (${detailOf(facts, detail)})`;
}

function detailOf({ keyword, was, now }: SchemaFacts, detail: ChangeTexts['detail']): string {
  const value = (text: string | undefined) => (text === undefined ? null : quoted(text));
  return detail(quoted(keyword), value(was), value(now));
}

function quoted(name: string): string {
  return `\`${name}\``;
}
