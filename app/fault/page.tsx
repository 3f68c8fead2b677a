// What stands in for a page that could not be made; the front sends it with status 500 (lib/front/make-answer.ts).
// Reads nothing, because whatever is broken may be what is read.
import type { Metadata } from 'next';
import { ErrorPanel } from '@/app/ui/client/error-panel';

export const metadata: Metadata = { title: 'Rollcall', robots: { index: false } };

export default function FaultPage() {
  return <ErrorPanel error={null} />;
}
