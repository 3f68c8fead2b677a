// Entries of the same name from several files: one endpoint when they mean the same server, several when they do not.

import type { Transport } from '@/lib/config/dialects/transport';
import type { NamedEntry } from '@/lib/config/files/file-content';
import type { Target } from '@/lib/core/endpoint';
import type { SourceFile } from './resolve-context';
import type { ResolvedEndpoint } from './resolve-endpoint';

export interface Candidate extends ResolvedEndpoint {
  entry: NamedEntry;
  file: SourceFile;
}

export interface Merged extends Candidate {
  /** The first entry of the same name with another target; null for most. */
  namesake: Candidate | null;
}

/** Keeps the order; of equal ones the first stays. */
export function mergeDuplicates(candidates: readonly Candidate[]): Merged[] {
  const merged: Merged[] = [];
  const byMeaning = new Map<string, Merged>();
  const byName = new Map<string, { first: Candidate; count: number }>();
  for (const candidate of candidates) {
    const { name, title, paused } = candidate.endpoint;
    const meaning = JSON.stringify([name, identity(candidate)]);
    const same = byMeaning.get(meaning);
    if (same !== undefined) {
      // Switched off in one client, it is still in use in the other.
      same.endpoint = { ...same.endpoint, paused: same.endpoint.paused && paused };
      continue;
    }
    const { first, count } = byName.get(name) ?? { first: candidate, count: 0 };
    byName.set(name, { first, count: count + 1 });
    const kept: Merged =
      count === 0
        ? { ...candidate, namesake: null }
        : { ...candidate, endpoint: { ...candidate.endpoint, title: `${title} (${count + 1})` }, namesake: first };
    byMeaning.set(meaning, kept);
    merged.push(kept);
  }
  return merged;
}

/** Equal texts mean the same server. What could not be resolved is compared as it was written. */
function identity({ endpoint, entry }: Candidate): string {
  return endpoint.problem === null ? identityOfTarget(endpoint.target) : identityAsWritten(entry.transport);
}

/** The dialect is left out: clients differ in how they call the same URL, and finding out is the prober's task. */
function identityOfTarget(target: Target): string {
  if (target.kind !== 'http') return JSON.stringify(target);
  const headers = Object.entries(target.headers).map(([name, value]) => [name.toLowerCase(), value]);
  return JSON.stringify([target.url, headers.sort()]);
}

function identityAsWritten(transport: Transport | null): string {
  return JSON.stringify(transport, (key, value: unknown) => (key === 'path' ? undefined : value));
}
