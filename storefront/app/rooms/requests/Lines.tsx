import { Fragment } from "react";
import { imagePath } from "~/lib/images.ts";
import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber, formatWon } from "~/lib/money.ts";
import { Certificate, sortCertificates } from "~/ui/Certificate.tsx";
import { TextArea } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { choiceName, reasonName, sumsOf, type Decision, type Delivery, type Sums as LineSums } from "./decide.ts";
import type { LineView } from "./view.ts";
import { requestWords } from "./words.ts";

/** The form of the decision, whose fields stand in two places. */
export const DECIDE_FORM = "decide";

interface Props {
  lines: readonly LineView[];
  deliveries: readonly Delivery[];
  /** Null: nothing to decide here. */
  decision: { given: Decision | null; errors: readonly FieldError[] | undefined } | null;
}

const standing = (lines: readonly LineView[]): LineSums[] => lines.filter((line) => !line.isRejected).map(({ id, vendor, net, gross }) => ({ id, vendorId: vendor.id, net, gross }));

function What({ line }: { line: LineView }) {
  const t = requestWords(useLanguage());
  return (
    <div className="pd">
      {line.picture ? <img src={imagePath(line.picture)} alt="" width={52} height={52} loading="lazy" /> : <span className="blank" />}
      <span>
        <b><Local text={line.name} /></b>
        <small>
          {line.option ? <><Local text={line.option} /> · </> : null}
          <Link to={`/public/vendors/${encodeURIComponent(line.vendor.slug)}`}><Local text={line.vendor.name} /></Link>
          {line.quoteNumber ? ` · ${t.quoteNo(line.quoteNumber)}` : ""}
        </small>
        {line.vendor.certificates.length ? (
          <span className="certs">
            {sortCertificates(line.vendor.certificates).slice(0, 3).map((certificate) => (
              <Certificate key={certificate.kind.shortName} certificate={certificate} />
            ))}
          </span>
        ) : null}
        {line.isRejected ? <span className="was">{t.refused(line.rejectedReason)}</span> : null}
      </span>
    </div>
  );
}

function Choice({ line, decision }: { line: LineView; decision: NonNullable<Props["decision"]> }) {
  const t = requestWords(useLanguage());
  const rejection = decision.given?.rejections.find((one) => one.lineId === line.id);
  return (
    <fieldset className="seg">
      <legend className="vh">{t.decisionOf(line.name)}</legend>
      {(["approve", "reject"] as const).map((choice) => (
        <label key={choice}>
          <input type="radio" form={DECIDE_FORM} name={choiceName(line.id)} value={choice} defaultChecked={(choice === "reject") === Boolean(rejection)} />
          {choice === "approve" ? t.approve : t.refuse}
        </label>
      ))}
    </fieldset>
  );
}

/** Why the item above is rejected; shown with it. */
function Reason({ line, decision }: { line: LineView; decision: NonNullable<Props["decision"]> }) {
  const t = requestWords(useLanguage());
  const rejection = decision.given?.rejections.find((one) => one.lineId === line.id);
  return (
    <tr role="row" className="why-row">
      <td role="cell" colSpan={5}>
        <TextArea
          id={reasonName(line.id)} form={DECIDE_FORM} name={reasonName(line.id)} rows={2} maxLength={500} label={`${t.reason}: ${line.name}`} hint={t.reasonHint} defaultValue={rejection?.reason}
          error={errorOf(decision.errors, reasonName(line.id))?.message}
        />
      </td>
    </tr>
  );
}

function Row({ line, decision }: { line: LineView; decision: Props["decision"] }) {
  const t = requestWords(useLanguage());
  const open = decision && !line.isRejected;
  return (
    <tr role="row" className={line.isRejected ? "was-no" : undefined} {...(open ? { "data-line": line.id, "data-vendor": line.vendor.id, "data-net": line.net, "data-gross": line.gross } : {})}>
      <td role="cell" className="main"><What line={line} /></td>
      <td role="cell" className="r cost num" data-l={t.quantity}>{formatNumber(line.quantity)}</td>
      <td role="cell" className="r cost num" data-l={t.unit}>{formatNumber(line.unitPrice)}</td>
      <td role="cell" className="r cost num" data-l={t.net}><b>{formatNumber(line.net)}</b></td>
      {decision ? <td role="cell" className="r choice">{open ? <Choice line={line} decision={decision} /> : null}</td> : null}
    </tr>
  );
}

function Sums({ lines, deliveries, decision }: Props) {
  const language = useLanguage();
  const t = requestWords(language);
  const rejected = new Set(decision?.given?.rejections.map((one) => one.lineId));
  const sums = sumsOf(standing(lines), rejected, deliveries);
  return (
    <dl className="tots" data-decide={decision ? "" : undefined} data-deliveries={JSON.stringify(deliveries)}>
      {deliveries.some((one) => one.gross > 0) ? <div><dt>{t.delivery}</dt><dd data-sum="delivery">{formatNumber(sums.delivery)}</dd></div> : null}
      <div><dt>{t.net}</dt><dd data-sum="net">{formatNumber(sums.net)}</dd></div>
      <div><dt>{t.tax}</dt><dd data-sum="tax">{formatNumber(sums.tax)}</dd></div>
      {decision ? <div className="cut" data-when-cut="" hidden={sums.cutCount === 0}><dt>{t.cut} <span data-sum="count">{sums.cutCount}</span></dt><dd data-sum="cut">−{formatNumber(sums.cutGross)}</dd></div> : null}
      <div className="big"><dt>{decision ? t.toApprove : t.total}</dt><dd>{language === "en" ? "₩" : null}<span data-sum="gross">{formatNumber(sums.gross)}</span>{language === "ko" ? "원" : null}</dd></div>
    </dl>
  );
}

/** The items, each with its own decision where one is due, and sums that follow what is ticked. */
export function Lines({ lines, deliveries, decision }: Props) {
  const t = requestWords(useLanguage());
  const heads = [t.item, t.quantity, t.unit, t.net, ...(decision ? [t.decision] : [])];
  return (
    <Panel title={t.items} count={lines.length} more={decision && lines.length > 1 ? <span className="sm mute more">{t.each}</span> : undefined} flush>
      <table className="tbl stack req-lines" role="table">
        <caption className="vh">{t.items}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {heads.map((head, at) => (
              <th key={head} scope="col" role="columnheader" className={at ? "r" : undefined}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines.map((line) => (
            <Fragment key={line.id}>
              <Row line={line} decision={decision} />
              {decision && !line.isRejected ? <Reason line={line} decision={decision} /> : null}
            </Fragment>
          ))}
        </tbody>
      </table>
      <Sums lines={lines} deliveries={deliveries} decision={decision} />
    </Panel>
  );
}

/** "10,725,000원 승인", of what is ticked. */
export function ApproveLabel({ lines, deliveries, given }: { lines: readonly LineView[]; deliveries: readonly Delivery[]; given: Decision | null }) {
  const language = useLanguage();
  const t = requestWords(language);
  const { gross } = sumsOf(standing(lines), new Set(given?.rejections.map((one) => one.lineId)), deliveries);
  const [before = "", after = ""] = t.doApprove("|").split("|");
  const won = formatWon(gross, language).replace(formatNumber(gross), "|").split("|");
  return <span>{before}{won[0]}<span data-sum="gross">{formatNumber(gross)}</span>{won[1]}{after}</span>;
}
