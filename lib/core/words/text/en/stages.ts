// What there is to say of one stage, in English.
import type { Stage } from '@/lib/core/failure';
import type { StageState } from '@/lib/core/view';

export const stages = {
  line: 'Stages',
  names: { reach: 'Reach', handshake: 'Handshake', tools: 'Tools', dependencies: 'Dependencies' } satisfies Record<
    Stage,
    string
  >,
  /** As they stand in the line of stages. */
  steps: { reach: 'reach', handshake: 'handshake', tools: 'tools', dependencies: 'dependencies' } satisfies Record<
    Stage,
    string
  >,
  /** Said aloud after the name of a stage. */
  states: {
    ok: 'good',
    failed: 'failed',
    warned: 'not right',
    skipped: 'not reached',
    absent: 'not part of it',
  } satisfies Record<StageState, string>,
  absent: {
    reach: 'not part of this check',
    handshake: 'no MCP, only a health URL',
    tools: 'no MCP, only a health URL',
    dependencies: 'no health URL set',
  } satisfies Record<Stage, string>,
  failedAfter: (took: string) => `failed after ${took}`,
  answersIn: (took: string) => `answers in ${took}`,
  startsIn: (took: string) => `starts in ${took}`,
  speaks: (version: string) => `speaks ${version}`,
  listed: (count: number) => (count === 0 ? 'none listed' : `${count} listed`),
  listedIn: (took: string) => `in ${took}`,
  certificateExpired: 'certificate has expired',
  certificateExpires: (left: string) => `certificate expires in ${left}`,
  allOk: (count: number) => (count === 1 ? '1 ok' : `all ${count} ok`),
  someFail: (bad: number, count: number, names: string) =>
    `${bad} of ${count} ${bad === 1 ? 'fails' : 'fail'}: ${names}`,
};
