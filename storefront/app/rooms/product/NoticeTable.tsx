import { useMessages } from "~/lib/i18n/index.ts";
import { Local } from "~/ui/Local.tsx";
import type { ProductFull } from "./product.server.ts";

const ORIGIN_CODES = new Set(["origin", "country", "producer", "manufacturer"]);

/** 상품정보제공고시: the facts that the law wants for this kind of goods. */
export function NoticeTable({ product }: { product: Pick<ProductFull, "productNotice" | "originCountry" | "taxKind"> }) {
  const messages = useMessages();
  const t = messages.product;
  const notice = product.productNotice;
  const hasOrigin = notice?.items.some((item) => ORIGIN_CODES.has(item.code));
  return (
    <div>
      <h2 className="h-notice">
        {t.notice} {notice ? <span className="sm mute">{notice.typeName}</span> : null}
      </h2>
      <table className="spec">
        <caption className="vh">{t.notice}</caption>
        <tbody>
          {(notice?.items ?? []).map((item) => (
            <tr key={item.code}>
              <th scope="row">{item.label}</th>
              <td><Local text={item.value} /></td>
            </tr>
          ))}
          {product.originCountry && !hasOrigin ? (
            <tr>
              <th scope="row">{t.origin}</th>
              <td><Local text={product.originCountry} /></td>
            </tr>
          ) : null}
          <tr>
            <th scope="row">{messages.list.tax}</th>
            <td>{messages.taxPaper[product.taxKind]}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
