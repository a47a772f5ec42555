import type { ReactNode } from "react";

/** Nothing here: one sentence, and always a way out. */
export function EmptyState({ head, children, way }: { head: string; children?: ReactNode; way?: ReactNode }) {
  return (
    <div className="empty">
      <b className="head-line">{head}</b>
      {children}
      {way ? <p className="way">{way}</p> : null}
    </div>
  );
}

/** Grey blocks in the shape of what is coming; they do not move. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className="sk-lines" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="sk" />
      ))}
    </div>
  );
}
