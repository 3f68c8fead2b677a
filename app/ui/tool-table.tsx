// The tools a server lists. Names and descriptions are the server's own words: shown as text, cut, and counted.
import { Foreign } from '@/app/ui/foreign';
import { Cell, Table } from '@/app/ui/table';
import { countText } from '@/lib/core/format';
import type { ToolView } from '@/lib/core/view';

const HEADS = [
  ['Name', 'w-[38%] sm:w-[30%]'],
  ['What it says of itself', 'w-[62%] sm:w-[70%]'],
] as const;

/** A page with ten thousand rows helps nobody; the rest is counted. */
const MOST_TOOLS = 200;

export function ToolTable({ tools }: { tools: ToolView[] }) {
  const rest = tools.length - MOST_TOOLS;
  return (
    <>
      <Table caption="Tools" heads={HEADS}>
        {tools.slice(0, MOST_TOOLS).map((tool, index) => (
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
      {rest > 0 && <p className="border-t border-hair pt-2 text-sm text-soft">and {countText(rest, 'more tool')}</p>}
    </>
  );
}
