import type { CertificateKindRulesFragment } from "~/gql/operations";
import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { Button } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import type { Typed } from "./certificates.server.ts";
import { certificateWords } from "./words.ts";

/** First the kind: every one with what it is, 예비 apart. */
export function KindPick({ kinds }: { kinds: readonly CertificateKindRulesFragment[] }) {
  const t = certificateWords(useLanguage());
  const groups: [string, string, CertificateKindRulesFragment[]][] = [
    [t.whatYouAre, "", kinds.filter((kind) => kind.isEnterpriseKind && !kind.isPreliminary)],
    [t.whatYouProve, "", kinds.filter((kind) => !kind.isEnterpriseKind)],
    [t.preKinds, "pre", kinds.filter((kind) => kind.isPreliminary)],
  ];
  return (
    <div className="kind-pick">
      {groups.map(([head, className, list]) => (
        <section key={head} className={className || undefined}>
          <h3>{head}</h3>
          <ul>
            {list.map((kind) => (
              <li key={kind.code}>
                <Link to={`/vendor/certificates/new?kind=${kind.code}`}>
                  {kind.name}
                  <small>{kind.authority}</small>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function useEndHint(kind: CertificateKindRulesFragment): string {
  const t = certificateWords(useLanguage());
  if (kind.endRule === "OPTIONAL") return t.hintOptional;
  if (kind.isValidityMaximum && kind.validityDays) return t.hintDays(kind.validityDays);
  if (kind.isValidityMaximum && kind.validityMonths) return t.hintMonths(kind.validityMonths);
  return t.hintUsual;
}

interface Props {
  kind: CertificateKindRulesFragment;
  renews: string | null;
  typed: Typed;
  errors?: readonly FieldError[];
}

/** Then only what this kind needs: no end where there is none, an item where one certificate speaks of one. */
export function CertificateForm({ kind, renews, typed, errors }: Props) {
  const t = certificateWords(useLanguage());
  const endHint = useEndHint(kind);
  const error = (field: string) => errorOf(errors ? [...errors] : undefined, field)?.message;
  const fileError = error("file");
  return (
    <form method="post" encType="multipart/form-data" className="stack-form" data-once={t.busy} noValidate>
      <input type="hidden" name="kind" value={kind.code} />
      {renews ? <input type="hidden" name="renews" value={renews} /> : null}
      <Field id="number" name="number" label={t.number} hint={t.hintNumber} defaultValue={typed.number} error={error("number")} maxLength={60} autoComplete="off" required />
      <Field id="authority" name="authority" label={t.authority} hint={t.hintAuthority} defaultValue={typed.authority} error={error("authority")} maxLength={120} />
      {kind.isPerItem ? <Field id="item" name="item" label={t.item} hint={t.hintItem} defaultValue={typed.item} error={error("item")} maxLength={200} required /> : null}
      <div className="two-days">
        <Field id="issuedOn" name="issuedOn" type="date" label={t.issued} defaultValue={typed.issuedOn} error={error("issuedOn")} required data-days={kind.validityDays ?? undefined} data-months={kind.validityMonths ?? undefined} />
        {kind.endRule === "NONE" ? (
          <div className="field">
            <p className="lbl">{t.validUntil}</p>
            <p className="sm sub">{t.neverEnds}</p>
          </div>
        ) : (
          <Field id="validUntil" name="validUntil" type="date" label={t.validUntil} hint={endHint} defaultValue={typed.validUntil} error={error("validUntil")} required={kind.endRule === "REQUIRED"} />
        )}
      </div>
      <div className="field">
        <label htmlFor="file">{t.file}</label>
        <input className="filein" id="file" type="file" name="file" accept="application/pdf,image/jpeg,image/png" aria-invalid={fileError ? true : undefined} aria-describedby={fileError ? "file-hint file-error" : "file-hint"} required />
        <p className="hint" id="file-hint">{errors?.length ? t.fileAgain : t.hintFile}</p>
        {fileError ? (
          <p className="err" id="file-error">
            <Icon name="alert" size="s" />
            <span>{fileError}</span>
          </p>
        ) : null}
      </div>
      <div>
        <Button kind="1">{t.send}</Button>
        <p className="sm mute">{t.checkDays}</p>
      </div>
    </form>
  );
}
