import certificateIsland from "~/islands/certificate.ts?worker&url";
import formIsland from "~/islands/form.ts?worker&url";
import { useLanguage } from "~/lib/i18n/index.ts";
import { CertificateForm, KindPick } from "~/rooms/certificates/CertificateForm.tsx";
import { handIn, loadNew } from "~/rooms/certificates/certificates.server.ts";
import { certificatePath } from "~/rooms/certificates/parts.tsx";
import { certificateWords } from "~/rooms/certificates/words.ts";
import { CentrePage, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/certificates.new";
import "~/styles/certificates.css";

export const handle = { islands: [formIsland, certificateIsland] };

export const loader = ({ context, request }: Route.LoaderArgs) => loadNew(context, request);
export const action = ({ context, request }: Route.ActionArgs) => handIn(context, request);

const FIELDS = new Set(["number", "authority", "item", "issuedOn", "validUntil", "file"]);

export default function NewCertificatePage({ loaderData, actionData }: Route.ComponentProps) {
  const { kinds, kind, renews, typed } = loaderData;
  const t = certificateWords(useLanguage());
  const errors = actionData?.errors;
  const others = errors?.filter((error) => !FIELDS.has(error.field ?? ""));
  const title = renews ? t.renewTitle(renews.kind.shortName) : t.newTitle;
  return (
    <CentrePage title={title} lead={kind ? kind.name : t.newLead} crumb={<Link to={renews ? certificatePath(renews.id) : "/vendor/certificates"}>{renews ? t.one : t.title}</Link>} hasErrors={Boolean(errors?.length)}>
      <Outcome errors={others} />
      {kind ? (
        <Panel title={kind.shortName} more={renews ? null : <Link className="link sm more" to="/vendor/certificates/new">{t.change}</Link>}>
          {renews ? <Notice kind="info">{t.oldStays}</Notice> : null}
          {kind.isPreliminary ? <Notice kind="plain">{t.pre}</Notice> : null}
          <CertificateForm kind={kind} renews={renews?.id ?? null} typed={actionData?.typed ?? typed} errors={errors} />
        </Panel>
      ) : (
        <Panel title={t.kind}>
          <KindPick kinds={kinds} />
        </Panel>
      )}
    </CentrePage>
  );
}
