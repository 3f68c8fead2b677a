// JSON that a remote server wrote, indented for people and bounded in length and depth while it is written: laid out
// first and cut afterwards, a schema nested ten thousand times would take gigabytes. Escaping is the business of the markup.
import { safeText } from './safe-text';

export interface BoundedJson {
  text: string;
  /** Something was left out; the text is then no longer JSON. */
  isCut: boolean;
}

const DEPTH_LIMIT = 12;
const INDENT = '  ';

export function boundedJson(value: unknown, maxLength: number): BoundedJson {
  const page: Page = { text: '', left: maxLength, isCut: false };
  write(page, value, 0);
  return { text: page.text, isCut: page.isCut };
}

interface Page {
  text: string;
  left: number;
  isCut: boolean;
}

function write(page: Page, value: unknown, depth: number): void {
  if (page.left <= 0) return;
  if (typeof value === 'string') put(page, JSON.stringify(safeText(value, page.left)));
  else if (Array.isArray(value)) writeMembers(page, { ends: '[]', members: value.values(), depth });
  else if (typeof value === 'object' && value !== null)
    writeMembers(page, { ends: '{}', members: entriesOf(value), depth });
  else put(page, JSON.stringify(value) ?? 'null');
}

interface Nest {
  ends: '[]' | '{}';
  members: Iterable<unknown>;
  depth: number;
}

function writeMembers(page: Page, { ends, members, depth }: Nest): void {
  const [open, close] = ends;
  put(page, open ?? '');
  if (depth >= DEPTH_LIMIT) {
    put(page, '…');
    page.isCut = true;
  } else {
    let isFirst = true;
    for (const member of members) {
      if (page.left <= 0) break;
      put(page, `${isFirst ? '' : ','}\n${INDENT.repeat(depth + 1)}`);
      isFirst = false;
      if (member instanceof Member) put(page, `${JSON.stringify(safeText(member.key, page.left))}: `);
      write(page, member instanceof Member ? member.value : member, depth + 1);
    }
    if (!isFirst) put(page, `\n${INDENT.repeat(depth)}`);
  }
  put(page, close ?? '');
}

class Member {
  constructor(
    readonly key: string,
    readonly value: unknown,
  ) {}
}

/** One by one: an object of a million members is not copied for the twenty that are shown. */
function* entriesOf(value: object): Iterable<Member> {
  for (const [key, member] of Object.entries(value)) yield new Member(key, member);
}

function put(page: Page, text: string): void {
  if (page.left <= 0) {
    page.isCut = true;
    return;
  }
  const fitting = text.length <= page.left ? text : `${text.slice(0, page.left)}…`.toWellFormed();
  if (text.length > page.left) page.isCut = true;
  page.text += fitting;
  page.left -= text.length;
}
