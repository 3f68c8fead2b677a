// Tools of the delivery team's servers.
import { tool } from '@/bin/demo/tool';

export const CI_RUNNER_FIRST = [
  tool('build_log', 'The log of a build, from a line on.', { build: 'string', 'from?': 'integer' }),
  tool('list_builds', 'Builds of a pipeline, newest first.', { pipeline: 'string' }),
  tool('list_pipelines', 'Pipelines by team.', { 'team?': 'string' }),
  tool('trigger_build', 'Starts a build of a branch.', { pipeline: 'string', branch: 'string' }),
];

/** A description was reworded and a required input added: a client of the old list breaks. */
export const CI_RUNNER_SECOND = [
  ...CI_RUNNER_FIRST.slice(0, 3),
  tool('trigger_build', 'Starts a build of a branch, for a reason.', {
    pipeline: 'string',
    branch: 'string',
    reason: 'string',
  }),
];

export const CI_RUNNER = [
  ...CI_RUNNER_SECOND,
  tool('cancel_build', 'Cancels a build that waits or runs.', { build: 'string' }),
  tool('flaky_tests', 'Tests that failed and passed on the same commit.', { pipeline: 'string', 'days?': 'integer' }),
];

export const DEPLOY_GATE = [
  tool('approve_deploy', 'Approves a waiting deploy.', { deploy: 'string', 'note?': 'string' }),
  tool('deploy_status', 'Where a deploy stands, per region.', { deploy: 'string' }),
  tool('list_deploys', 'Deploys of a service, newest first.', { service: 'string' }),
  tool('roll_back', 'Rolls a service back to its last good deploy.', { service: 'string', reason: 'string' }),
];

export const RELEASE_NOTES = [
  tool('draft_notes', 'Drafts notes from the pull requests between two tags.', {
    repo: 'string',
    from: 'string',
    to: 'string',
  }),
  tool('list_drafts', 'Drafts that nobody has published yet.'),
];

export const LEGACY_BUILDS = [
  tool('get_job', 'A job of the old build farm.', { name: 'string' }),
  tool('list_jobs', 'Jobs of the old build farm.'),
];
