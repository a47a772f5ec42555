import type { BuyLineFragment } from "~/gql/operations";
import { productPath } from "~/lib/channel.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { imagePath } from "~/lib/images.ts";
import { formatNumber, formatWon } from "~/lib/money.ts";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { quotePath, STANDING_TAGS } from "./state.ts";
import { listWords } from "./words.ts";

/** What it is: picture, name, maker, code. `name` stands in for a thing that is gone. */
export function Thing({ line, name }: { line: BuyLineFragment; name?: string }) {
  const language = useLanguage();
  const title = [line.productName || name || "", line.variantName].filter(Boolean).join(" · ");
  return (
    <div className="buy-thing">
      {line.thumbnail ? <img src={imagePath(line.thumbnail.url)} alt="" width={52} height={52} loading="lazy" /> : <span className="blank" aria-hidden="true" />}
      <span>
        {line.productSlug ? <Link className="link" to={productPath("public", line.productSlug)}><b>{language === "ko" ? title : <Local text={title} />}</b></Link> : <b><Local text={title} /></b>}
        <small className="mute"><Local text={[line.vendorName, line.sku].filter(Boolean).join(" · ")} /></small>
      </span>
    </div>
  );
}

/** Whether it can be bought now, with what to do about it. */
export function Standing({ line }: { line: BuyLineFragment }) {
  const t = listWords(useLanguage());
  return (
    <span className="buy-standing">
      <span className={STANDING_TAGS[line.standing]}>{t.standing[line.standing]}</span>
      {line.standing === "LESS_STOCK" && line.inStock !== null ? <small className="mute num">{t.stock(line.inStock)}</small> : null}
      {line.standing === "BELOW_MINIMUM" && line.minimumQuantity ? <small className="mute num">{t.minimum(line.minimumQuantity)}</small> : null}
      {line.standing === "QUOTE_ONLY" ? <Link className="link sm" to={quotePath([line])}>{t.askQuote}</Link> : null}
    </span>
  );
}

/** What one costs now, and what it cost when somebody looked last. */
export function Unit({ line }: { line: BuyLineFragment }) {
  const language = useLanguage();
  const t = listWords(language);
  if (!line.unitPrice) return <span className="mute">–</span>;
  const before = line.seenPrice?.amount;
  return (
    <span className="buy-unit num">
      {formatNumber(line.unitPrice.amount)}
      {line.isPriceChanged && before !== undefined ? (
        <small className={before < line.unitPrice.amount ? "dearer" : "cheaper"}>{t.was(formatWon(before, language))} · {before < line.unitPrice.amount ? t.dearer : t.cheaper}</small>
      ) : null}
    </span>
  );
}
