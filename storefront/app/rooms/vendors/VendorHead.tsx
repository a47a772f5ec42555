import type { Channel } from "~/lib/channel.ts";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { Certificate, sortCertificates } from "~/ui/Certificate.tsx";
import { Local } from "~/ui/Local.tsx";
import { Artwork } from "~/ui/Picture.tsx";
import { HolidayNote, RecheckNote } from "./VendorNotes.tsx";
import type { VendorFull } from "./vendors.server.ts";

/** Maker and words about the maker, sewn together. */
export function VendorHead({ vendor, channel }: { vendor: VendorFull; channel: Channel }) {
  const t = useMessages();
  const language = useLanguage();
  const valid = vendor.certificates.filter((certificate) => certificate.state !== "EXPIRED");
  const facts = [
    vendor.foundedOn ? t.vendors.since(vendor.foundedOn.slice(0, 4)) : null,
    vendor.memberCount ? (channel === "public" ? t.pub.members(vendor.memberCount) : t.vendors.members(vendor.memberCount)) : null,
    t.vendors.products(vendor.productCount),
    t.vendors.joined(formatDate(vendor.joinedOn, language)),
  ].filter(Boolean);
  return (
    <section className="vhead" aria-labelledby="vendor-name">
      <div className="pic">
        <Artwork url={vendor.artwork} alt="" width={800} height={560} eager />
      </div>
      <div className="tx">
        <p className="kind">{[vendor.kindName, vendor.district?.name].filter(Boolean).join(" · ")}</p>
        <h1 id="vendor-name">{vendor.name}</h1>
        <div className="certs">
          {sortCertificates(valid).map((certificate) => (
            <Certificate key={certificate.id} certificate={certificate} withDate={channel === "public"} />
          ))}
        </div>
        <RecheckNote vendor={vendor} />
        <HolidayNote vendor={vendor} />
        <p className="say">{vendor.introduction}</p>
        <p className="facts num">{facts.join(" · ")}</p>
        {vendor.district?.supportCentreName ? (
          <p className="sm mute">
            {t.vendors.centre}: <Local text={vendor.district.supportCentreName} /> {vendor.district.supportCentrePhone}
          </p>
        ) : null}
      </div>
    </section>
  );
}
