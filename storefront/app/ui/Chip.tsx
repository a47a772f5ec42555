import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Icon } from "./Icon.tsx";
import { Link } from "./Link.tsx";

/** One of several ways to look at a list; the current one is ink. */
export function Chip({ to, isOn, children }: { to: string; isOn?: boolean; children: ReactNode }) {
  return (
    <Link className={cx("chip", isOn && "on")} to={to} aria-current={isOn ? "true" : undefined}>
      {children}
    </Link>
  );
}

/** A chosen condition that a click takes away. */
export function ChosenChip({ to, label, action }: { to: string; label: string; action: string }) {
  return (
    <Link className="chip chosen" to={to} rel="nofollow">
      <span aria-hidden="true">{label}</span>
      <span className="vh">{action}</span>
      <Icon name="x" size="s" />
    </Link>
  );
}
