import { data, redirect } from "react-router";
import copyIsland from "~/islands/copy.ts?worker&url";
import formIsland from "~/islands/form.ts?worker&url";
import { readIntent } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { ensureAbility, membershipOf } from "~/rooms/agency/agency.server.ts";
import { AgencyPage, Nothing } from "~/rooms/desk/DeskFrame.tsx";
import { requestFormWords } from "~/rooms/requests/formWords.ts";
import { requestPath } from "~/rooms/requests/RequestRows.tsx";
import { loadRequest } from "~/rooms/requests/requests.server.ts";
import { loadBasket, loadWriting, openBasket, write } from "~/rooms/requests/write.server.ts";
import { WritingPage } from "~/rooms/requests/WritingPage.tsx";
import { ButtonLink } from "~/ui/Button.tsx";
import type { Route } from "./+types/request.edit";

export const handle = { islands: [formIsland, copyIsland] };

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const membership = await membershipOf(context, request);
  ensureAbility(membership, "REQUEST");
  const written = await loadRequest(context, params.id);
  if (!written.canEdit) throw redirect(requestPath(written.id), 303);
  const desk = await loadBasket(context, written.checkoutId);
  return { written: { id: written.id, title: written.title, round: written.round }, writing: desk ? await loadWriting(context, membership, desk, written) : null };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  ensureAbility(await membershipOf(context, request), "REQUEST");
  const form = await request.formData();
  const intent = readIntent(form, ["save", "submit", "basket"]);
  const known = await loadRequest(context, params.id);
  const desk = await loadBasket(context, known.checkoutId);
  if (!known.canEdit || !desk) return redirect(requestPath(known.id), 303);
  if (intent === "basket") {
    openBasket(context, desk);
    return redirect("/public/cart", 303);
  }
  const written = await write(context, request, form, { desk, requestId: known.id, isPutUp: intent === "submit" });
  if (written.errors.length) return data(written, { status: 400 });
  return redirect(requestPath(known.id, `?done=${intent}`), 303);
}

export default function EditRequestPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = requestFormWords(useLanguage());
  const { written, writing } = loaderData;
  if (writing) return <WritingPage writing={writing} written={actionData} isAgain={written.round > 0} back={requestPath(written.id)} />;
  return (
    <AgencyPage title={written.title}>
      <Nothing head={t.basketGone}>
        <p>{t.basketGoneBody}</p>
        <ButtonLink size="s" to={requestPath(written.id)}>{t.cancel}</ButtonLink>
      </Nothing>
    </AgencyPage>
  );
}
