// What becomes of the group of a server that was moved. Pure.

export interface OrderItem {
  slug: string;
  title: string;
  /** Empty: none. */
  group: string;
  /** Its file says which group: it keeps it wherever it lies. */
  isOfFile: boolean;
}

/** A server that lies within a group joins it; at the edge of one it stays what it is. */
export function regrouped(order: readonly OrderItem[], place: number): OrderItem[] {
  const [above, moved, below] = [order[place - 1], order[place], order[place + 1]];
  if (!moved || moved.isOfFile || !above || !below || above.group !== below.group) return [...order];
  return order.map((item) => (item === moved ? { ...moved, group: above.group } : item));
}
