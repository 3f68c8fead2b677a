// A problem of the configuration as it stands beside a field: a sentence about "it", and what to do where there is more to
// say than to correct it.
import type { DraftProblem } from '@/lib/admin/panel/load-draft';

const GENERAL = /^Correct it;/;

export function fieldProblem({ message, remedy }: DraftProblem): string {
  const text = message.replace(/^"[^"]*" /, 'It ');
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  return GENERAL.test(remedy) ? sentence : `${sentence} ${remedy}`;
}
