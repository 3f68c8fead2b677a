// Gathers the pages of tools/list into a catalogue: good entries as they are, bad ones counted, the first one named.
import type { Catalogue, CatalogueFault, CatalogueTool } from '@/lib/core/catalogue/catalogue';
import { ProbeFault } from '@/lib/probe/fault/probe-fault';
import { oneLine } from '@/lib/probe/log/redact';
import { field } from '@/lib/probe/wire/field';
import { readTool } from './read-tool';

const MAX_TOOLS = 10_000;
/** Of a name that is quoted in a fault. */
const QUOTE_LIMIT = 100;

export class CatalogueReader {
  hasPage = false;
  private entries = 0;
  private readonly tools: CatalogueTool[] = [];
  private readonly names = new Set<string>();
  private readonly faults = new Map<CatalogueFault['code'], CatalogueFault>();

  /** No further page would be read. */
  get isFull(): boolean {
    return this.entries >= MAX_TOOLS;
  }

  /** @throws ProbeFault `bad_answer` when the result of the request holds no list */
  addPage(result: unknown): void {
    const list = field(result, 'tools');
    if (!Array.isArray(list)) throw new ProbeFault('bad_answer', 'the answer holds no list of tools');
    this.hasPage = true;
    const room = MAX_TOOLS - this.entries;
    for (const entry of list.slice(0, room)) this.addEntry(entry);
    if (list.length > room) this.full();
  }

  complete(): Catalogue {
    return { tools: this.tools, faults: [...this.faults.values()] };
  }

  incomplete(reason: string): Catalogue {
    this.addFault({ code: 'tools_incomplete', message: reason });
    return this.complete();
  }

  full(): Catalogue {
    return this.incomplete(`the tool list is longer than ${MAX_TOOLS} tools`);
  }

  private addEntry(entry: unknown): void {
    const { tool, problem } = readTool(entry, this.entries++);
    if (problem !== null) {
      this.addFault({ code: 'tools_invalid', message: problem });
    } else if (this.names.has(tool.name)) {
      const name = oneLine(tool.name.slice(0, QUOTE_LIMIT));
      this.addFault({ code: 'tools_duplicate', message: `"${name}" is listed more than once`, name });
    } else {
      this.names.add(tool.name);
      this.tools.push(tool);
    }
  }

  private addFault(fault: Omit<CatalogueFault, 'count'>): void {
    const known = this.faults.get(fault.code);
    if (known === undefined) this.faults.set(fault.code, { ...fault, count: 1 });
    else known.count++;
  }
}
