// Where the credentials of one imported server go: into the store, or into variables that are set elsewhere. Pure.
import { asRecord, type ServerDraft } from '@/lib/admin/panel/server-documents';
import { variableName, withPlaceholders } from '@/lib/config/import/references';
import { type LiftedSecret, liftSecrets } from '@/lib/config/secrets/lift-secrets';
import { secretReference } from '@/lib/core/access/secret-name';
import { slugOf } from '@/lib/core/words/slug';

/** `variable`: only the reference is kept, the value is dropped. */
export type SecretMode = 'store' | 'variable';

export interface ImportChoices {
  /** Of the server of this name. */
  modeOf(name: string): SecretMode;
  /** Values that were typed for what is missing, by "input:ID" or "variable:NAME". */
  given: ReadonlyMap<string, string>;
}

export interface PlacedSecrets {
  draft: ServerDraft;
  clear: ServerDraft;
  secrets: LiftedSecret[];
  /** Names of all of them, of secrets or of variables. */
  named: string[];
}

interface Placing {
  mode: SecretMode;
  given: ReadonlyMap<string, string>;
  /** Names of other servers' secrets. */
  taken: ReadonlySet<string>;
}

export function placedSecrets(draft: ServerDraft, { mode, given, taken }: Placing): PlacedSecrets {
  const clear = changed(draft, (placeholder) => given.get(placeholder) || null);
  const typed = new Map<string, LiftedSecret>();
  const referring = changed(draft, (placeholder) => {
    const value = given.get(placeholder);
    if (!value) return null;
    const name = `${slugOf(draft.name)}.${slugOf(placeholder.replace(/^\w+:/, ''))}`.slice(0, 90);
    typed.set(name, { name, value });
    return secretReference(name);
  });
  const { value, secrets } = liftSecrets(draft.name, referring, new Set([...taken, ...typed.keys()]));
  const safe = asDraft(draft.name, value);
  if (mode === 'store') {
    const all = [...typed.values(), ...secrets];
    return { draft: safe, clear, secrets: all, named: all.map(({ name }) => name) };
  }
  const named = new Map(secrets.map(({ name }) => [`secret:${name}`, variableName(name)]));
  const asVariables = changed(safe, (placeholder) => {
    const name = named.get(placeholder);
    return name === undefined ? null : `\${${name}}`;
  });
  const kept = [...typed.values()];
  return { draft: asVariables, clear, secrets: kept, named: [...kept.map(({ name }) => name), ...named.values()] };
}

function changed(draft: ServerDraft, change: (placeholder: string) => string | null): ServerDraft {
  return asDraft(draft.name, withPlaceholders(draft, change));
}

function asDraft(name: string, value: unknown): ServerDraft {
  const { entry, settings } = asRecord(value);
  return { name, entry: entry === null ? null : asRecord(entry), settings: asRecord(settings) };
}
