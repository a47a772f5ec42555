import { useId } from "react";
import { cx } from "./cx.ts";

/** A bar of two parts: what is used is filled, what is held is hatched, the rest stays empty. Its words stand in `label`. */
export function ShareBar({ used, held, label, isWarning }: { used: number; held: number; label: string; isWarning?: boolean }) {
  const hatch = useId();
  const start = Math.min(Math.max(used, 0), 100);
  const width = Math.min(Math.max(held, 0), 100 - start);
  return (
    <div className={cx("bar", isWarning && "warn")} role="img" aria-label={label}>
      <svg aria-hidden="true" focusable="false">
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(25)">
          <rect width="2" height="5" />
        </pattern>
        <rect width={`${start}%`} height="100%" />
        <rect x={`${start}%`} width={`${width}%`} height="100%" fill={`url(#${hatch})`} />
      </svg>
    </div>
  );
}
