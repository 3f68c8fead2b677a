// Tools of the data platform's servers.
import { tool } from '@/bin/demo/tool';

export const WAREHOUSE_FIRST = [
  tool('cancel_query', 'Stops a running query.', { query_id: 'string' }),
  tool('describe_table', 'Columns, types and row count of a table.', { table: 'string' }),
  tool('estimate_cost', 'Bytes a query would scan, before it is run.', { sql: 'string' }),
  tool('explain_query', 'The plan of a query.', { sql: 'string' }),
  tool('export_result', 'Writes a result to the export bucket as Parquet or CSV.', {
    query_id: 'string',
    'format?': 'string',
  }),
  tool('get_result', 'Rows of a finished query, page by page.', { query_id: 'string', 'page?': 'integer' }),
  tool('list_schemas', 'Schemas the caller may read.'),
  tool('list_tables', 'Tables of a schema.', { schema: 'string' }),
  tool('query', 'Runs a read-only query.', { sql: 'string', 'limit?': 'integer' }),
  tool('sample_rows', 'A few rows of a table.', { table: 'string', 'rows?': 'integer' }),
  tool('table_lineage', 'Where a table comes from and who reads it.', { table: 'string' }),
];

export const WAREHOUSE = [...WAREHOUSE_FIRST, tool('freshness', 'When a table was last loaded.', { table: 'string' })];

export const QUERY_RUNNER = [
  tool('list_saved_queries', 'Saved queries by team.', { 'team?': 'string' }),
  tool('run_saved_query', 'Runs a saved query with parameters.', { id: 'string', 'parameters?': 'string[]' }),
  tool('save_query', 'Saves a query under a name.', { name: 'string', sql: 'string' }),
  tool('schedule_query', 'Runs a saved query by the clock.', { id: 'string', cron: 'string' }),
];

export const NOTEBOOKS = [
  tool('add_cell', 'Adds a cell to a notebook.', { notebook: 'string', source: 'string', 'kind?': 'string' }),
  tool('create_notebook', 'Creates a notebook from a template.', { title: 'string', 'template?': 'string' }),
  tool('list_notebooks', 'Notebooks the caller may open.', { 'owner?': 'string' }),
  tool('read_notebook', 'Cells and last outputs of a notebook.', { notebook: 'string' }),
  tool('run_notebook', 'Runs a notebook from top to bottom.', { notebook: 'string', 'parameters?': 'string[]' }),
];

export const METRICS_EXPLORER = [
  tool('compare_periods', 'A metric in two periods side by side.', {
    metric: 'string',
    period: 'string',
    with: 'string',
  }),
  tool('define_metric', 'What a metric counts, and who decided so.', { metric: 'string' }),
  tool('get_metric', 'A metric over time, by one dimension.', {
    metric: 'string',
    'by?': 'string',
    'since?': 'string',
  }),
  tool('list_dashboards', 'Dashboards that use a metric.', { 'metric?': 'string' }),
  tool('list_metrics', 'All metrics by area.', { 'area?': 'string' }),
  tool('top_movers', 'What changed most since last week.', { area: 'string' }),
];
