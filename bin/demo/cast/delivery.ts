// The delivery team's servers: a changing catalogue, a rejected credential, a newcomer, one that is being retired.
import { type DemoServer, demoServer, episode, since, span } from '@/bin/demo/demo-server';
import {
  CI_RUNNER,
  CI_RUNNER_FIRST,
  CI_RUNNER_SECOND,
  DEPLOY_GATE,
  LEGACY_BUILDS,
  RELEASE_NOTES,
} from './delivery-tools';

const group = 'Delivery';
const BEGINNING = Number.POSITIVE_INFINITY;

const ciRunner = demoServer({
  name: 'ci-runner',
  wire: 'http-modern',
  usualMs: 165,
  settings: { group, description: 'Starts builds and explains why they failed.', expectTools: ['trigger_build'] },
  editions: [
    { agoMs: BEGINNING, version: '7.2.0', tools: CI_RUNNER_FIRST },
    { agoMs: span('26d 2h'), version: '8.0.0', tools: CI_RUNNER_SECOND },
    { agoMs: span('8d 5h'), version: '8.1.0', tools: CI_RUNNER },
  ],
  dependencies: ['runners', 'artifact_store'],
  story: [episode('tool-missing', '26d 2h', '1h 50m'), episode('gateway-error', '50d 11h', '2h 10m')],
});

const deployGate = demoServer({
  name: 'deploy-gate',
  wire: 'http-legacy',
  usualMs: 88,
  settings: { group, description: 'Approves, watches and rolls back deploys.' },
  authorization: 'Bearer ${DEPLOY_GATE_TOKEN:-demo-token-that-has-expired}',
  editions: [{ agoMs: BEGINNING, version: '3.6.0', tools: DEPLOY_GATE }],
  story: [since('rejected', '1d 2h'), episode('rejected', '64d 20h', '19h')],
});

const releaseNotes = demoServer({
  name: 'release-notes',
  wire: 'http-modern',
  usualMs: 74,
  settings: { group, description: 'Drafts release notes from merged pull requests.' },
  editions: [{ agoMs: BEGINNING, version: '0.1.0', tools: RELEASE_NOTES }],
  joinedAgoMs: span('3d 2h'),
  mishaps: { count: 0, moods: ['refused'] },
});

const legacyBuilds = demoServer({
  name: 'legacy-builds',
  wire: 'http-legacy',
  usualMs: 530,
  settings: { group, description: 'The old build farm, until the last team has moved.', paused: true },
  editions: [{ agoMs: BEGINNING, version: '1.0.0', tools: LEGACY_BUILDS }],
  story: [episode('refused', '9d 20h', '14h')],
  mishaps: { count: 9, moods: ['silent', 'refused'] },
  restsAgoMs: span('9d 2h'),
});

export const DELIVERY: readonly DemoServer[] = [ciRunner, deployGate, releaseNotes, legacyBuilds];
