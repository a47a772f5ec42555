import type { SellerFragment } from "~/gql/operations";
import { useVoice } from "~/rooms/cart/voice.ts";
import { Local } from "~/ui/Local.tsx";
import { checkoutWords } from "./words.ts";

type Seller = SellerFragment;

/** Who the buyer contracts with: everything the e-commerce act names, before the order. */
export function SellerIdentity({ vendor }: { vendor: Seller }) {
  const t = useVoice(checkoutWords);
  const rows: [string, string][] = [
    [t.legalName, vendor.legalName],
    [t.representative, vendor.representative],
    [t.businessNumber, vendor.businessNumber],
    [t.mailOrder, vendor.mailOrderNumber],
    [t.phone, vendor.phone],
    [t.sellerEmail, vendor.email],
    [t.address, vendor.address],
  ];
  return (
    <dl className="seller-id num">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd><Local text={value} /></dd>
        </div>
      ))}
    </dl>
  );
}

export function Sellers({ vendors, head }: { vendors: readonly Seller[]; head: string }) {
  const t = useVoice(checkoutWords);
  return (
    <section aria-labelledby="sellers-head">
      <h2 id="sellers-head">{head}</h2>
      <p className="sm sub">{t.sellersNote}</p>
      {vendors.map((vendor) => (
        <div key={vendor.id} className="one-seller">
          <h3>{vendor.name}</h3>
          <SellerIdentity vendor={vendor} />
        </div>
      ))}
      <p className="note intermediary">{t.intermediary}</p>
    </section>
  );
}
