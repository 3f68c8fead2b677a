// The documents that hold what was configured in the panel.

/**
 * - `mcp`: servers, as an mcp.json.
 * - `rollcall`: everything else, as a rollcall.json.
 * - `order`: slugs in the order of the page; those not named follow in the order of their files.
 * - `paused`: slugs that a person paused, of whatever source.
 * - `archived`: by name, servers that were taken off and can come back: `{ entry, settings }`.
 */
export const PANEL_DOCUMENTS = ['mcp', 'rollcall', 'order', 'paused', 'archived'] as const;
export type PanelDocumentKind = (typeof PANEL_DOCUMENTS)[number];
