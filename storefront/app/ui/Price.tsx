import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { discountPercent, formatNumber } from "~/lib/money.ts";
import { cx } from "./cx.ts";

/** A sum with its unit set smaller beside it. */
export function Won({ amount }: { amount: number }) {
  const language = useLanguage();
  if (language === "en") {
    return (
      <>
        <span className="won">₩</span>
        {formatNumber(amount)}
      </>
    );
  }
  return (
    <>
      {formatNumber(amount)}
      <span className="won">원</span>
    </>
  );
}

interface Props {
  now: number;
  before?: number | null;
  /** The price is the lowest of several options. */
  isFrom?: boolean;
  className?: string;
}

export function Price({ now, before, isFrom, className }: Props) {
  const t = useMessages().product;
  const language = useLanguage();
  const percent = before ? discountPercent(now, before) : null;
  return (
    <p className={cx("price", className)}>
      {percent ? (
        <span className="off">
          <span aria-hidden="true">{percent}%</span>
          <span className="vh">{t.off(percent)}</span>
        </span>
      ) : null}
      <span>
        {isFrom && language === "en" ? <span className="from">{t.from} </span> : null}
        <Won amount={now} />
        {isFrom && language === "ko" ? <span className="from">{t.from}</span> : null}
      </span>
      {percent && before ? (
        <s className="was">
          <span className="vh">{t.before} </span>
          <Won amount={before} />
        </s>
      ) : null}
    </p>
  );
}
