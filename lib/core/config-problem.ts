// What is wrong with a configuration file, said so that a person can mend it at once.

export interface ConfigProblem {
  /** `error`: the last good state of this file keeps running. `warning`: the rest of the file was applied. */
  severity: 'error' | 'warning';
  /** Relative to the configuration folder. */
  file: string;
  /** 1-based; null when the problem is the file as a whole. */
  line: number | null;
  column: number | null;
  /** Dotted path inside the file ("mcpServers.warehouse.url"); empty for the whole file. */
  path: string;
  message: string;
  remedy: string;
}
