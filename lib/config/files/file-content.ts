// What a configuration file holds once it is read and sound, before variables are put in. Kept as the last good state
// while the file is broken.
import type { Dialect } from '@/lib/config/dialects/dialects';
import type { Transport } from '@/lib/config/dialects/transport';
import type { Fault } from '@/lib/config/entries/fault';
import type { EndpointSettings } from '@/lib/config/settings/endpoint-settings-schema';
import type { RollcallFile } from '@/lib/config/settings/rollcall-schema';
import type { Locate } from './file-problems';
import type { JSONPath } from './json-document';

export interface NamedEntry {
  /** As written, made fit to be shown. */
  name: string;
  path: JSONPath;
  dialect: Dialect;
  /** Null when there are faults, or when it names neither a command nor a URL. */
  transport: Transport | null;
  isDisabled: boolean;
  faults: Fault[];
  /** Its own `rollcall` key. */
  settings: EndpointSettings;
  written: WrittenEntry;
}

/** Plain JSON as it stands in the file, for whoever writes it elsewhere: import, export. */
export interface WrittenEntry {
  /** In the words of its client; null for a health URL alone. */
  entry: unknown;
  /** Its own `rollcall` key, without what is wrong in it. */
  settings: Readonly<Record<string, unknown>>;
}

export interface RollcallContent {
  kind: 'rollcall';
  config: RollcallFile;
  /** As it stands in the file, without what is wrong in it. */
  written: Readonly<Record<string, unknown>>;
  locate: Locate;
}

export interface McpContent {
  kind: 'mcp';
  entries: NamedEntry[];
  locate: Locate;
}

export type FileContent = RollcallContent | McpContent;
