import type { ComponentProps } from "react";

interface Props extends ComponentProps<"input"> {
  title: string;
  notes?: readonly string[];
}

/** One of several ways, as a line that can be pressed anywhere. */
export function Pick({ title, notes = [], ...input }: Props) {
  return (
    <label className="pick">
      <input type="radio" {...input} />
      <b>{title}</b>
      {notes.filter(Boolean).map((note) => (
        <span key={note} className="sm sub num">{note}</span>
      ))}
    </label>
  );
}
