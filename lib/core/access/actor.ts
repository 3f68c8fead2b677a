// Who does something in the panel, as it is checked and written down.
import type { Role } from './role';

export interface Actor {
  /** Null: Rollcall itself. */
  id: string | null;
  /** As others know them: "Ada Lovelace". */
  name: string;
  role: Role;
}
