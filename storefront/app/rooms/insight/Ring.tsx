const AROUND = 2 * Math.PI * 36;

/** A share as a ring, with its number inside; what it says stands beside it in words. */
export function Ring({ percent }: { percent: number | null }) {
  const part = Math.max(0, Math.min(percent ?? 0, 100)) / 100;
  return (
    <svg className="ring-svg" viewBox="0 0 84 84" aria-hidden="true">
      <circle cx="42" cy="42" r="36" fill="none" stroke="var(--c-line-soft)" strokeWidth="9" />
      <circle cx="42" cy="42" r="36" fill="none" stroke="var(--c-chart-1)" strokeWidth="9" strokeDasharray={`${part * AROUND} ${AROUND}`} transform="rotate(-90 42 42)" />
      <text x="42" y="48" textAnchor="middle">{percent === null ? "–" : `${percent}%`}</text>
    </svg>
  );
}
