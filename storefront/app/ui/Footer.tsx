import type { Channel } from "~/lib/channel.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import type { Operator } from "~/lib/operator.ts";
import type { MenuLink } from "~/lib/pages.ts";
import { Link } from "./Link.tsx";
import { Local } from "./Local.tsx";

interface Props {
  channel: Channel;
  menu: readonly MenuLink[];
  operator: Operator;
  checkUrl: string;
}

function OperatorIdentity({ operator, checkUrl }: Omit<Props, "channel" | "menu">) {
  const t = useMessages().foot;
  const isKorean = useLanguage() === "ko";
  return (
    <div>
      <h2 className="fh">{isKorean ? operator.name : operator.nameEn}</h2>
      <p className="id">
        <span>
          {t.representative} {isKorean ? operator.representative : operator.representativeEn}
        </span>
        <span>
          {t.businessNumber} {operator.businessNumber}
        </span>
        <span>
          {t.mailOrder} <Local text={operator.mailOrderNumber} />
        </span>
        <span>{isKorean ? operator.address : operator.addressEn}</span>
        <span>
          {t.phone} {operator.phone}
        </span>
        <span>{operator.email}</span>
        <span>
          {t.hosting} {isKorean ? operator.hosting : operator.hostingEn}
        </span>
      </p>
      <p className="check">
        <a className="link" href={checkUrl} rel="noreferrer">
          {t.check}
        </a>
      </p>
      <p className="sample">{t.sample}</p>
    </div>
  );
}

interface Column {
  head: string;
  links: { label: string; to: string; isStrong: boolean }[];
}

/** The law wants the privacy policy to stand out among the links (개인정보 보호법 시행령 §31). */
const STRONG = new Set(["privacy"]);

const columnsOf = (menu: readonly MenuLink[]): Column[] =>
  menu.map(({ label, to, page, children }) => ({
    head: label,
    links: (children.length ? children : [{ label, to, page }]).flatMap((link) => (link.to ? [{ label: link.label, to: link.to, isStrong: STRONG.has(link.page ?? "") }] : [])),
  }));

/** What the footer holds when the API has no menu for it. */
function useUsualColumns(): Column[] {
  const t = useMessages();
  const { foot } = t;
  const column = (head: string, ...links: [label: string, to: string][]): Column => ({ head, links: links.map(([label, to]) => ({ label, to, isStrong: to === "/privacy" })) });
  return [
    column(foot.help, [foot.orders, "/account/orders"], [foot.returns, "/help#returns"], [foot.ask, "/help#ask"], [foot.disputes, "/help#disputes"]),
    column(t.brand, [foot.about, "/about"], [foot.criteria, "/values"], [foot.join, "/vendor/apply"], [foot.publicShop, "/public"]),
    column(foot.legal, [foot.terms, "/terms"], [foot.privacy, "/privacy"], [foot.safe, "/help#safe"], [foot.accessibility, "/help#accessibility"]),
  ];
}

/** The operator's identity and the intermediary notice: on every page, as the e-commerce act asks. */
export function Footer({ channel, menu, operator, checkUrl }: Props) {
  const t = useMessages();
  const foot = t.foot;
  const usual = useUsualColumns();
  const columns = menu.length ? columnsOf(menu) : usual;
  return (
    <footer className="foot">
      <div className="wrap">
        <p className="law">
          {foot.notice} <span>{foot.noticeMore}</span>
        </p>
        {channel === "public" ? <p className="law-2">{t.pub.footNote}</p> : null}
        <div className="cols">
          <OperatorIdentity operator={operator} checkUrl={checkUrl} />
          {columns.map((column) => (
            <div key={column.head}>
              <h2 className="fh">{column.head}</h2>
              <ul>
                {column.links.map(({ label, to, isStrong }) => (
                  <li key={to}>
                    <Link to={to}>{isStrong ? <b>{label}</b> : label}</Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </div>
    </footer>
  );
}
