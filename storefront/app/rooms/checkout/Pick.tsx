import type { ComponentProps } from "react";
import { Local } from "~/ui/Local.tsx";

interface Props extends ComponentProps<"input"> {
  title: string;
  notes?: readonly string[];
}

/** One of several ways, as a line that can be pressed anywhere. */
export function Pick({ title, notes = [], ...input }: Props) {
  return (
    <label className="pick">
      <input type="radio" {...input} />
      <b><Local text={title} /></b>
      {notes.filter(Boolean).map((note) => (
        <span key={note} className="sm sub num"><Local text={note} /></span>
      ))}
    </label>
  );
}
