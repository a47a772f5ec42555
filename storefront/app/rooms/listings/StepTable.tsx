import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber, formatWon } from "~/lib/money.ts";
import { Button } from "~/ui/Button.tsx";
import { readJson, type Product } from "./draft.ts";
import { isLive } from "./state.ts";
import { keptSteps, STEPS_OFFERED, stepField, stepsText } from "./steps.ts";
import { stepsWords } from "./stepsWords.ts";

type Variant = NonNullable<Product["variants"]>[number];
type Listing = NonNullable<Variant["channelListings"]>[number];
type Given = { errors: FieldError[]; typed: Record<string, string> };
const useSteps = () => stepsWords(useLanguage());

/** The plain number of a global id, as paths of proposals name things. */
const pkOf = (id: string): string => atob(id).split(":")[1] ?? "";

/** What each option costs from more pieces on, in each channel it is sold in. */
export function StepTable({ product, given }: { product: Product; given?: Given }) {
  const t = useSteps();
  const rows = (product.variants ?? []).flatMap((variant) => (variant.channelListings ?? []).map((listing) => ({ variant, listing })));
  const hasTyped = Object.keys(given?.typed ?? {}).some((name) => name.startsWith("from-"));
  const isOpen = hasTyped || rows.some(({ listing }) => listing.quantityPrices.length > 0);
  return (
    <details className="panel l-part" id="quantity-prices" open={isOpen}>
      <summary>
        <h2>{t.title}</h2>
      </summary>
      <form method="post" className="bd l-qty" noValidate>
        <p className="desk-sub">{t.lead}</p>
        <p className="hint">{t.rule}</p>
        {rows.map((row) => (
          <StepRow key={`${row.variant.id}-${row.listing.channel.id}`} {...row} product={product} given={hasTyped ? given : undefined} />
        ))}
        <div className="l-foot">
          <p className="hint">{isLive(product) ? t.raise : ""}</p>
          <Button kind="1" name="intent" value="steps">{t.save}</Button>
        </div>
      </form>
    </details>
  );
}

function StepRow({ variant, listing, product, given }: { variant: Variant; listing: Listing; product: Product; given?: Given }) {
  const t = useSteps();
  const language = useLanguage();
  const { slug, id } = listing.channel;
  const where = t.where[slug] ?? slug;
  const places = Math.max(STEPS_OFFERED, listing.quantityPrices.length);
  const error = errorOf(given?.errors, stepField("from", variant.id, slug, 0));
  const errorId = `${stepField("from", variant.id, slug, 0)}-error`;
  const change = product.openProposal?.changes.find((one) => one.path === `variant:${pkOf(variant.id)}:quantityPrices:${pkOf(id)}`);
  const waiting = change ? (readJson(change.payload) as { from: number; price: string }[] | null) : null;
  return (
    <fieldset className="l-step-row">
      <legend>
        <b>{variant.name}</b> <span className="sub">{where}</span> <span className="sub num">{listing.price ? t.now(formatWon(listing.price.amount, language)) : t.noPrice}</span>
      </legend>
      {listing.price ? <input type="hidden" name={`was:steps-${variant.id}-${slug}`} value={stepsText(keptSteps(listing))} /> : null}
      {listing.price ? (
        <ol>
          {Array.from({ length: places }, (_, at) => (
            <li key={at}>
              <StepCell part="from" {...{ variant, slug, at, error: error ? errorId : undefined, given }} label={`${t.of(variant.name, where, at + 1)}: ${t.from}`} now={listing.quantityPrices[at]?.minimumQuantity} />
              <span aria-hidden="true">{t.fromShort}</span>
              <StepCell part="step" {...{ variant, slug, at, error: error ? errorId : undefined, given }} label={`${t.of(variant.name, where, at + 1)}: ${t.each}`} now={listing.quantityPrices[at]?.price.amount} />
              <span aria-hidden="true">{t.won}</span>
            </li>
          ))}
        </ol>
      ) : null}
      {change ? <p className="sm num">{waiting?.length ? t.waits(waiting.map((step) => t.step(step.from, formatWon(Number(step.price), language))).join(" · ")) : t.waitsNone}</p> : null}
      {error ? <p className="err" id={errorId}>{error.message}</p> : null}
    </fieldset>
  );
}

function StepCell({ part, variant, slug, at, label, now, error, given }: { part: "from" | "step"; variant: Variant; slug: string; at: number; label: string; now: number | undefined; error: string | undefined; given?: Given }) {
  const name = stepField(part, variant.id, slug, at);
  return (
    <input
      id={name}
      name={name}
      className={error ? "in is-error" : "in"}
      aria-label={label}
      aria-invalid={error ? true : undefined}
      aria-describedby={error}
      inputMode="numeric"
      defaultValue={given?.typed[name] ?? (now === undefined ? "" : formatNumber(now))}
      autoComplete="off"
    />
  );
}
