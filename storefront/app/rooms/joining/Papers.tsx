import { errorOf } from "~/lib/form.ts";
import { Button } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import type { Application } from "./joining.server.ts";
import { PAPERS } from "./steps.ts";
import { CertificateForm, Point, useFieldWords, useFormWords, type FormState } from "./StepForms.tsx";

type Paper = Application["documents"][number];

/** The storefront hands papers on to those who may read them, under the same path as the API. */
export const paperPath = (paper: { url: string }): string => new URL(paper.url).pathname.replace(/\/$/, "");
const kilobytes = (size: number): string => Math.max(1, Math.round(size / 1024)).toLocaleString("ko-KR");

export function PaperName({ paper }: { paper: Paper }) {
  const f = useFieldWords();
  return (
    <span className="paper-name">
      <a className="link" href={paperPath(paper)} aria-label={f.open(paper.name)}>{paper.name}</a> <span className="sm sub num">{f.size(kilobytes(paper.size))}</span>
    </span>
  );
}

function PaperList({ papers }: { papers: readonly Paper[] }) {
  const t = useFormWords();
  if (!papers.length) return null;
  return (
    <ul className="paper-list">
      {papers.map((paper) => (
        <li key={paper.id}>
          <Icon name="doc" />
          <PaperName paper={paper} />
          <form method="post">
            <input type="hidden" name="paper" value={paper.id} />
            <Button kind="3" size="s" name="intent" value="remove" aria-label={t.removeOf(paper.name)}>{t.remove}</Button>
          </form>
        </li>
      ))}
    </ul>
  );
}

function PaperBox({ state, at }: { state: FormState; at: (typeof PAPERS)[number] }) {
  const t = useFormWords();
  const f = useFieldWords();
  const { application, errors } = state;
  const error = errorOf(errors, at.field)?.message;
  const title = f.kinds[at.kind];
  return (
    <section className="paper-box" id={at.field} tabIndex={-1} aria-labelledby={`${at.field}-head`}>
      <h3 id={`${at.field}-head`}>
        {title} <small>{at.isRequired ? t.required : t.optional}</small>
      </h3>
      <Point application={application} field={at.field} />
      <p className="sm sub" id={`${at.field}-hint`}>{t.papers[at.kind]}</p>
      <PaperList papers={application.documents.filter((paper) => paper.kind === at.kind)} />
      <form method="post" encType="multipart/form-data" className="paper-form" data-once={t.uploading}>
        <input type="hidden" name="kind" value={at.kind} />
        <label className="vh" htmlFor={`${at.field}-file`}>{t.file(title)}</label>
        <input className="filein" id={`${at.field}-file`} type="file" name="file" accept="application/pdf,image/jpeg,image/png" aria-describedby={`${at.field}-hint${error ? ` ${at.field}-error` : ""}`} aria-invalid={error ? true : undefined} />
        <Button name="intent" value="upload">{t.upload}</Button>
        {error ? (
          <p className="err" id={`${at.field}-error`}>
            <Icon name="alert" size="s" />
            <span>{error}</span>
          </p>
        ) : null}
      </form>
    </section>
  );
}

/** The papers, each with what was uploaded, and the facts of the certificate. */
export function PapersStep(state: FormState) {
  return (
    <>
      {PAPERS.map((paper) => (
        <PaperBox key={paper.kind} state={state} at={paper} />
      ))}
      <CertificateForm {...state} />
    </>
  );
}
