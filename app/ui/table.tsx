// A table as quiet as the rest: hairlines, text to the left, scrolled in its own box when a phone is too narrow.
import type { ReactNode } from 'react';

interface TableProps {
  caption: string;
  /** Each with the share of the width its column takes. */
  heads: readonly (readonly [name: string, width: string])[];
  children: ReactNode;
}

export function Table({ caption, heads, children }: TableProps) {
  return (
    <table className="w-full table-fixed text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {heads.map(([name, width]) =>
            // A column of buttons has no name, and an empty heading says nothing to those who hear it.
            name === '' ? (
              <td key={name} className={`border-t border-hair py-2 ${width}`} />
            ) : (
              <th
                key={name}
                scope="col"
                className={`border-t border-hair py-2 pr-3 text-left text-[13px] font-semibold text-soft ${width}`}
              >
                {name}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

export function Cell({ children, isHead = false }: { children: ReactNode; isHead?: boolean }) {
  const look = 'border-t border-hair py-2 pr-3 text-left align-top font-normal wrap-anywhere';
  return isHead ? (
    <th scope="row" className={look}>
      {children}
    </th>
  ) : (
    <td className={look}>{children}</td>
  );
}
