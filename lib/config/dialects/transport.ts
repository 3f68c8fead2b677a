// How an entry says its server is reached, in one form for all clients, before variables are put in.
import type { TextAt } from '@/lib/config/entries/expander';

export interface NamedText extends TextAt {
  name: string;
}

export interface StdioTransport {
  kind: 'stdio';
  command: TextAt;
  args: TextAt[];
  env: NamedText[];
  /** Null: the folder of the project that the file belongs to, as clients have it. */
  cwd: TextAt | null;
}

export interface RemoteTransport {
  kind: 'remote';
  url: TextAt;
  headers: NamedText[];
  dialect: 'auto' | 'http' | 'sse';
  /** What a wrapper such as mcp-remote would see besides the environment; empty otherwise. */
  env: NamedText[];
}

export type Transport = StdioTransport | RemoteTransport;
