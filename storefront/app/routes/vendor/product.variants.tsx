import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { appOf } from "~/lib/context.server.ts";
import { errorOf, readIntent, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber, formatWon, splitVat } from "~/lib/money.ts";
import { CentrePage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { readJson, type Product } from "~/rooms/listings/draft.ts";
import { useEdit } from "~/rooms/listings/EditAside.tsx";
import { useForm } from "~/rooms/listings/ListingForm.tsx";
import { groundOf, listerOf, loadListing } from "~/rooms/listings/listings.server.ts";
import { Answer, Crumb, ListingParts, StateTags, useListing } from "~/rooms/listings/Parts.tsx";
import { heldOf, isLive, listingPath, piecesOf } from "~/rooms/listings/state.ts";
import { StepTable } from "~/rooms/listings/StepTable.tsx";
import { saveSteps } from "~/rooms/listings/steps.server.ts";
import { addVariants, dropVariant, saveVariants, type Typed } from "~/rooms/listings/variants.server.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/product.variants";

export const handle = { islands: [formIsland] };

async function load(context: Route.LoaderArgs["context"], request: Request, id: string) {
  const vendor = await listerOf(context, request);
  const [{ product }, ground] = await Promise.all([loadListing(context, vendor.id, id), groundOf(context, vendor.id)]);
  return { product, ground };
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { product, ground } = await load(context, request, params.id);
  const query = appOf(context).url.searchParams;
  return { product, isTrusted: ground.isTrusted, hasWarehouse: ground.warehouseId !== null, dropping: product.variants?.find((variant) => variant.id === query.get("drop")) ?? null, done: query.get("done") ?? "" };
}

type Given = { errors: FieldError[]; typed: Typed };

export async function action({ context, request, params }: Route.ActionArgs) {
  const { product, ground } = await load(context, request, params.id);
  const form = await request.formData();
  const here = listingPath(params.id, "/variants");
  const intent = readIntent(form, ["save", "steps", "add", "drop"]);
  if (intent === "drop") {
    const errors = await dropVariant(context, product, String(form.get("id") ?? ""));
    return errors.length ? data<Given>({ errors, typed: {} }, { status: 400 }) : redirect(`${here}?done=variants`, 303);
  }
  const done = intent === "save" ? await saveVariants(context, product, ground, form) : intent === "steps" ? await saveSteps(context, product, form) : await addVariants(context, product, ground, form);
  if (done.errors.length) return data<Given>({ errors: done.errors, typed: done.typed }, { status: 400 });
  return redirect(`${here}?done=${intent === "steps" ? "steps" : "variants"}${done.waits ? "Wait" : ""}`, 303);
}

type Variant = NonNullable<Product["variants"]>[number];

function Cell({ of: field, variant, now, label, given, isNumber, note }: { of: string; variant: Variant; now: string | number | null; label: string; given?: Given; isNumber?: boolean; note?: string | null }) {
  const id = `${field}-${variant.id}`;
  const error = errorOf(given?.errors, id);
  const shown = typeof now === "number" ? formatNumber(now) : (now ?? "");
  return (
    <span className={isNumber ? "l-cell n" : "l-cell"}>
      <input type="hidden" name={`was:${id}`} value={shown} />
      <input
        id={id}
        name={id}
        className={error ? "in is-error" : "in"}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : note ? `${id}-note` : undefined}
        inputMode={isNumber ? "numeric" : undefined}
        defaultValue={given?.typed[id] ?? shown}
        autoComplete="off"
      />
      {note ? <small id={`${id}-note`} className="num">{note}</small> : null}
      {error ? <small className="err" id={`${id}-error`}>{error.message}</small> : null}
    </span>
  );
}

function VariantTable({ product, given }: { product: Product; given?: Given }) {
  const [t, f] = [useEdit(), useForm()];
  const language = useLanguage();
  const variants = product.variants ?? [];
  const listed = (product.channelListings ?? []).map((listing) => listing.channel.slug);
  const waiting = new Map((product.openProposal?.changes ?? []).map((change) => [change.path, change]));
  const priceCell = (variant: Variant, slug: "citizen" | "public") => {
    const listing = variant.channelListings?.find((one) => one.channel.slug === slug);
    const now = listing?.price?.amount ?? null;
    const channel = product.channelListings?.find((one) => one.channel.slug === slug)?.channel.id ?? "";
    const change = waiting.get(`variant:${pkOf(variant.id)}:price:${pkOf(channel)}`);
    const wanted = change ? (readJson(change.payload) as { price?: string } | null)?.price : undefined;
    const split = now === null ? null : splitVat(now, product.taxKind);
    const note = wanted ? t.waitsPrice(formatWon(Number(wanted), language)) : split?.tax ? f.supply(formatNumber(split.supply), formatNumber(split.tax)) : null;
    return listed.includes(slug) ? (
      <Cell of={slug === "public" ? "agencyPrice" : "price"} variant={variant} now={now} label={t.ofVariant(slug === "public" ? t.agencyPrice : t.price, variant.name)} given={given} isNumber note={note} />
    ) : (
      <span className="mute">–</span>
    );
  };
  return (
    <form method="post" noValidate className="l-variants">
      <button className="vh" name="intent" value="save" tabIndex={-1} aria-hidden="true">{t.saveAll}</button>
      <Table
        caption={t.variantsTitle}
        rows={variants}
        keyOf={(variant) => variant.id}
        columns={[
          { head: t.variant, isMain: true, cell: (variant) => <span id={`variant-${pkOf(variant.id)}`}><Cell of="name" variant={variant} now={variant.name} label={t.ofVariant(t.name, variant.name)} given={given} /></span> },
          { head: t.price, cell: (variant) => <span id={`price-${pkOf(variant.id)}`}>{priceCell(variant, "citizen")}</span> },
          { head: t.agencyPrice, cell: (variant) => priceCell(variant, "public") },
          {
            head: t.stock,
            cell: (variant) =>
              product.isQuoteOnly || !variant.trackInventory || (variant.stocks?.length ?? 0) > 1 ? (
                <span className="num">{piecesOf(variant) || "–"}</span>
              ) : (
                <Cell of="stock" variant={variant} now={variant.stocks?.length ? piecesOf(variant) : ""} label={t.ofVariant(t.stock, variant.name)} given={given} isNumber note={heldOf(variant) ? `−${heldOf(variant)}` : null} />
              ),
          },
          { head: t.sku, cell: (variant) => <Cell of="sku" variant={variant} now={variant.sku} label={t.ofVariant(t.sku, variant.name)} given={given} /> },
          {
            head: t.act,
            align: "r",
            cell: (variant) => (variants.length > 1 ? <ButtonLink size="s" kind="3" to={listingPath(product.id, `/variants?drop=${encodeURIComponent(variant.id)}`)} aria-label={t.ofVariant(t.drop, variant.name)}>{t.drop}</ButtonLink> : null),
          },
        ]}
      />
      <div className="l-foot">
        <p className="hint">{isLive(product) ? t.reviewRaise : ""}</p>
        <Button kind="1" name="intent" value="save">{t.saveAll}</Button>
      </div>
    </form>
  );
}

/** The plain number of a global id, as paths of proposals name variants. */
const pkOf = (id: string): string => atob(id).split(":")[1] ?? "";

function AddVariants({ product, given }: { product: Product; given?: Given }) {
  const [t, f] = [useEdit(), useForm()];
  const typed = given?.typed ?? {};
  const isOpen = Boolean(typed.values1 ?? errorOf(given?.errors, "values1")) || (product.variants ?? []).length === 0;
  const error = errorOf(given?.errors, "values1")?.message;
  return (
    <details className="panel l-part" open={isOpen}>
      <summary>
        <h2>{t.addHead}</h2>
      </summary>
      <form method="post" className="bd" noValidate>
        <p className="desk-sub">{t.addLead}</p>
        {(product.variants ?? []).length === 1 && product.variants?.[0]?.name === "기본" ? <Notice>{t.onlyOne}</Notice> : null}
        {([1, 2] as const).map((at) => (
          <fieldset className="l-dimension" key={at}>
            <legend className="vh">{f.dimension(at)}</legend>
            <Field id={`option${at}`} name={`option${at}`} label={f.optionName} placeholder={f.optionEx[at - 1]} defaultValue={typed[`option${at}`]} maxLength={40} autoComplete="off" />
            <Field id={`values${at}`} name={`values${at}`} label={f.optionValues} placeholder={f.valuesEx[at - 1]} hint={f.optionHint} defaultValue={typed[`values${at}`]} error={at === 1 ? error : undefined} autoComplete="off" />
          </fieldset>
        ))}
        <div className="l-fields l-new">
          <Field id="newPrice" name="newPrice" label={t.price} inputMode="numeric" defaultValue={typed.newPrice} autoComplete="off" />
          {product.isQuoteOnly ? null : <Field id="newStock" name="newStock" label={t.stock} inputMode="numeric" defaultValue={typed.newStock} autoComplete="off" />}
        </div>
        <Button name="intent" value="add">{t.addGo}</Button>
      </form>
    </details>
  );
}

export default function VariantsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { product, dropping, done } = loaderData;
  const [t, l] = [useEdit(), useListing()];
  const given = actionData as Given | undefined;
  const fresh = (product.openProposal?.changes ?? []).filter((change) => change.path.startsWith("variant:new-"));
  return (
    <CentrePage
      title={product.name}
      crumb={<Crumb to="/vendor/products">{l.crumb}</Crumb>}
      lead={<><StateTags product={product} /> <span>{t.variantsLead}</span></>}
      acts={product.saleState !== "DRAFT" ? null : product.media?.length ? <ButtonLink kind="1" to={listingPath(product.id)}>{t.nextCheck}</ButtonLink> : <ButtonLink kind="1" to={listingPath(product.id, "/pictures")}>{t.nextPictures}</ButtonLink>}
      hasErrors={Boolean(given?.errors.length)}
    >
      <ListingParts id={product.id} current="variants" />
      <Answer errors={given?.errors} done={given ? null : t.done[done]} />
      {dropping ? (
        <section className="confirm" aria-labelledby="dropping">
          <h2 id="dropping">{t.dropAsk(dropping.name)}</h2>
          <p>{t.dropBody}</p>
          <form method="post" className="acts">
            <input type="hidden" name="id" value={dropping.id} />
            <Button kind="x" name="intent" value="drop">{t.dropYes}</Button>
            <ButtonLink to={listingPath(product.id, "/variants")}>{t.cancel}</ButtonLink>
          </form>
        </section>
      ) : null}
      <div className="desk-grid">
        <Panel title={t.variantsTitle} count={product.variants?.length ?? 0} flush>
          {product.variants?.length ? <VariantTable product={product} given={given} /> : <Nothing head={t.say.variants} />}
        </Panel>
        {product.variants?.length && !product.isQuoteOnly ? <StepTable product={product} given={given} /> : null}
        {fresh.length ? (
          <Panel title={t.waitsNew} count={fresh.length}>
            <ul className="dots">
              {fresh.map((change) => (
                <li key={change.path}>{change.newText}</li>
              ))}
            </ul>
          </Panel>
        ) : null}
        <AddVariants product={product} given={given} />
      </div>
    </CentrePage>
  );
}
