// The tools a server lists. Names and descriptions are the server's own words: shown as text, cut, and counted.
import { Foreign } from '@/app/ui/foreign';
import { Cell, Table } from '@/app/ui/table';
import type { ToolView } from '@/lib/core/view';
import { countText } from '@/lib/core/words/format';

const HEADS = [
  ['Name', 'w-[38%] sm:w-[30%]'],
  ['What it says of itself', 'w-[62%] sm:w-[70%]'],
] as const;

/** More push everything below out of sight, so they fold away. */
const UNFOLDED = 20;
/** A page with ten thousand rows helps nobody; the rest is counted. */
const MOST = 200;

export function ToolTable({ tools }: { tools: ToolView[] }) {
  const folded = tools.slice(UNFOLDED, MOST);
  const rest = tools.length - MOST;
  return (
    <>
      <Rows caption="Tools" tools={tools.slice(0, UNFOLDED)} />
      {folded.length > 0 && (
        <details className="border-t border-hair pt-2 text-sm">
          <summary className="mb-2 text-soft">{countText(tools.length - UNFOLDED, 'more tool')}</summary>
          <Rows caption="More tools" tools={folded} />
          {rest > 0 && <p className="border-t border-hair pt-2 text-soft">and {countText(rest, 'more', 'more')}</p>}
        </details>
      )}
    </>
  );
}

function Rows({ caption, tools }: { caption: string; tools: ToolView[] }) {
  return (
    <Table caption={caption} heads={HEADS}>
      {tools.map((tool, index) => (
        <tr key={index}>
          <Cell isHead>
            <code className="text-[13px]">
              <Foreign text={tool.name} maxLength={128} />
            </code>
          </Cell>
          <Cell>
            {tool.description ? (
              <Foreign text={tool.description} maxLength={240} />
            ) : (
              <span className="text-soft">nothing</span>
            )}
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
