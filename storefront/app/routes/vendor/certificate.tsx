import formIsland from "~/islands/form.ts?worker&url";
import { redirect } from "react-router";
import { appOf } from "~/lib/context.server.ts";
import { readIntent } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { loadCertificate, withdraw } from "~/rooms/certificates/certificates.server.ts";
import { certificatePath, Ending, PaperFacts, PaperView, renewPath, StandingTag } from "~/rooms/certificates/parts.tsx";
import { Ways } from "~/rooms/certificates/Ways.tsx";
import { certificateWords } from "~/rooms/certificates/words.ts";
import { CentrePage, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/certificate";
import "~/styles/certificates.css";

export const handle = { islands: [formIsland] };

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const certificate = await loadCertificate(context, request, params.id);
  const { searchParams } = appOf(context).url;
  // The mail that reminds leads here: straight on to the form, unless a renewal is under way.
  const isRenewable = certificate.status === "VERIFIED" && !certificate.renewal;
  if (searchParams.has("renew") && isRenewable) throw redirect(renewPath(certificate.id), 303);
  return { certificate, isRenewable, isWithdrawing: searchParams.has("withdraw") && certificate.status === "SUBMITTED" };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData();
  readIntent(form, ["withdraw"]);
  return withdraw(context, request, params.id);
}

export default function CertificatePage({ loaderData, actionData }: Route.ComponentProps) {
  const { certificate, isRenewable, isWithdrawing } = loaderData;
  const t = certificateWords(useLanguage());
  const { kind, standing } = certificate;
  const here = certificatePath(certificate.id);
  const ways = certificate.vendor?.buyingCeilings ?? [];
  const acts =
    standing === "WAITING" && !isWithdrawing ? <ButtonLink to={`${here}?withdraw=1`}>{t.withdraw}</ButtonLink>
    : standing === "RETURNED" ? <ButtonLink kind="1" to={`/vendor/certificates/new?again=${encodeURIComponent(certificate.id)}`}>{t.again}</ButtonLink>
    : isRenewable && standing === "EXPIRED" ? <ButtonLink kind="1" to={renewPath(certificate.id)}>{t.renew}</ButtonLink>
    : null;
  return (
    <CentrePage title={kind.shortName} lead={<StandingTag standing={standing} />} crumb={<Link to="/vendor/certificates">{t.title}</Link>} acts={acts} hasErrors={Boolean(actionData?.errors.length)}>
      <Outcome errors={actionData?.errors} />
      {isWithdrawing ? (
        <section className="confirm" aria-labelledby="withdraw">
          <h2 id="withdraw">{t.withdrawAsk}</h2>
          <p>{t.withdrawBody}</p>
          <form method="post" className="acts" data-once={t.busy}>
            <input type="hidden" name="intent" value="withdraw" />
            <Button kind="x">{t.withdrawYes}</Button>
            <ButtonLink to={here}>{t.cancel}</ButtonLink>
          </form>
        </section>
      ) : null}
      {certificate.decisionNote ? <Notice kind={standing === "REVOKED" ? "bad" : "warn"} head={standing === "REVOKED" ? t.revokedWhy : t.reason}>{certificate.decisionNote}</Notice> : null}
      {certificate.renewal ? <Notice kind="info"><Link className="link" to={certificatePath(certificate.renewal.id)}>{t.renewalWaits}</Link></Notice> : null}
      {standing === "EXPIRING" ? <div className="cert-ends"><Ending certificate={certificate} ways={ways} /></div> : null}
      <div className="beside">
        <div>
          <Panel title={t.one}>
            <PaperFacts certificate={certificate} people={{ handedIn: certificate.submittedBy }} />
          </Panel>
          <Panel title={standing === "WAITING" ? t.wouldOpen : t.opens} flush={certificate.opens.length > 0}>
            {certificate.opens.length ? <Ways ways={certificate.opens} caption={t.opens} /> : <p className="sm sub">{kind.isPreliminary ? t.pre : t.opensNone}</p>}
          </Panel>
        </div>
        <Panel title={t.file}>
          <PaperView file={certificate.file} label={`${kind.shortName} ${t.file}`} />
        </Panel>
      </div>
    </CentrePage>
  );
}
