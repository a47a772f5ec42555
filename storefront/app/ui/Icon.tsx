import sprite from "./icons.svg?no-inline";

export type IconName =
  | "alert" | "bank" | "book" | "box" | "card" | "cart" | "chart" | "chat" | "check" | "clock" | "copy" | "doc" | "filter" | "globe" | "home" | "info" | "l" | "menu" | "minus" | "pen" | "pin" | "plus" | "print" | "r"
  | "return" | "search" | "seal" | "store" | "truck" | "up" | "user" | "x";

/** A drawing that repeats what a word beside it says; it is hidden from assistive technology. */
export function Icon({ name, size }: { name: IconName; size?: "s" | "l" }) {
  return (
    <svg className={size ? `i ${size}` : "i"} aria-hidden="true" focusable="false">
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}
