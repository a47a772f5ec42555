import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import listingIsland from "~/islands/listing.ts?worker&url";
import { appOf } from "~/lib/context.server.ts";
import type { FieldError } from "~/lib/form.ts";
import { CentrePage, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { dimensionsOf, draftErrors, draftOf, emptyDraft, type Draft, type Kind } from "~/rooms/listings/draft.ts";
import { ListingForm, useForm } from "~/rooms/listings/ListingForm.tsx";
import { groundOf, kindOf, listerOf, treeOf, typeFor } from "~/rooms/listings/listings.server.ts";
import { SEE } from "~/rooms/listings/NoticeFields.tsx";
import { Answer, Crumb, useListing } from "~/rooms/listings/Parts.tsx";
import { createListing } from "~/rooms/listings/save.server.ts";
import { listingPath } from "~/rooms/listings/state.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Stepper } from "~/ui/Stepper.tsx";
import type { Route } from "./+types/products.new";

export const handle = { islands: [formIsland, listingIsland] };
const HERE = "/vendor/products/new";
const KINDS = ["goods", "service", "order"] as const;
const kindIn = (query: URLSearchParams): Kind | null => KINDS.find((kind) => kind === query.get("kind")) ?? null;

async function chosenIn(context: Route.LoaderArgs["context"], kind: Kind | null, query: URLSearchParams) {
  const category = query.get("category");
  if (!kind || !category) return null;
  const found = await kindOf(context, category, kind);
  if (!found) return null;
  const notice = found.notices.find((one) => one.code === query.get("notice")) ?? (found.notices.length === 1 ? found.notices[0]! : null);
  return { ...found, notice };
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const vendor = await listerOf(context, request);
  const query = appOf(context).url.searchParams;
  const kind = kindIn(query);
  const chosen = await chosenIn(context, kind, query);
  const words = (query.get("q") ?? "").trim().slice(0, 60);
  const tree = kind && !chosen ? await treeOf(context) : [];
  if (!kind || !chosen?.notice) return { kind, words, tree, chosen, form: null };
  const ground = await groundOf(context, vendor.id);
  const attributes = typeFor(ground.types, chosen.notice.code, kind === "service")?.productAttributes ?? [];
  return { kind, words, tree, chosen, form: { attributes, delivery: ground.delivery, hasWarehouse: ground.warehouseId !== null, draft: emptyDraft(kind) } };
}

type Given = { errors: FieldError[]; draft: Draft; isPreview?: boolean; made?: string | null };

export async function action({ context, request }: Route.ActionArgs) {
  const vendor = await listerOf(context, request);
  const { url, language } = appOf(context);
  const kind = kindIn(url.searchParams);
  const chosen = await chosenIn(context, kind, url.searchParams);
  if (!kind || !chosen?.notice) return redirect(HERE, 303);
  const form = await request.formData();
  const draft = draftOf(form);
  const intent = String(form.get("intent") ?? "save");
  const made = typeof form.get("made") === "string" ? String(form.get("made")) : null;
  if (intent.startsWith("see:")) return data<Given>({ errors: [], draft: { ...draft, notice: { ...draft.notice, [intent.slice(4)]: SEE } }, made });
  if (intent === "preview") return data<Given>({ errors: [], draft, isPreview: true, made });
  const errors = draftErrors(draft, language);
  if (errors.length) return data<Given>({ errors, draft, made }, { status: 400 });
  const done = await createListing(context, { vendorId: vendor.id, ground: await groundOf(context, vendor.id), category: chosen.category.id, notice: chosen.notice, kind, draft, made });
  if (!done.id || done.errors.length) return data<Given>({ errors: done.errors, draft, made: done.id }, { status: 400 });
  const next = intent === "next" ? (dimensionsOf(draft).length ? "/variants" : "/pictures") : "";
  return redirect(`${listingPath(done.id, next)}?done=made`, 303);
}

const KIND_ICONS = { goods: "box", service: "user", order: "pen" } as const;

function ChooseKind() {
  const t = useForm();
  return (
    <Panel title={t.kindAsk} note={t.kindLead}>
      <ul className="l-kinds">
        {KINDS.map((kind) => (
          <li key={kind}>
            <Link to={`${HERE}?kind=${kind}`}>
              <Icon name={KIND_ICONS[kind]} size="l" />
              <b>{t.kinds[kind]}</b>
              <span>{t.kindNotes[kind]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type Tree = Route.ComponentProps["loaderData"]["tree"];
const label = (one: { name: string; translation?: { name: string | null } | null }) => one.translation?.name || one.name;

function ChooseCategory({ kind, tree, words }: { kind: Kind; tree: Tree; words: string }) {
  const t = useForm();
  const wanted = words.toLowerCase();
  const fits = (text: string) => text.toLowerCase().includes(wanted);
  const shown = tree
    .map((top) => ({ ...top, children: words && !fits(label(top)) ? top.children.filter((leaf) => fits(label(leaf))) : top.children }))
    .filter((top) => top.children.length);
  return (
    <Panel title={t.categoryAsk} note={t.categoryLead}>
      <form method="get" action={HERE} className="desk-find l-catfind" role="search">
        <input type="hidden" name="kind" value={kind} />
        <Field name="q" type="search" label={t.categoryFind} defaultValue={words} autoComplete="off" />
        <Button>{t.find}</Button>
        {words ? <ButtonLink kind="3" to={`${HERE}?kind=${kind}`}>{t.categoryAll}</ButtonLink> : null}
      </form>
      {shown.length ? (
        <div className="l-tree">
          {shown.map((top) => (
            <section key={top.id}>
              <h3>{label(top)}</h3>
              <ul>
                {top.children.map((leaf) => (
                  <li key={leaf.id}>
                    <Link to={`${HERE}?kind=${kind}&category=${encodeURIComponent(leaf.id)}`}>{label(leaf)}</Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      ) : (
        <p className="l-none">{t.categoryNone(words)}</p>
      )}
    </Panel>
  );
}

type Chosen = NonNullable<Route.ComponentProps["loaderData"]["chosen"]>;

function ChooseNotice({ kind, chosen }: { kind: Kind; chosen: Chosen }) {
  const t = useForm();
  return (
    <Panel title={t.noticeAsk} note={t.noticeLead}>
      <ul className="l-notices">
        {chosen.notices.map((notice) => (
          <li key={notice.code}>
            <Link to={`${HERE}?kind=${kind}&category=${encodeURIComponent(chosen.category.id)}&notice=${notice.code}`}>
              <b>{notice.name}</b>
              <small>{notice.fields.slice(0, 5).map((field) => field.label).join(", ")}…</small>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function ChosenLine({ kind, chosen }: { kind: Kind; chosen: Chosen | null }) {
  const t = useForm();
  return (
    <p className="l-chosen">
      <span className="mute">{t.chosen}</span> <b>{t.kinds[kind]}</b>
      {chosen ? (
        <>
          {" · "}
          <b>{chosen.category.parent ? `${chosen.category.parent} › ` : ""}{chosen.category.name}</b>
        </>
      ) : null}
      {chosen?.notice ? <> · {chosen.notice.name}</> : null}{" "}
      <Link className="link" to={chosen ? `${HERE}?kind=${kind}` : HERE}>{chosen ? t.back : t.backKind}</Link>
    </p>
  );
}

export default function NewProductPage({ loaderData, actionData }: Route.ComponentProps) {
  const { kind, words, tree, chosen, form } = loaderData;
  const [t, l] = [useForm(), useListing()];
  const given = actionData as Given | undefined;
  const draft = given?.draft ?? form?.draft;
  return (
    <CentrePage title={t.newTitle} crumb={<Crumb to="/vendor/products">{l.crumb}</Crumb>} hasErrors={Boolean(given?.errors.length)}>
      <div className="l-steps">
        <Stepper steps={t.steps} current={form ? 1 : 0} label={t.stepsLabel} />
      </div>
      {kind ? <ChosenLine kind={kind} chosen={chosen} /> : null}
      <Answer errors={given?.errors} />
      {given?.made ? <Notice kind="warn">{t.madeNote}</Notice> : null}
      {kind ? null : <ChooseKind />}
      {kind && !chosen ? <ChooseCategory kind={kind} tree={tree} words={words} /> : null}
      {kind && chosen && !chosen.notice ? <ChooseNotice kind={kind} chosen={chosen} /> : null}
      {kind && chosen?.notice && form && draft ? (
        <form method="post" action={given?.isPreview ? "#preview" : undefined} className="l-form" data-listing data-unsaved={given ? "" : undefined} data-once={t.busy} noValidate>
          <button className="vh" name="intent" value="save" tabIndex={-1} aria-hidden="true">{t.save}</button>
          {given?.made ? <input type="hidden" name="made" value={given.made} /> : null}
          <ListingForm kind={kind} isNew draft={draft} notice={chosen.notice} attributes={form.attributes} delivery={form.delivery} hasWarehouse={form.hasWarehouse} errors={given?.errors} isPreview={given?.isPreview}>
            <div className="l-save">
              <p className="hint">{t.saveNote}</p>
              <Button name="intent" value="save">{t.save}</Button>
              <Button kind="1" name="intent" value="next">{t.next}</Button>
            </div>
          </ListingForm>
        </form>
      ) : null}
    </CentrePage>
  );
}
