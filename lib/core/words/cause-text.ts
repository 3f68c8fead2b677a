// Why something failed, in the language of the page. English is what the prober said when it saw it; other languages are
// worded from the stored code and facts, never from the English sentence, so that old rows speak them too. It knows no page.
import type { FailureFacts } from '@/lib/core/failure';
import type { Reason } from '@/lib/core/view';
import { firstOfText, latencyText, listText } from './format';
import { DEFAULT_LANGUAGE, type Language } from './language';
import { safeText } from './safe-text';
import type { CauseTexts, ToldFacts } from './text/cause-texts';
import { causes as de } from './text/de/causes';

const CAUSES: Record<Exclude<Language, 'en'>, CauseTexts> = { de };

/** One safe line without its stop: "connection refused". */
export function causeText(reason: Reason, language: Language = DEFAULT_LANGUAGE): string {
  return language === 'en' ? safeText(reason.message) : safeText(wordedCause(reason, language));
}

function wordedCause({ stage, code, facts = {}, entryFault }: Reason, language: Exclude<Language, 'en'>): string {
  const texts = CAUSES[language];
  if (entryFault) {
    const { unsetVariables: names } = entryFault;
    return texts.ofEntry(names.length === 0 ? null : listText(names, 3, language), names.length);
  }
  if (code === null) return texts.unknown;
  const cause = texts.codes[code](toldFacts(facts, language));
  return stage === 'dependencies' && code !== 'slow' ? texts.ofHealth(cause) : cause;
}

const MIB = 1024 * 1024;

function toldFacts(facts: FailureFacts, language: Language): ToldFacts {
  const { httpStatus, rpcCode, exitCode, signal, tookMs, limitMs, limitBytes, names = [], count } = facts;
  const time = (ms: number | undefined) => (ms === undefined ? null : latencyText(ms, language));
  const named = names.map((name) => safeText(name, 80));
  return {
    http: httpStatus === undefined || httpStatus < 300 ? null : `HTTP ${httpStatus}`,
    rpcCode: rpcCode === undefined ? null : String(rpcCode),
    exitCode: exitCode === undefined ? null : String(exitCode),
    signal: signal ?? null,
    took: time(tookMs),
    limit: time(limitMs),
    size: limitBytes === undefined ? null : sizeText(limitBytes),
    names: names.length === 0 ? null : firstOfText(named, { total: count ?? names.length, limit: 3, language }),
    count: count ?? Math.max(1, names.length),
    isOfAuthorization: facts.isOfAuthorization === true,
  };
}

function sizeText(bytes: number): string {
  return bytes < MIB ? `${bytes / 1024} KiB` : `${bytes / MIB} MiB`;
}
