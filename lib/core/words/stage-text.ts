// What there is to say of one stage of a server's newest call. Pure; why a stage failed is in explain.ts.

import type { Stage } from '@/lib/core/failure';
import type { UnixMs } from '@/lib/core/time';
import type { ServerView, StageView } from '@/lib/core/view';
import { badDependencies } from './explain';
import { durationText, latencyText, listText } from './format';
import { safeText } from './safe-text';

export const STAGE_WORDS: Record<Stage, string> = {
  reach: 'Reach',
  handshake: 'Handshake',
  tools: 'Tools',
  dependencies: 'Dependencies',
};

const ABSENT_WORDS: Record<Stage, string> = {
  reach: 'not part of this check',
  handshake: 'no MCP, only a health URL',
  tools: 'no MCP, only a health URL',
  dependencies: 'no health URL set',
};

/** "speaks 2026-07-28, 92 ms": what there is to say of one stage of this server. */
export function stageText(server: ServerView, view: StageView, now: UnixMs): string {
  // A no-break space: tiles are narrow, and a number should not lose its unit.
  const took = view.tookMs === null ? null : latencyText(view.tookMs).replace(' ', '\u00a0');
  switch (view.state) {
    case 'absent':
      return ABSENT_WORDS[view.stage];
    case 'skipped':
      return 'not reached';
    case 'failed':
      return took === null ? 'failed' : `failed after ${took}`;
    case 'ok':
    case 'warned':
      return walkedText(server, view, took, now) || (view.state === 'ok' ? 'good' : 'not right');
    default:
      return view.state satisfies never;
  }
}

/** Empty when there is nothing to say but that the stage was walked. */
function walkedText(server: ServerView, { stage, tookMs }: StageView, took: string | null, now: UnixMs): string {
  const isTimed = tookMs !== null && tookMs > 0;
  switch (stage) {
    case 'reach':
      return [took && `${server.type === 'stdio' ? 'starts' : 'answers'} in ${took}`, certificateText(server, now)]
        .filter(Boolean)
        .join(', ');
    case 'handshake':
      // A server known to speak without sessions needs no handshake: nothing was sent, so nothing was timed.
      return [server.protocolVersion && `speaks ${safeText(server.protocolVersion, 30)}`, isTimed && took]
        .filter(Boolean)
        .join(', ');
    case 'tools':
      return [server.toolCount !== null && `${server.toolCount} listed`, took && `in ${took}`]
        .filter(Boolean)
        .join(' ');
    case 'dependencies':
      return dependencyCount(server) ?? (took === null ? '' : `answers in ${took}`);
    default:
      return stage satisfies never;
  }
}

/** Null for a server that showed no certificate. */
function certificateText({ certificateExpiresAt }: ServerView, now: UnixMs): string | null {
  if (certificateExpiresAt === null) return null;
  const leftMs = certificateExpiresAt - now;
  return leftMs <= 0 ? 'certificate has expired' : `certificate expires in ${durationText(leftMs)}`;
}

/** "1 of 3 fails: iam_credentials"; null when /health names no dependencies. */
function dependencyCount(server: ServerView): string | null {
  const count = server.dependencies.length;
  if (count === 0) return null;
  const bad = badDependencies(server);
  if (bad.length === 0) return count === 1 ? '1 ok' : `all ${count} ok`;
  return `${bad.length} of ${count} ${bad.length === 1 ? 'fails' : 'fail'}: ${listText(bad)}`;
}
