// What there is to say of one stage of a server's newest call. Pure; why a stage failed is in explain.ts.

import type { Stage } from '@/lib/core/failure';
import type { UnixMs } from '@/lib/core/time';
import type { ServerView, StageView } from '@/lib/core/view';
import { badDependencies } from './explain';
import { durationText, latencyText, listText } from './format';
import { DEFAULT_LANGUAGE, type Language } from './language';
import { safeText } from './safe-text';
import { wordsOf } from './words';

export function stageName(stage: Stage, language: Language = DEFAULT_LANGUAGE): string {
  return wordsOf(language).stages.names[stage];
}

/** "speaks 2026-07-28, 92 ms": what there is to say of one stage of this server. */
export function stageText(
  server: ServerView,
  view: StageView,
  now: UnixMs,
  language: Language = DEFAULT_LANGUAGE,
): string {
  const words = wordsOf(language).stages;
  // A no-break space: tiles are narrow, and a number should not lose its unit.
  const took = view.tookMs === null ? null : latencyText(view.tookMs, language).replace(' ', '\u00a0');
  switch (view.state) {
    case 'absent':
      return words.absent[view.stage];
    case 'skipped':
      return words.states.skipped;
    case 'failed':
      return took === null ? words.states.failed : words.failedAfter(took);
    case 'ok':
    case 'warned':
      return walkedText({ server, view, took, now, language }) || words.states[view.state];
    default:
      return view.state satisfies never;
  }
}

interface Walked {
  server: ServerView;
  view: StageView;
  took: string | null;
  now: UnixMs;
  language: Language;
}

/** Empty when there is nothing to say but that the stage was walked. */
function walkedText({ server, view: { stage, tookMs }, took, now, language }: Walked): string {
  const words = wordsOf(language).stages;
  const isTimed = tookMs !== null && tookMs > 0;
  switch (stage) {
    case 'reach': {
      const begins = server.type === 'stdio' ? words.startsIn : words.answersIn;
      return [took && begins(took), certificateText(server, now, language)].filter(Boolean).join(', ');
    }
    case 'handshake':
      // A server known to speak without sessions needs no handshake: nothing was sent, so nothing was timed.
      return [server.protocolVersion && words.speaks(safeText(server.protocolVersion, 30)), isTimed && took]
        .filter(Boolean)
        .join(', ');
    case 'tools':
      return [server.toolCount !== null && words.listed(server.toolCount), took && words.listedIn(took)]
        .filter(Boolean)
        .join(' ');
    case 'dependencies':
      return dependencyCount(server, language) ?? (took === null ? '' : words.answersIn(took));
    default:
      return stage satisfies never;
  }
}

/** Null for a server that showed no certificate. */
function certificateText({ certificateExpiresAt }: ServerView, now: UnixMs, language: Language): string | null {
  if (certificateExpiresAt === null) return null;
  const { certificateExpired, certificateExpires } = wordsOf(language).stages;
  const leftMs = certificateExpiresAt - now;
  return leftMs <= 0 ? certificateExpired : certificateExpires(durationText(leftMs, language));
}

/** "1 of 3 fails: iam_credentials"; null when /health names no dependencies. */
function dependencyCount(server: ServerView, language: Language): string | null {
  const count = server.dependencies.length;
  if (count === 0) return null;
  const { allOk, someFail } = wordsOf(language).stages;
  const bad = badDependencies(server);
  return bad.length === 0 ? allOk(count) : someFail(bad.length, count, listText(bad, 3, language));
}
