// The servers that every team uses: a steady one, one that is down now, a slow one, a throttled one, one
// whose variable is lost.
import { type DemoServer, demoServer, episode, since, span } from '@/bin/demo/demo-server';
import {
  DOCS_SEARCH,
  GITHUB_TOOLS,
  GITHUB_TOOLS_FIRST,
  PROJECT_TOOLS,
  SLACK_DIGEST,
  TICKETS,
  WEB_SEARCH,
} from './shared-tools';

const group = 'Shared';
const BEGINNING = Number.POSITIVE_INFINITY;

const projectTools = demoServer({
  name: 'project-tools',
  wire: 'stdio',
  usualMs: 410,
  settings: { group, description: 'Milestones, status and owners of every project.', expectTools: ['project_status'] },
  editions: [{ agoMs: BEGINNING, version: '1.3.2', tools: PROJECT_TOOLS }],
  mishaps: { count: 2, moods: ['exits'] },
});

const githubTools = demoServer({
  name: 'github-tools',
  wire: 'http-modern',
  usualMs: 190,
  settings: { group, description: 'Issues, pull requests and code search.' },
  authorization: 'Bearer ${GITHUB_TOOLS_TOKEN:-demo-token-of-the-team}',
  editions: [
    { agoMs: BEGINNING, version: '4.11.0', tools: GITHUB_TOOLS_FIRST },
    { agoMs: span('17d 3h'), version: '4.12.1', tools: GITHUB_TOOLS },
  ],
  story: [
    since('handshake-error', '22m'),
    episode('gateway-error', '17d 3h 20m', '14m'),
    episode('certificate-expired', '43d 9h', '2h 35m'),
  ],
  mishaps: { count: 5, moods: ['gateway-error', 'silent'] },
});

const docsSearch = demoServer({
  name: 'docs-search',
  wire: 'http-legacy',
  usualMs: 620,
  settings: {
    group,
    description: 'Full-text search over handbook, runbooks and decisions.',
    expectTools: ['search_*'],
  },
  editions: [{ agoMs: BEGINNING, version: '0.9.4', tools: DOCS_SEARCH }],
  story: [since('slow', '1h 15m'), episode('slow', '6d 5h', '3h 10m'), episode('slow', '23d 2h', '5h')],
  mishaps: { count: 6, moods: ['silent', 'gateway-error'] },
});

const slackDigest = demoServer({
  name: 'slack-digest',
  wire: 'http-modern',
  usualMs: 96,
  settings: { group, description: 'Reads channels so that people do not have to.' },
  editions: [{ agoMs: BEGINNING, version: '2.0.0', tools: SLACK_DIGEST }],
  mishaps: { count: 2, moods: ['gateway-error', 'refused'] },
});

const webSearch = demoServer({
  name: 'web-search',
  wire: 'http-modern',
  usualMs: 280,
  settings: { group, description: 'The public web, by a quota that all teams share.' },
  editions: [{ agoMs: BEGINNING, version: '1.2.0', tools: WEB_SEARCH }],
  story: [since('throttled', '34m'), episode('throttled', '11d 2h', '1h 20m')],
  mishaps: { count: 1, moods: ['gateway-error'] },
});

const tickets = demoServer({
  name: 'tickets',
  wire: 'http-legacy',
  usualMs: 240,
  settings: { group, description: 'The tracker: find, open and assign tickets.' },
  // Never set: an entry with an unresolved variable is not called.
  authorization: 'Bearer ${TICKETS_TOKEN}',
  editions: [{ agoMs: BEGINNING, version: '3.1.0', tools: TICKETS }],
  restsAgoMs: span('5d 21h'),
});

export const SHARED: readonly DemoServer[] = [projectTools, githubTools, docsSearch, slackDigest, webSearch, tickets];
