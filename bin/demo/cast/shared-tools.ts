// Tools of the servers that every team uses.
import { tool } from '@/bin/demo/tool';

export const PROJECT_TOOLS = [
  tool('list_milestones', 'Lists the milestones of the project with their dates and owners.', { 'state?': 'string' }),
  tool('project_status', 'Summarises what is on track, late and blocked.', { 'project?': 'string' }),
  tool('who_owns', 'Names the team and the people on call for a component.', { component: 'string' }),
];

export const GITHUB_TOOLS_FIRST = [
  tool('add_issue_comment', 'Adds a comment to an issue or pull request.', {
    repo: 'string',
    number: 'integer',
    body: 'string',
  }),
  tool('compare_commits', 'Compares two commits, branches or tags.', {
    repo: 'string',
    base: 'string',
    head: 'string',
  }),
  tool('create_branch', 'Creates a branch from a commit or another branch.', {
    repo: 'string',
    name: 'string',
    'from?': 'string',
  }),
  tool('create_issue', 'Opens an issue.', {
    repo: 'string',
    title: 'string',
    'body?': 'string',
    'labels?': 'string[]',
  }),
  tool('create_pull_request', 'Opens a pull request.', {
    repo: 'string',
    title: 'string',
    head: 'string',
    base: 'string',
  }),
  tool('download_artifact', 'Fetches one artifact of a workflow run.', {
    repo: 'string',
    run_id: 'integer',
    name: 'string',
  }),
  tool('fork_repository', 'Forks a repository into an organisation.', { repo: 'string', organisation: 'string' }),
  tool('get_commit', 'Shows a commit with its diff.', { repo: 'string', sha: 'string' }),
  tool('get_file', 'Reads one file at a ref.', { repo: 'string', path: 'string', 'ref?': 'string' }),
  tool('get_issue', 'Reads an issue with its comments.', { repo: 'string', number: 'integer' }),
  tool('get_pull_request', 'Reads a pull request with its reviews.', { repo: 'string', number: 'integer' }),
  tool('list_alerts', 'Lists open security alerts.', { repo: 'string', 'severity?': 'string' }),
  tool('list_branches', 'Lists branches, newest commit first.', { repo: 'string' }),
  tool('list_commits', 'Lists commits of a branch.', { repo: 'string', 'ref?': 'string', 'path?': 'string' }),
  tool('list_issues', 'Lists issues by state, label and assignee.', {
    repo: 'string',
    'state?': 'string',
    'labels?': 'string[]',
  }),
  tool('list_pull_requests', 'Lists pull requests by state.', { repo: 'string', 'state?': 'string' }),
  tool('list_releases', 'Lists releases with their notes.', { repo: 'string' }),
  tool('list_workflow_runs', 'Lists runs of a workflow with their outcome.', { repo: 'string', 'workflow?': 'string' }),
  tool('merge_pull_request', 'Merges a pull request.', { repo: 'string', number: 'integer', 'method?': 'string' }),
  tool('push_files', 'Commits several files at once.', {
    repo: 'string',
    branch: 'string',
    files: 'string[]',
    message: 'string',
  }),
  tool('request_review', 'Asks people or teams for a review.', {
    repo: 'string',
    number: 'integer',
    reviewers: 'string[]',
  }),
  tool('search_code', 'Searches code across the organisation.', { query: 'string', 'language?': 'string' }),
  tool('search_issues', 'Searches issues and pull requests.', { query: 'string' }),
  tool('update_issue', 'Changes title, body, labels or state of an issue.', {
    repo: 'string',
    number: 'integer',
    'state?': 'string',
  }),
];

export const GITHUB_TOOLS = [
  ...GITHUB_TOOLS_FIRST,
  tool('list_discussions', 'Lists discussions by category.', { repo: 'string', 'category?': 'string' }),
  tool('rerun_workflow', 'Runs the failed jobs of a workflow run again.', { repo: 'string', run_id: 'integer' }),
];

export const DOCS_SEARCH = [
  tool('fetch_page', 'Returns one page of the handbook as Markdown.', { path: 'string' }),
  tool('search_docs', 'Searches handbook, runbooks and decision records.', { query: 'string', 'space?': 'string' }),
];

export const SLACK_DIGEST = [
  tool('channel_digest', 'Summarises a channel since a given day.', { channel: 'string', since: 'string' }),
  tool('find_thread', 'Finds threads by words and people.', { query: 'string', 'from?': 'string' }),
  tool('list_channels', 'Lists public channels and what they are for.'),
  tool('post_message', 'Posts a message as the digest bot.', { channel: 'string', text: 'string' }),
];

export const WEB_SEARCH = [
  tool('read_page', 'Reads a page as Markdown.', { url: 'string' }),
  tool('search_web', 'Searches the public web.', { query: 'string', 'since?': 'string' }),
];

export const TICKETS = [
  tool('assign_ticket', 'Gives a ticket to a person or queue.', { key: 'string', assignee: 'string' }),
  tool('create_ticket', 'Opens a ticket in a queue.', { queue: 'string', summary: 'string', 'priority?': 'string' }),
  tool('get_ticket', 'Reads a ticket with its history.', { key: 'string' }),
  tool('search_tickets', 'Finds tickets with the query language of the tracker.', {
    query: 'string',
    'limit?': 'integer',
  }),
];
