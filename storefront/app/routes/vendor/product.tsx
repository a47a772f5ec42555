import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import listingIsland from "~/islands/listing.ts?worker&url";
import { ListingDeleteDocument, ProposalResubmitDocument, ProposalWithdrawDocument } from "~/gql/operations";
import { productPath } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { readText, type FieldError } from "~/lib/form.ts";
import { gqlCentre } from "~/rooms/centre/centre.server.ts";
import { CentrePage } from "~/rooms/desk/DeskFrame.tsx";
import { isRicher } from "~/rooms/listings/describe.ts";
import { draftErrors, draftFrom, draftOf, type Draft } from "~/rooms/listings/draft.ts";
import { Acts, Checklist, History, useEdit, Waiting } from "~/rooms/listings/EditAside.tsx";
import { editWords } from "~/rooms/listings/editWords.ts";
import { allLabels } from "~/rooms/listings/labels.ts";
import { ListingForm, useForm } from "~/rooms/listings/ListingForm.tsx";
import { groundOf, listerOf, loadListing, noticeOf } from "~/rooms/listings/listings.server.ts";
import { missingOf } from "~/rooms/listings/missing.ts";
import { SEE } from "~/rooms/listings/NoticeFields.tsx";
import { Answer, Crumb, ListingParts, StateTags, useListing } from "~/rooms/listings/Parts.tsx";
import { atFields, copyListing, publishListing, said, updateListing } from "~/rooms/listings/save.server.ts";
import { isLive, listingPath } from "~/rooms/listings/state.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/product";

export const handle = { islands: [formIsland, listingIsland] };

async function load(context: Route.LoaderArgs["context"], request: Request, id: string) {
  const vendor = await listerOf(context, request);
  const [{ product, past }, ground] = await Promise.all([loadListing(context, vendor.id, id), groundOf(context, vendor.id)]);
  return { vendor, product, past, ground, notice: await noticeOf(context, product) };
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { product, past, ground, notice } = await load(context, request, params.id);
  const query = appOf(context).url.searchParams;
  const draft = draftFrom(product);
  const attributes = ground.types.find((type) => type.id === product.productType.id)?.productAttributes ?? [];
  return {
    product, past, notice, draft, attributes, missing: missingOf(product, draft, notice?.fields ?? []), isTrusted: ground.isTrusted, delivery: ground.delivery,
    done: query.get("done") ?? "", asking: ["withdraw", "hide", "remove"].find((name) => query.has(name)) ?? null,
  };
}

type Given = { errors: FieldError[]; draft?: Draft; isPreview?: boolean };
const INTENTS = ["save", "preview", "submit", "resubmit", "withdraw", "hide", "show", "copy", "remove"] as const;
type Loaded = Awaited<ReturnType<typeof load>>;

export async function action({ context, request, params }: Route.ActionArgs) {
  const loaded = await load(context, request, params.id);
  const form = await request.formData();
  const intent = String(form.get("intent") ?? "");
  if (intent.startsWith("see:")) {
    const draft = draftOf(form);
    return data<Given>({ errors: [], draft: { ...draft, notice: { ...draft.notice, [intent.slice(4)]: SEE } } });
  }
  const known = INTENTS.find((one) => one === intent);
  if (!known) throw new Response("Unknown intent", { status: 400 });
  if (known === "preview") return data<Given>({ errors: [], draft: draftOf(form), isPreview: true });
  const done = known === "save" ? await save(context, loaded, draftOf(form)) : await carryOut(context, loaded, known, form);
  if (done.errors.length) return data<Given>({ errors: done.errors, draft: done.draft }, { status: 400 });
  return redirect(done.to ?? `${listingPath(params.id)}?done=${done.done}`, 303);
}

type Done = { errors: FieldError[]; draft?: Draft; done?: string; to?: string };

async function save(context: Route.ActionArgs["context"], { product, ground, notice }: Loaded, draft: Draft): Promise<Done> {
  const wrong = draftErrors(draft, appOf(context).language);
  if (wrong.length) return { errors: wrong, draft };
  const { errors, waits, isSame } = await updateListing(context, product, ground, notice, draft);
  if (errors.length) return { errors, draft };
  return { errors, done: isSame ? "same" : waits ? "waits" : isLive(product) ? "now" : "saved" };
}

async function carryOut(context: Route.ActionArgs["context"], { vendor, product, ground, notice }: Loaded, intent: Exclude<(typeof INTENTS)[number], "save" | "preview">, form: FormData): Promise<Done> {
  const t = editWords(appOf(context).language);
  const proposal = product.openProposal;
  switch (intent) {
    case "submit": {
      const lacking = missingOf(product, draftFrom(product), notice?.fields ?? []).some((one) => one.isMust);
      if (lacking) return { errors: [{ field: null, code: "REQUIRED", message: t.lacking }] };
      const { errors, waits } = await publishListing(context, product, true, notice);
      return { errors, done: waits ? "submitted" : "published" };
    }
    case "show":
    case "hide": {
      const { errors, waits } = await publishListing(context, product, intent === "show", notice);
      return { errors, done: waits ? "submitted" : intent === "show" ? "shown" : "hidden" };
    }
    case "resubmit": {
      const answer = proposal ? await gqlCentre(context, ProposalResubmitDocument, { id: proposal.id, comment: readText(form, "comment", 1_000) }) : null;
      return { errors: atFields(said(answer?.productProposalResubmit), notice), done: "resubmitted" };
    }
    case "withdraw": {
      const answer = proposal ? await gqlCentre(context, ProposalWithdrawDocument, { id: proposal.id }) : null;
      return { errors: said(answer?.productProposalWithdraw), done: "withdrawn" };
    }
    case "copy": {
      if (!notice) return { errors: [{ field: null, code: "REQUIRED", message: t.lacking }] };
      const { id, errors } = await copyListing(context, vendor.id, product, ground, notice, t.copyName(product.name));
      return id ? { errors: [], to: `${listingPath(id)}?done=copied` } : { errors };
    }
    case "remove": {
      const errors = said((await gqlCentre(context, ListingDeleteDocument, { id: product.id })).productDelete);
      return { errors, to: "/vendor/products?done=deleted" };
    }
  }
}

function Standing({ product, isTrusted }: { product: Route.ComponentProps["loaderData"]["product"]; isTrusted: boolean }) {
  const t = useEdit();
  if (isLive(product)) {
    return isTrusted ? (
      <Notice kind="info" head={t.liveHead}>{t.trusted}</Notice>
    ) : (
      <Notice kind="info" head={t.liveHead}>
        <span className="l-rule">{t.liveNow}</span>
        <span className="l-rule">{t.liveLater}</span>
      </Notice>
    );
  }
  return product.saleState === "HIDDEN" ? <Notice kind="info" head={t.hiddenHead}>{t.hidden}</Notice> : null;
}

function Asking({ what, product }: { what: string; product: Route.ComponentProps["loaderData"]["product"] }) {
  const [t, l] = [useEdit(), useListing()];
  if (what === "withdraw") return null;
  const isHide = what === "hide";
  return (
    <section className="confirm" aria-labelledby="asking">
      <h2 id="asking">{isHide ? l.hideAsk(product.name) : t.removeAsk(product.name)}</h2>
      <p>{isHide ? l.hideBody : t.removeBody}</p>
      <form method="post" className="acts">
        <Button kind="x" name="intent" value={isHide ? "hide" : "remove"}>{isHide ? l.hideYes : t.removeYes}</Button>
        <ButtonLink to={listingPath(product.id)}>{t.cancel}</ButtonLink>
      </form>
    </section>
  );
}

export default function ProductPage({ loaderData, actionData }: Route.ComponentProps) {
  const { product, past, notice, draft, attributes, missing, isTrusted, delivery, done, asking } = loaderData;
  const [t, l, f] = [useEdit(), useListing(), useForm()];
  const given = actionData as Given | undefined;
  const kind = product.isQuoteOnly ? "order" : product.isService ? "service" : "goods";
  const live = isLive(product);
  const isOnTheWay = product.saleState === "DRAFT" && !product.openProposal;
  const shown = given?.draft ?? draft;
  return (
    <CentrePage
      title={product.name}
      crumb={<Crumb to="/vendor/products">{l.crumb}</Crumb>}
      lead={<><StateTags product={product} /> <span>{[product.category?.parent, product.category].flatMap((one) => (one ? [one.translation?.name || one.name] : [])).join(" › ")}</span></>}
      acts={live ? <ButtonLink to={productPath("citizen", product.slug)}>{l.onShop}</ButtonLink> : null}
      hasErrors={Boolean(given?.errors.length)}
    >
      <ListingParts id={product.id} current="info" />
      <Answer errors={given?.errors} done={given ? null : t.done[done]} />
      {asking ? <Asking what={asking} product={product} /> : null}
      <Standing product={product} isTrusted={isTrusted} />
      <div className="l-edit">
        <form method="post" className="l-form" data-listing data-unsaved={given?.draft ? "" : undefined} data-once={f.busy} noValidate>
          <button className="vh" name="intent" value="save" tabIndex={-1} aria-hidden="true">{f.saved}</button>
          <ListingForm kind={kind} isNew={false} draft={shown} notice={notice} attributes={attributes} delivery={delivery} hasWarehouse errors={given?.errors} isPreview={given?.isPreview} isRicher={isRicher(product.description)}>
            <div className="l-save">
              <p className="hint">{live ? null : f.saveNote}</p>
              <Button kind={isOnTheWay ? "2" : "1"} name="intent" value="save">{live ? f.saved : f.save}</Button>
            </div>
          </ListingForm>
        </form>
        <div className="l-aside">
          {product.openProposal ? <Waiting product={product} proposal={product.openProposal} labels={allLabels(notice)} isAsking={asking === "withdraw"} /> : null}
          {isOnTheWay ? <Checklist product={product} missing={missing} isTrusted={isTrusted} /> : null}
          <Acts product={product} />
          <History past={past} />
        </div>
      </div>
    </CentrePage>
  );
}
