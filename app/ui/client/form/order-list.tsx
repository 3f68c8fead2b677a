'use client';
// A list whose items are moved by drag or by buttons; each carries its slug and its group for the form.
import { useState } from 'react';
import { type OrderItem, regrouped } from './regroup';

export function OrderList({ items }: { items: readonly OrderItem[] }) {
  const [order, setOrder] = useState(items);
  const [dragged, setDragged] = useState<string | null>(null);
  const [said, setSaid] = useState('');

  function move(slug: string, to: number): void {
    const from = order.findIndex((item) => item.slug === slug);
    const item = order[from];
    if (!item || to < 0 || to >= order.length || from === to) return;
    const rest = order.filter((other) => other !== item);
    setOrder(regrouped([...rest.slice(0, to), item, ...rest.slice(to)], to));
    setSaid(`${item.title}, place ${to + 1} of ${order.length}`);
  }

  function rename(slug: string, group: string): void {
    setOrder(order.map((item) => (item.slug === slug ? { ...item, group } : item)));
  }

  const groups = [...new Set(order.map(({ group }) => group).filter(Boolean))];
  return (
    <>
      <datalist id="groups">
        {groups.map((group) => (
          <option key={group} value={group} />
        ))}
      </datalist>
      <ol>
        {order.map(({ slug, title, group, isOfFile }, place) => (
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
            <span className="min-w-0 flex-1 cursor-grab wrap-anywhere">{title}</span>
            <input
              name="group"
              value={group}
              readOnly={isOfFile}
              list="groups"
              maxLength={100}
              onChange={(event) => rename(slug, event.target.value)}
              aria-label={isOfFile ? `Group of ${title}, as its file says` : `Group of ${title}`}
              placeholder="no group"
              className="w-32 flex-none rounded-md border border-gap bg-paper px-2 py-1.5 read-only:border-transparent read-only:text-soft sm:w-44"
            />
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
