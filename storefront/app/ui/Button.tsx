import type { ComponentProps } from "react";
import { cx } from "./cx.ts";
import { Link } from "./Link.tsx";

interface Look {
  /** 1 the one next action, 2 outline, 3 plain, x what cannot be undone. */
  kind?: "1" | "2" | "3" | "x";
  size?: "l" | "m" | "s" | "xs";
  wide?: boolean;
}

const lookOf = ({ kind = "2", size = "m", wide }: Look, className?: string) => cx("btn", `btn-${kind}`, size !== "m" && `btn-${size}`, wide && "btn-w", className);

export function Button({ kind, size, wide, className, type = "submit", ...rest }: Look & ComponentProps<"button">) {
  return <button type={type} className={lookOf({ kind, size, wide }, className)} {...rest} />;
}

export function ButtonLink({ kind, size, wide, className, ...rest }: Look & ComponentProps<typeof Link>) {
  return <Link className={lookOf({ kind, size, wide }, className)} {...rest} />;
}
