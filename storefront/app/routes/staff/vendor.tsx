import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { appOf } from "~/lib/context.server.ts";
import { errorOf, readIntent, readText, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { StaffPage } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { Accounts, Certificates, Confirm, Facts, History, Members, Rechecks, States, Trust, Work, type Move } from "~/rooms/team/StaffParts.tsx";
import { staffVendorWords } from "~/rooms/team/staffWords.ts";
import { decideVendor, doneOf, loadVendor } from "~/rooms/team/team.server.ts";
import { Link } from "~/ui/Link.tsx";
import type { Route } from "./+types/vendor";
import "~/styles/team.css";

export const handle = { islands: [formIsland] };
const MOVES: readonly Move[] = ["suspend", "close", "reopen"];

export async function loader({ context, params }: Route.LoaderArgs) {
  return { ...(await loadVendor(context, params.id)), done: doneOf(context), here: `/staff/vendors/${encodeURIComponent(params.id)}` };
}

type Answer = { errors: FieldError[]; reason?: string; move?: Move; from: string };

export async function action({ request, context, params }: Route.ActionArgs) {
  const t = staffVendorWords(appOf(context).language);
  const form = await request.formData();
  const intent = readIntent(form, ["look", "suspend", "close", "reopen", "trust", "distrust", "confirm", "refuse", "checked"]);
  const reason = readText(form, "reason", 500);
  if (intent === "look") {
    const move = MOVES.find((one) => one === form.get("move"));
    if (!move) throw data(null, { status: 400 });
    if (!reason) return data<Answer>({ errors: [{ field: "reason", code: "REQUIRED", message: t.needReason }], from: intent }, { status: 400 });
    return data<Answer>({ errors: [], reason, move, from: intent });
  }
  const errors = await decideVendor(context, params.id, intent, form);
  if (!errors.length) return redirect(`/staff/vendors/${encodeURIComponent(params.id)}?done=${intent}`, 303);
  return data<Answer>({ errors, reason, from: intent }, { status: 400 });
}

export default function VendorPage({ loaderData, actionData }: Route.ComponentProps) {
  const { desk, work, done, here } = loaderData;
  const t = staffVendorWords(useLanguage());
  const answer = actionData as Answer | undefined;
  const errors = answer?.errors.length ? answer.errors : undefined;
  const reasonError = errorOf(errors, "reason")?.message;
  const isTrust = answer?.from === "trust" || answer?.from === "distrust";
  const isRecheck = answer?.from === "confirm" || answer?.from === "refuse";
  return (
    <StaffPage title={desk.vendor.name} lead={desk.vendor.businessNumber} crumb={<Link to="/staff/vendors">{t.crumb}</Link>} hasErrors={Boolean(errors)}>
      <Outcome errors={errors} done={answer ? null : t.done[done]} />
      {answer?.move && answer.reason ? <Confirm move={answer.move} reason={answer.reason} work={work} here={here} /> : null}
      <div className="desk-grid two">
        <div className="col">
          <Rechecks desk={desk} note={isRecheck ? answer?.reason : undefined} />
          <Facts desk={desk} />
          <Certificates desk={desk} />
          <Members desk={desk} />
        </div>
        <div className="col">
          <Work work={work} />
          <States desk={desk} reason={isTrust || isRecheck ? undefined : answer?.reason} error={isTrust || isRecheck ? undefined : reasonError} />
          <Accounts desk={desk} />
          <Trust desk={desk} error={isTrust ? reasonError : undefined} />
          <History desk={desk} />
        </div>
      </div>
    </StaffPage>
  );
}
