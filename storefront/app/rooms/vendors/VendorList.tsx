import type { VendorCardFragment } from "~/gql/operations";
import { baseOf, vendorPath, type Channel } from "~/lib/channel.ts";
import { useMessages } from "~/lib/i18n/index.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Certificate, sortCertificates } from "~/ui/Certificate.tsx";
import { ChosenChip } from "~/ui/Chip.tsx";
import { cx } from "~/ui/cx.ts";
import { EmptyState } from "~/ui/EmptyState.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Pagination } from "~/ui/Pagination.tsx";
import { Artwork } from "~/ui/Picture.tsx";
import { changeVendors, toggleVendors, vendorSearch, type VendorSort, type VendorState } from "./state.ts";
import type { VendorListing } from "./vendors.server.ts";
import "~/styles/list.css";
import "~/styles/vendors.css";

export function VendorCard({ vendor, channel, level = 2 }: { vendor: VendorCardFragment; channel: Channel; level?: 2 | 3 }) {
  const t = useMessages();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <article className="vcard">
      <div className="pic">
        <Artwork url={vendor.artwork} alt="" width={480} height={300} />
      </div>
      <div className="tx">
        <p className="where">{[vendor.kindName, vendor.district?.name].filter(Boolean).join(" · ")}</p>
        <Heading className="h">
          <Link className="cover" to={vendorPath(channel, vendor.slug)}>
            {vendor.name}
          </Link>
        </Heading>
        <p className="say">{vendor.introduction}</p>
        <div className="certs">
          {sortCertificates(vendor.certificates).slice(0, channel === "public" ? 4 : 2).map((certificate) => (
            <Certificate key={certificate.id} certificate={certificate} withDate={channel === "public"} />
          ))}
        </div>
        <p className="cnt num">{[t.vendors.products(vendor.productCount), vendor.memberCount ? (channel === "public" ? t.pub.members(vendor.memberCount) : t.vendors.members(vendor.memberCount)) : null].filter(Boolean).join(" · ")}</p>
      </div>
    </article>
  );
}

function Choices({ head, choices, state, path, facet }: { head: string; choices: { code: string; name: string }[]; state: VendorState; path: string; facet: "certificates" | "districts" }) {
  const t = useMessages().list;
  const item = ({ code, name }: { code: string; name: string }) => {
    const isOn = state[facet].includes(code);
    return (
      <li key={code}>
        <Link className={cx("fo", isOn && "on")} to={path + vendorSearch(toggleVendors(state, facet, code))} rel="nofollow">
          <span className="box" aria-hidden="true" />
          <span>{name}</span>
          <span className="vh">{isOn ? t.remove(name) : t.add(name)}</span>
        </Link>
      </li>
    );
  };
  const shown = 10;
  return (
    <section className="fg" aria-label={head}>
      <h2>{head}</h2>
      <ul>{choices.slice(0, shown).map(item)}</ul>
      {choices.length > shown ? (
        <details open={choices.slice(shown).some(({ code }) => state[facet].includes(code))}>
          <summary>{t.more(choices.length - shown)}</summary>
          <ul>{choices.slice(shown).map(item)}</ul>
        </details>
      ) : null}
    </section>
  );
}

function Tools({ listing, path }: { listing: VendorListing; path: string }) {
  const t = useMessages();
  const { state } = listing;
  const sorts: [VendorSort, string][] = [["name", t.vendors.sortName], ["joined", t.vendors.sortJoined]];
  const chosen = [
    ...listing.kinds.filter((kind) => state.certificates.includes(kind.code)).map((kind) => ({ label: kind.shortName, next: toggleVendors(state, "certificates", kind.code) })),
    ...listing.districts.filter((district) => state.districts.includes(district.code)).map((district) => ({ label: district.name, next: toggleVendors(state, "districts", district.code) })),
  ];
  return (
    <div className="tool2">
      <p className="cnt" role="status">
        <b className="num">{t.vendors.found(listing.total)}</b>
      </p>
      {chosen.length ? (
        <div className="on-f" role="group" aria-label={t.list.chosen}>
          {chosen.map(({ label, next }) => (
            <ChosenChip key={label} to={path + vendorSearch(next)} label={label} action={t.list.remove(label)} />
          ))}
        </div>
      ) : null}
      <nav className="sorts" aria-label={t.list.sort}>
        <ul>
          {sorts.map(([sort, label]) => (
            <li key={sort}>
              <Link to={path + vendorSearch(changeVendors(state, { sort }))} aria-current={state.sort === sort ? "true" : undefined} rel="nofollow">
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

function NameSearch({ state, path }: { state: VendorState; path: string }) {
  const t = useMessages().vendors;
  return (
    <form className="name-q" action={path} method="get" role="search" aria-label={t.search}>
      <input className="in" type="search" name="q" defaultValue={state.q} aria-label={t.search} placeholder={t.search} maxLength={100} />
      {state.certificates.map((code) => (
        <input key={code} type="hidden" name="cert" value={code} />
      ))}
      {state.districts.map((code) => (
        <input key={code} type="hidden" name="gu" value={code} />
      ))}
      <Button size="s" aria-label={t.search}>
        <Icon name="search" size="s" />
      </Button>
    </form>
  );
}

export function VendorList({ listing, channel }: { listing: VendorListing; channel: Channel }) {
  const t = useMessages();
  const path = `${baseOf(channel)}/vendors`;
  const { state, vendors, paging } = listing;
  return (
    <div className="lay">
      <aside className="fac" aria-label={t.list.facets}>
        <NameSearch state={state} path={path} />
        <details className="fold">
          <summary className="btn btn-2 btn-s">
            <Icon name="filter" size="s" />
            {t.list.facets}
          </summary>
          <Choices head={t.list.certificate} facet="certificates" state={state} path={path} choices={listing.kinds.map((kind) => ({ code: kind.code, name: kind.shortName }))} />
          <Choices head={t.list.district} facet="districts" state={state} path={path} choices={listing.districts} />
        </details>
      </aside>
      <section aria-label={t.vendors.title}>
        <Tools listing={listing} path={path} />
        {vendors.length ? (
          <ul className="vgrid">
            {vendors.map((vendor) => (
              <li key={vendor.id}>
                <VendorCard vendor={vendor} channel={channel} />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState head={t.vendors.empty} way={<ButtonLink to={path}>{t.list.clear}</ButtonLink>}>
            {t.vendors.emptyBody}
          </EmptyState>
        )}
        <Pagination page={paging.page} pages={paging.pages} previous={paging.previous === null ? null : path + paging.previous} next={paging.next === null ? null : path + paging.next} first={path + vendorSearch(changeVendors(state, {}))} />
      </section>
    </div>
  );
}
