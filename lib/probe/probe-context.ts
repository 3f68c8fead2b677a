// What every part of one check is given: its clock, its end, its log and what must not be seen.
import type { Implementation } from '@modelcontextprotocol/client';
import type { Canary } from '@/lib/core/catalogue/canary';
import type { TlsTrust } from '@/lib/core/endpoint';
import type { Outcome } from '@/lib/core/outcome';
import type { UnixMs } from '@/lib/core/time';
import type { AddressFilter } from '@/lib/net/address-filter';
import type { Redact } from '@/lib/probe/log/redact';
import type { Transcript } from '@/lib/probe/log/transcript';

export interface ProbeContext {
  slug: string;
  /** The policy's timeout; `signal` keeps it, parts need no timers of their own. */
  timeoutMs: number;
  /**
   * Aborted at the deadline (reason: DeadlinePassed) or by our own shutdown (any other reason). Clean up then, within
   * CLEANUP_LIMIT_MS.
   */
  signal: AbortSignal;
  redact: Redact;
  /** Adds a secret to those that `redact` and the transcript hide. */
  hide: (secret: string) => void;
  transcript: Transcript;
  /** Milliseconds since the check began, from a clock that never jumps. */
  elapsedMs: () => number;
  nowMs: () => UnixMs;
  filter: AddressFilter;
  tls: TlsTrust;
  /** Called once the tools are listed; null for none. */
  canary: Canary | null;
  /** Sent as User-Agent. */
  userAgent: string;
  /** Sent as clientInfo in the handshake. */
  clientInfo: Implementation;
}

/** What a transport's walk adds to the outcome; `health` and `transcript` are the business of probe.ts. */
export type McpReading = Omit<Outcome, 'health' | 'transcript'>;

/** Cleaning up may outlive the verdict by this much, and never changes it. */
export const CLEANUP_LIMIT_MS = 900;
