/** How to read the map: what the stops mean. The lines carry their own names. */
import type { JSX } from "preact";
import { roleWords, words } from "../../words.ts";
import { Piece } from "../parts/strip.tsx";
import type { Role } from "../reading/lines.ts";

export function Legend(): JSX.Element {
  const roles = Object.keys(roleWords) as readonly Role[];
  return (
    <div class="legend">
      <h3>{words.legend}</h3>
      <ul>
        {roles.map((role) => (
          <li key={role}>
            <Piece pattern="solid" role={role} />
            <span><strong>{roleWords[role].stop}</strong>: {roleWords[role].meaning}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
