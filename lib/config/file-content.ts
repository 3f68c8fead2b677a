// What a configuration file holds once it is read and sound, before variables are put in. Kept as the last good state
// while the file is broken.
import type { Dialect } from './dialects/dialects';
import type { Transport } from './dialects/transport';
import type { EndpointSettings } from './endpoint-settings-schema';
import type { Fault } from './fault';
import type { Locate } from './file-problems';
import type { JSONPath } from './json-document';
import type { RollcallFile } from './rollcall-schema';

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
}

export interface RollcallContent {
  kind: 'rollcall';
  config: RollcallFile;
  locate: Locate;
}

export interface McpContent {
  kind: 'mcp';
  entries: NamedEntry[];
  locate: Locate;
}

export type FileContent = RollcallContent | McpContent;
