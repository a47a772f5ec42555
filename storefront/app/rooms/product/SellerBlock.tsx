import type { SellerFragment } from "~/gql/operations";
import { useMessages } from "~/lib/i18n/index.ts";
import { Icon } from "~/ui/Icon.tsx";
import { Local } from "~/ui/Local.tsx";

/** The seller's identity as the e-commerce act wants it before an order. */
export function SellerBlock({ vendor, head, intermediary }: { vendor: SellerFragment; head: string; intermediary: string }) {
  const t = useMessages().product;
  const rows: [string, string][] = [
    [t.legalName, vendor.legalName],
    [t.representative, vendor.representative],
    [t.businessNumber, vendor.businessNumber],
    [t.mailOrder, vendor.mailOrderNumber],
    [t.address, vendor.address],
    [t.phone, vendor.phone],
    [t.email, vendor.email],
  ];
  return (
    <section className="seller" aria-labelledby="seller" id="seller-box">
      <h2 id="seller">{head}</h2>
      <dl className="dl">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Local text={value} /> {label === t.businessNumber ? <span className="tag ok">{t.verified}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
      <p className="note">
        <Icon name="info" />
        <span>{intermediary}</span>
      </p>
    </section>
  );
}
