'use client';
// A list whose items are moved by drag or by buttons; each carries its slug for the form.
import { useState } from 'react';

interface Item {
  slug: string;
  title: string;
  group: string | null;
}

export function OrderList({ items }: { items: readonly Item[] }) {
  const [order, setOrder] = useState(items);
  const [dragged, setDragged] = useState<string | null>(null);
  const [said, setSaid] = useState('');

  function move(slug: string, to: number): void {
    const from = order.findIndex((item) => item.slug === slug);
    const item = order[from];
    if (!item || to < 0 || to >= order.length || from === to) return;
    const rest = order.filter((other) => other !== item);
    setOrder([...rest.slice(0, to), item, ...rest.slice(to)]);
    setSaid(`${item.title}, place ${to + 1} of ${order.length}`);
  }

  return (
    <>
      <ol>
        {order.map(({ slug, title, group }, place) => (
          <li
            key={slug}
            draggable
            onDragStart={() => setDragged(slug)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => {
              event.preventDefault();
              if (dragged !== null && dragged !== slug) move(dragged, place);
            }}
            className={`flex items-center gap-3 border-t border-hair py-2 text-sm ${dragged === slug ? 'opacity-50' : ''}`}
          >
            <input type="hidden" name="slug" value={slug} />
            <span className="min-w-0 flex-1 cursor-grab wrap-anywhere">
              {title} {group && <span className="text-soft">{group}</span>}
            </span>
            <MoveButton label={`Move ${title} up`} sign="↑" isOff={place === 0} onPress={() => move(slug, place - 1)} />
            <MoveButton
              label={`Move ${title} down`}
              sign="↓"
              isOff={place === order.length - 1}
              onPress={() => move(slug, place + 1)}
            />
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}

function MoveButton({
  label,
  sign,
  isOff,
  onPress,
}: {
  label: string;
  sign: string;
  isOff: boolean;
  onPress: () => void;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      // Not `disabled`: the focus would be lost at the end of the list.
      aria-disabled={isOff}
      onClick={onPress}
      className="size-9 flex-none rounded-md border border-gap aria-disabled:opacity-40"
    >
      {sign}
    </button>
  );
}
