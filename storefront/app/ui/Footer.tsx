import type { Channel } from "~/lib/channel.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import type { Operator } from "~/lib/operator.ts";
import { Link } from "./Link.tsx";
import { Local } from "./Local.tsx";

interface Props {
  channel: Channel;
  operator: Operator;
  checkUrl: string;
}

function OperatorIdentity({ operator, checkUrl }: Omit<Props, "channel">) {
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

/** The operator's identity and the intermediary notice: on every page, as the e-commerce act asks. */
export function Footer({ channel, operator, checkUrl }: Props) {
  const t = useMessages();
  const foot = t.foot;
  const columns: { head: string; links: [string, string, boolean?][] }[] = [
    { head: foot.help, links: [[foot.orders, "/account/orders"], [foot.returns, "/help#returns"], [foot.ask, "/help#ask"], [foot.disputes, "/help#disputes"]] },
    { head: t.brand, links: [[foot.about, "/about"], [foot.criteria, "/values"], [foot.join, "/about#join"], [foot.publicShop, "/public"]] },
    { head: foot.legal, links: [[foot.terms, "/terms"], [foot.privacy, "/privacy", true], [foot.safe, "/help#safe"], [foot.accessibility, "/help#accessibility"]] },
  ];
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
                {column.links.map(([label, to, isStrong]) => (
                  <li key={label}>
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
