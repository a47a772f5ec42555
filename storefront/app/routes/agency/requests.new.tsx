import { data, redirect } from "react-router";
import copyIsland from "~/islands/copy.ts?worker&url";
import formIsland from "~/islands/form.ts?worker&url";
import { readIntent } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { ensureAbility, membershipOf } from "~/rooms/agency/agency.server.ts";
import { AgencyPage, Nothing } from "~/rooms/desk/DeskFrame.tsx";
import { requestFormWords } from "~/rooms/requests/formWords.ts";
import { requestPath } from "~/rooms/requests/RequestRows.tsx";
import { basketId, draftOf, loadBasket, loadWriting, openBasket, write } from "~/rooms/requests/write.server.ts";
import { WritingPage } from "~/rooms/requests/WritingPage.tsx";
import { ButtonLink } from "~/ui/Button.tsx";
import type { Route } from "./+types/requests.new";

export const handle = { islands: [formIsland, copyIsland] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const membership = await membershipOf(context, request);
  ensureAbility(membership, "REQUEST");
  const desk = await loadBasket(context, basketId(context, request));
  if (!desk) return { writing: null };
  const draft = await draftOf(context, membership, desk.id);
  if (draft) throw redirect(requestPath(draft, "/edit"), 303);
  return { writing: await loadWriting(context, membership, desk, null) };
}

export async function action({ context, request }: Route.ActionArgs) {
  ensureAbility(await membershipOf(context, request), "REQUEST");
  const form = await request.formData();
  const intent = readIntent(form, ["save", "submit", "basket"]);
  const desk = await loadBasket(context, basketId(context, request));
  if (!desk) return redirect("/agency/requests/new", 303);
  if (intent === "basket") {
    openBasket(context, desk);
    return redirect("/public/cart", 303);
  }
  const written = await write(context, request, form, { desk, requestId: null, isPutUp: intent === "submit" });
  // The draft is there already: its own page takes the same form once more and says what is in the way.
  if (written.errors.length && written.requestId) return redirect(requestPath(written.requestId, "/edit"), 307);
  if (!written.requestId) return data(written, { status: 400 });
  return redirect(requestPath(written.requestId, `?done=${intent}`), 303);
}

export default function NewRequestPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = requestFormWords(useLanguage());
  const { writing } = loaderData;
  if (writing) return <WritingPage writing={writing} written={actionData} isAgain={false} back="/agency/requests" />;
  return (
    <AgencyPage title={t.title}>
      <Nothing head={t.noBasket}>
        <p>{t.noBasketBody}</p>
        <ButtonLink kind="1" size="s" to="/public">{t.toItems}</ButtonLink> <ButtonLink size="s" to="/agency/quotes/new">{t.toQuotes}</ButtonLink>
      </Nothing>
    </AgencyPage>
  );
}
