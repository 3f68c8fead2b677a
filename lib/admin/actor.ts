// Who did something in the panel, as it is written down.
export interface Actor {
  /** As others know them: "Ada Lovelace". */
  name: string;
}
