// The data platform's servers: a failing dependency, a flapping one, a long outage, a health URL alone.
import { type DemoServer, demoServer, episode, flapping, since, span } from '@/bin/demo/demo-server';
import { METRICS_EXPLORER, NOTEBOOKS, QUERY_RUNNER, WAREHOUSE, WAREHOUSE_FIRST } from './data-platform-tools';

const group = 'Data platform';
const BEGINNING = Number.POSITIVE_INFINITY;

const warehouse = demoServer({
  name: 'warehouse',
  wire: 'http-modern',
  usualMs: 230,
  settings: {
    group,
    description: 'Read-only questions to the warehouse, for reports and agents.',
    expectTools: ['query', 'list_*'],
    isHealthPublic: true,
  },
  authorization: 'Bearer ${WAREHOUSE_TOKEN:-demo-token-of-the-warehouse}',
  editions: [
    { agoMs: BEGINNING, version: '2.3.0', tools: WAREHOUSE_FIRST },
    { agoMs: span('31d 6h'), version: '2.4.0', tools: WAREHOUSE },
  ],
  dependencies: ['iam_credentials', 'mcp', 'dynamodb', 's3_export'],
  story: [
    since('dependency', '9m'),
    episode('dependency', '12d 1h', '48m'),
    episode('dependency', '24d 3h', '50m'),
    episode('silent', '58d 7h', '1h 40m'),
  ],
  mishaps: { count: 4, moods: ['silent', 'gateway-error'] },
});

const queryRunner = demoServer({
  name: 'query-runner',
  wire: 'http-modern',
  usualMs: 140,
  settings: { group, description: 'Runs saved queries, now or by the clock.' },
  editions: [{ agoMs: BEGINNING, version: '1.8.0', tools: QUERY_RUNNER }],
  dependencies: ['scheduler', 'result_store'],
  story: [
    // Goes on while the demo runs: it is well at the end of the history and fails again half an hour later.
    flapping('gateway-error', '29h', { lasts: null, bad: '13m', well: '1h 10m' }),
    flapping('gateway-error', '20d 4h', { lasts: '9h', bad: '8m', well: '37m' }),
  ],
});

const notebooks = demoServer({
  name: 'notebooks',
  wire: 'http-legacy',
  usualMs: 310,
  settings: { group, description: 'Opens, edits and runs the notebooks of the team.' },
  editions: [{ agoMs: BEGINNING, version: '5.0.3', tools: NOTEBOOKS }],
  story: [episode('refused', '37d 13h', '7h 25m'), episode('slow', '3d 4h', '55m')],
});

const metricsExplorer = demoServer({
  name: 'metrics-explorer',
  wire: 'http-modern',
  usualMs: 120,
  settings: { group, description: 'Metrics with their definitions, over time and side by side.' },
  editions: [{ agoMs: BEGINNING, version: '1.1.0', tools: METRICS_EXPLORER }],
  dependencies: ['cube'],
  mishaps: { count: 1, moods: ['gateway-error'] },
});

const billingApi = demoServer({
  name: 'billing-api',
  wire: 'health',
  usualMs: 24,
  settings: { group, description: 'Invoices and usage; no MCP, but half of our tools ask it.' },
  dependencies: ['postgres', 'ledger_queue'],
  story: [episode('dependency', '15d 8h', '1h 5m')],
  mishaps: { count: 2, moods: ['gateway-error'] },
});

export const DATA_PLATFORM: readonly DemoServer[] = [warehouse, queryRunner, notebooks, metricsExplorer, billingApi];
