import type { ReactNode } from "react";
import { productPath, vendorPath } from "~/lib/channel.ts";
import { useLanguage, type Language } from "~/lib/i18n/index.ts";
import { formatDay } from "~/lib/dates.ts";
import { formatWon } from "~/lib/money.ts";
import { ReturnException } from "~/rooms/product/ReturnException.tsx";
import { Button } from "~/ui/Button.tsx";
import { Certificate, sortCertificates } from "~/ui/Certificate.tsx";
import { cx } from "~/ui/cx.ts";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Artwork, Picture, sourceOf } from "~/ui/Picture.tsx";
import { Won } from "~/ui/Price.tsx";
import { nameOf } from "~/ui/ProductCard.tsx";
import { QuantityInput } from "~/ui/QuantityInput.tsx";
import { SplitAmount } from "./Amounts.tsx";
import { cannotBeBought, lineAnchor, optionName, type CartGroup as Group, type CartLine as Line, type LineState } from "./state.ts";
import { useChannel, useVoice } from "./voice.ts";
import { cartWords } from "./words.ts";

function Trouble({ line, state, name }: { line: Line; state: LineState; name: string }) {
  const t = useVoice(cartWords);
  const language = useLanguage();
  if (state.isGone || state.left === 0) {
    return (
      <p className="trouble bad">
        <Icon name="alert" size="s" />
        <span>
          <b>{state.isLapsed ? t.lapsed : state.isGone ? t.gone : t.short(0)}</b> {state.isLapsed ? t.lapsedHow : t.goneHow}
        </span>
      </p>
    );
  }
  if (state.left !== null) {
    return (
      <form method="post" className="trouble bad">
        <Icon name="alert" size="s" />
        <b>{t.short(state.left)}</b>
        <input type="hidden" name="lineId" value={line.id} />
        <input type="hidden" name="quantity" value={state.left} />
        <Button size="xs" name="intent" value="update" aria-label={`${name}: ${t.shortHow(state.left)}`}>
          {t.shortHow(state.left)}
        </Button>
      </form>
    );
  }
  const difference = formatWon(Math.abs(state.priceChange), language);
  return (
    <p className="trouble warn">
      <Icon name="alert" size="s" />
      <b>{state.priceChange > 0 ? t.dearer(difference) : t.cheaper(difference)}</b>
    </p>
  );
}

function Quantity({ line, name }: { line: Line; name: string }) {
  const t = useVoice(cartWords);
  const minimum = Math.max(1, line.variant.product.minimumOrderQuantity);
  return (
    <form method="post" className="how-many" data-cart-quantity>
      <input type="hidden" name="intent" value="update" />
      <input type="hidden" name="lineId" value={line.id} />
      <QuantityInput value={line.quantity} minimum={minimum} label={t.quantityOf(name)} />
      <Button size="s" className="set" aria-label={t.changeOf(name)}>
        {t.change}
      </Button>
    </form>
  );
}

/** The last day on which a price holds that ends at this moment. */
const lastDay = (end: string, language: Language): string => formatDay(new Date(Date.parse(end) - 1).toISOString(), language);

/** The price of a quote with its end; or the quantity price that was taken, and what a few more would save. */
function PriceTerms({ line, name }: { line: Line; name: string }) {
  const t = useVoice(cartWords);
  const language = useLanguage();
  if (line.heldPrice) {
    return (
      <>
        <p className="sm p-terms">
          <span className="tag info">{t.held}</span>
          <span className="num">{t.heldUntil(lastDay(line.heldPrice.until, language))}</span>
        </p>
        {line.heldPrice.note ? <p className="sm sub held-note">{line.heldPrice.note}</p> : null}
      </>
    );
  }
  const { quantityPrice: taken, nextQuantityPrice: next } = line;
  return (
    <>
      {taken ? (
        <p className="sm p-terms">
          <span className="tag ok">{t.byQuantity(taken.minimumQuantity)}</span>
          <span className="num">{t.savedEach(formatWon(taken.saving.amount, language))}</span>
        </p>
      ) : null}
      {next ? (
        <form method="post" className="sm p-terms">
          <input type="hidden" name="intent" value="update" />
          <input type="hidden" name="lineId" value={line.id} />
          <input type="hidden" name="quantity" value={line.quantity + next.missingQuantity} />
          <span className="num">{t.nextStep(next.missingQuantity, formatWon(next.unitPrice.amount, language), formatWon(next.saving.amount, language))}</span>
          <Button size="xs" aria-label={`${name}: ${t.toStep(line.quantity + next.missingQuantity)}`}>
            {t.toStep(line.quantity + next.missingQuantity)}
          </Button>
        </form>
      ) : null}
    </>
  );
}

/** What the pieces cost without the voucher, where it makes them cheaper. */
function PriceBefore({ line }: { line: Line }) {
  const before = line.baseUnitPrice.amount * line.quantity;
  return before > line.totalPrice.gross.amount ? <s className="xs sub num"><Won amount={before} /></s> : null;
}

function CartLine({ line, state }: { line: Line; state?: LineState }) {
  const t = useVoice(cartWords);
  const language = useLanguage();
  const channel = useChannel();
  const { product } = line.variant;
  const name = nameOf(product);
  const option = optionName(nameOf(line.variant), name);
  const minimum = product.minimumOrderQuantity;
  const isOut = cannotBeBought(state);
  return (
    <li className={cx("line", isOut && "is-out")} id={lineAnchor(line.id)}>
      <span className="pic">
        <Picture avif={[sourceOf(product.small, 128), sourceOf(product.large, 256)]} fallback={product.plain} alt="" sizes="96px" width={96} height={96} />
      </span>
      <div className="what">
        <h3>
          <Link to={productPath(channel, product.slug)}>{name}</Link>
        </h3>
        <p className="sm sub">
          {option ? <span>{option}</span> : null}
          <span className="num">{t.unit(formatWon(line.baseUnitPrice.amount, language))}</span>
          {minimum > 1 ? <span>{t.minimum(minimum)}</span> : null}
        </p>
        {isOut ? null : <PriceTerms line={line} name={name} />}
        <ReturnException policy={product.returnPolicy} />
        {state ? <Trouble line={line} state={state} name={name} /> : null}
      </div>
      <div className="set-it">
        {isOut ? null : line.heldPrice ? <p className="num held-q">{t.heldQuantity(line.quantity)}</p> : <Quantity line={line} name={name} />}
        <form method="post">
          <input type="hidden" name="intent" value="remove" />
          <input type="hidden" name="lineId" value={line.id} />
          <Button kind="3" size="s" className="drop" aria-label={t.removeOf(name)}>
            <Icon name="x" size="s" />
            {t.remove}
          </Button>
        </form>
      </div>
      <p className="cost">
        <PriceBefore line={line} />
        <b className="num"><Won amount={line.totalPrice.gross.amount} /></b>
        {channel === "public" ? <SplitAmount sums={line.totalPrice} taxKind={product.taxKind} /> : null}
      </p>
    </li>
  );
}

/** How far it is to free delivery: a bar with words, or that it is reached. */
export function DeliveryBar({ group }: { group: Group }) {
  const t = useVoice(cartWords);
  const language = useLanguage();
  if (group.lines.every((line) => line.variant.product.isService)) return <p className="reach sm sub">{t.noDelivery}</p>;
  const missing = group.amountToFreeDelivery?.amount ?? 0;
  if (missing > 0) {
    const words = t.toFree(formatWon(missing, language));
    const have = group.subtotalPrice.gross.amount;
    return (
      <div className="reach">
        <p className="sm num">{words}</p>
        <progress className="free-bar" value={have} max={have + missing} aria-label={words} />
      </div>
    );
  }
  if (group.shippingPrice.gross.amount > 0) return null;
  return (
    <p className="reach sm ok">
      <Icon name="check" size="s" /> {t.freeReached}
    </p>
  );
}

export function GroupHead({ group, id }: { group: Group; id?: string }) {
  const channel = useChannel();
  const { vendor } = group;
  return (
    <div className="maker">
      <span className="t">
        <Artwork url={vendor.artwork} alt="" width={96} height={96} />
      </span>
      <div>
        <h2 id={id}>
          <Link to={vendorPath(channel, vendor.slug)}>{vendor.name}</Link>
        </h2>
        <p className="sm sub">{[vendor.kindName, vendor.district?.name].filter(Boolean).join(" · ")}</p>
      </div>
      <span className="certs">
        {sortCertificates(vendor.certificates).slice(0, 2).map((certificate) => (
          <Certificate key={certificate.id} certificate={certificate} />
        ))}
      </span>
    </div>
  );
}

/** Everything of one enterprise: it is one parcel, one delivery charge and one set of papers. */
export function CartGroup({ group, states, children }: { group: Group; states: Record<string, LineState>; children?: ReactNode }) {
  const t = useVoice(cartWords);
  const channel = useChannel();
  const headId = `g-${group.vendor.slug}`;
  return (
    <section className="cgroup" aria-labelledby={headId}>
      <GroupHead group={group} id={headId} />
      <ul className="lines">
        {group.lines.map((line) => (
          <CartLine key={line.id} line={line} state={states[line.id]} />
        ))}
      </ul>
      <div className="gsum">
        <DeliveryBar group={group} />
        <dl className="num">
          <div>
            <dt>{t.subtotal}</dt>
            <dd><Won amount={group.subtotalPrice.gross.amount} /></dd>
          </div>
          <div>
            <dt>{t.delivery}</dt>
            <dd>{group.shippingPrice.gross.amount === 0 ? t.free : <Won amount={group.shippingPrice.gross.amount} />}</dd>
          </div>
          <div className="all">
            <dt>{t.groupTotal(group.vendor.name)}</dt>
            <dd>
              <b><Won amount={group.totalPrice.gross.amount} /></b>
              {channel === "public" ? <SplitAmount sums={group.totalPrice} /> : null}
            </dd>
          </div>
        </dl>
      </div>
      {children}
    </section>
  );
}
