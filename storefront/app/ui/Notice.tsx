import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Icon, type IconName } from "./Icon.tsx";

const ICONS: Record<"ok" | "warn" | "bad" | "info", IconName> = { ok: "check", warn: "alert", bad: "alert", info: "info" };

interface Props {
  kind?: "ok" | "warn" | "bad" | "info" | "plain";
  head?: string;
  children?: ReactNode;
  /** Announce it: for the answer to something the reader just did. */
  live?: boolean;
}

export function Notice({ kind = "info", head, children, live }: Props) {
  return (
    <div className={cx("note", kind !== "plain" && kind)} role={live ? (kind === "bad" ? "alert" : "status") : undefined}>
      <Icon name={kind === "plain" ? "info" : ICONS[kind]} />
      <span>
        {head ? <b>{head} </b> : null}
        {children}
      </span>
    </div>
  );
}
