/** The filled part of a bar, for inside an element of the class `bar`. Drawn, since the policy of our pages allows no style in markup. */
export function BarFill({ percent }: { percent: number }) {
  return (
    <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect width={Math.max(0, Math.min(percent, 100))} height="1" />
    </svg>
  );
}
