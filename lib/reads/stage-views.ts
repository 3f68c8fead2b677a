// The line reach, handshake, tools, dependencies of one endpoint: which step held and which broke. Pure.
import type { ListedEndpoint } from '@/db/queries/read-endpoints';
import type { DependencyRow } from '@/db/schema/dependencies';
import type { EndpointStateRow } from '@/db/schema/endpoint-states';
import { STAGES, type Stage } from '@/lib/core/failure';
import { isBadState } from '@/lib/core/health/health-state';
import type { StageState, StageView } from '@/lib/core/view';
import { type PresentState, standingVerdict } from '@/lib/reads/present-state';

export interface Walk {
  row: ListedEndpoint;
  present: PresentState;
  dependencies: readonly DependencyRow[];
}

export function stageViews(walk: Walk): StageView[] {
  return STAGES.map((stage) => {
    const state = stateOf(stage, walk);
    const isWalked = state !== 'absent' && state !== 'skipped';
    return { stage, state, tookMs: isWalked && walk.row.state ? timingOf(stage, walk.row.state) : null };
  });
}

function stateOf(stage: Stage, walk: Walk): StageState {
  const { endpoint, state } = walk.row;
  if (endpoint.type === 'health' && (stage === 'handshake' || stage === 'tools')) return 'absent';
  if (stage === 'dependencies' && !endpoint.hasHealth) return 'absent';
  const verdict = standingVerdict(state);
  if (!state || verdict === null || endpoint.isPaused || endpoint.problem !== null) return 'skipped';
  const reasonStage = walk.present.reason?.stage ?? null;
  if (stage === reasonStage) return verdict === 'degraded' ? 'warned' : 'failed';
  if (stage === 'dependencies') return besideState(walk, state);
  // A reason without a stage says nothing about where the walk ended.
  if (reasonStage === null) return walk.present.reason === null ? 'ok' : 'skipped';
  if (STAGES.indexOf(stage) < STAGES.indexOf(reasonStage)) return 'ok';
  // After a warning the walk went on, after a failure it did not.
  const wentOn = verdict === 'degraded' && timingOf(stage, state) !== null;
  return wentOn ? 'ok' : 'skipped';
}

/** /health is asked beside the other stages, so it has a state of its own whatever became of them. */
function besideState({ row, present, dependencies }: Walk, state: EndpointStateRow): StageState {
  const fresh = dependencies.filter(({ checkedAt }) => checkedAt >= (state.checkedAt ?? 0));
  if (fresh.some((dependency) => isBadState(dependency.state))) return 'warned';
  // A health URL alone is its own reach: when that failed, nothing was heard of dependencies.
  const isUnheard = row.endpoint.type === 'health' ? present.reason !== null : state.dependenciesMs === null;
  const isDoubted = dependencies.length > 0 && dependencies.every((dependency) => dependency.state === 'unknown');
  return (isUnheard || isDoubted) && present.reason !== null ? 'skipped' : 'ok';
}

function timingOf(stage: Stage, state: EndpointStateRow): number | null {
  switch (stage) {
    case 'reach':
      return state.reachMs;
    case 'handshake':
      return state.handshakeMs;
    case 'tools':
      return state.toolsMs;
    case 'dependencies':
      return state.dependenciesMs;
    default:
      return stage satisfies never;
  }
}
