import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { appOf } from "~/lib/context.server.ts";
import { errorOf, readIntent, readText } from "~/lib/form.ts";
import { nodesOf } from "~/lib/lists.ts";
import { applyStatement, decideDeposit, ended, isTooLong, loadDeposits, uploadStatement } from "~/rooms/payments/desk.server.ts";
import { DepositCase } from "~/rooms/payments/DepositCase.tsx";
import { Outcome, Pages, useDeskWords } from "~/rooms/payments/parts.tsx";
import { StatementPreview, StatementProgress } from "~/rooms/payments/StatementPreview.tsx";
import { paymentDeskWords } from "~/rooms/payments/words.ts";
import { Nothing, Panel, StaffPage } from "~/rooms/desk/DeskFrame.tsx";
import { Button } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import type { Route } from "./+types/payments.deposits";

export const handle = { islands: [formIsland] };
const HERE = "/staff/payments/deposits";
const TABS = ["unmatched", "matched", "ignored"] as const;

export const loader = ({ context }: Route.LoaderArgs) => loadDeposits(context);

export async function action({ request, context }: Route.ActionArgs) {
  const { language, url } = appOf(context);
  const words = paymentDeskWords(language);
  if (isTooLong(request)) return data({ errors: [{ field: "file", code: "INVALID", message: words.tooLarge }] }, { status: 413 });
  const form = await request.formData();
  const intent = readIntent(form, ["upload", "apply", "match", "unmatch", "ignore", "reopen"]);
  if (intent === "upload") {
    const answer = await uploadStatement(context, form, words);
    return "id" in answer ? redirect(`${HERE}?statement=${encodeURIComponent(answer.id)}`, 303) : data({ errors: answer.errors }, { status: 400 });
  }
  if (intent === "apply") {
    const id = readText(form, "id");
    const errors = await applyStatement(context, id);
    return errors.length ? data({ errors }, { status: 400 }) : redirect(`${HERE}?statement=${encodeURIComponent(id)}`, 303);
  }
  const state = url.searchParams.get("state");
  return ended(await decideDeposit(context, intent, form), HERE, intent, state && TABS.some((tab) => tab === state) ? `state=${state}` : "");
}

function Upload({ error }: { error?: string }) {
  const t = useDeskWords();
  return (
    <Panel title={t.upload}>
      <form method="post" encType="multipart/form-data" className="stack-form" data-once={t.busy}>
        <input type="hidden" name="intent" value="upload" />
        <div className="field">
          <label htmlFor="file">{t.file}</label>
          <input className="filein" id="file" type="file" name="file" accept=".csv,.xlsx,text/csv" required aria-describedby="file-hint" aria-invalid={error ? true : undefined} />
          <p className="hint" id="file-hint">{t.uploadHint}</p>
          {error ? (
            <p className="err">
              <Icon name="alert" size="s" />
              <span>{error}</span>
            </p>
          ) : null}
        </div>
        <div>
          <Button kind="1">{t.preview}</Button>
        </div>
      </form>
    </Panel>
  );
}

export default function DepositsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { deposits, statement, state, isFirst, done } = loaderData;
  const t = useDeskWords();
  const errors = actionData?.errors;
  const words: Record<string, string> = { match: t.didMatch, unmatch: t.didUnmatch, ignore: t.didIgnore, reopen: t.didReopen };
  const rows = nodesOf(deposits);
  const isPreview = statement?.status === "PREVIEW";
  return (
    <StaffPage title={t.deposits} lead={t.depositsLead} hasErrors={Boolean(errors?.length)}>
      {errorOf(errors, "file") ? null : <Outcome errors={errors} done={words[done]} />}
      {statement && !isPreview ? <StatementProgress statement={statement} here={HERE} /> : null}
      <div className="desk-grid">
        {statement && isPreview ? <StatementPreview statement={statement} here={HERE} /> : <Upload error={errorOf(errors, "file")?.message} />}
        <Panel
          title={t[state]}
          count={deposits?.totalCount ?? 0}
          flush
          more={
            <nav className="tabs" aria-label={t.tabs}>
              {TABS.map((tab) => (
                <Link key={tab} to={`${HERE}?state=${tab}`} aria-current={tab === state ? "page" : undefined}>
                  {t[tab]}
                </Link>
              ))}
            </nav>
          }
        >
          {rows.map((deposit) => (
            <DepositCase key={deposit.id} deposit={deposit} />
          ))}
          {rows.length ? null : <Nothing head={state === "unmatched" ? t.unmatchedNone : t.listNone}>{state === "unmatched" ? t.unmatchedNoneBody : null}</Nothing>}
        </Panel>
      </div>
      <Pages page={deposits} here={HERE} query={`state=${state}`} label={t.nextDeposits} isFirst={isFirst} />
    </StaffPage>
  );
}
