import { formatMoment } from "~/lib/moments.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { TextArea } from "~/ui/Field.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import type { ListingQuery } from "~/gql/operations";
import type { NonNullableEdges } from "./edges.ts";
import type { Product } from "./draft.ts";
import { editWords } from "./editWords.ts";
import type { Missing } from "./missing.ts";
import { Difference } from "./Parts.tsx";
import { fieldOf, isLive, listingPath, proposalPath, remarksOf } from "./state.ts";

export const useEdit = () => editWords(useLanguage());

type Proposal = NonNullable<Product["openProposal"]>;
export type Past = { history: NonNullableEdges<ListingQuery["productChangeProposals"]>[number]["history"] }[];

function sayMissing(t: ReturnType<typeof useEdit>, one: Missing): string {
  const say = t.say[one.what];
  return typeof say === "function" ? say(one.about) : say;
}

/** What is missing, each with a way to its field, and the one button that matters. */
export function Checklist({ product, missing, isTrusted }: { product: Product; missing: readonly Missing[]; isTrusted: boolean }) {
  const t = useEdit();
  const musts = missing.filter((one) => one.isMust);
  const shoulds = missing.filter((one) => !one.isMust);
  const list = (items: readonly Missing[], head: string, className: string) =>
    items.length ? (
      <div className={className}>
        <h3>{head}</h3>
        <ul>
          {items.map((one) => (
            <li key={`${one.what}${one.about}`}>
              <Icon name={one.isMust ? "x" : "info"} size="s" />
              <Link to={one.at.startsWith("#") ? one.at : listingPath(product.id, one.at)}>{sayMissing(t, one)}</Link>
            </li>
          ))}
        </ul>
      </div>
    ) : null;
  return (
    <Panel title={t.checkHead}>
      <div className="l-check">
        {musts.length ? null : (
          <p className="l-ready">
            <Icon name="check" /> {t.checkAll}
          </p>
        )}
        {list(musts, t.must, "musts")}
        {list(shoulds, t.should, "shoulds")}
        <form method="post">
          <Button kind="1" wide name="intent" value="submit">{isTrusted ? t.submitNow : t.submit}</Button>
        </form>
        {isTrusted ? null : (
          <>
            <h3>{t.nextHead}</h3>
            <ol className="l-next">
              {t.next.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </>
        )}
      </div>
    </Panel>
  );
}

/** What was asked to be mended, each with a way to its field. */
export function Remarks({ proposal, labels, id }: { proposal: { changes: readonly { path: string; label: string; reason: string }[]; comment: string }; labels: readonly { label: string; field: string }[]; id: string }) {
  const t = useEdit();
  const { remarks, rest } = remarksOf(proposal.comment, labels);
  const all = [...proposal.changes.filter((change) => change.reason).map((change) => ({ label: change.label, field: fieldOf(change.path), text: change.reason })), ...remarks];
  return (
    <>
      {rest ? <p className="l-said">{rest}</p> : null}
      <ul className="l-remarks">
        {all.map((one) => (
          <li key={one.field + one.text}>
            <Icon name="x" size="s" />
            <span>
              <b>{one.label}</b> {one.text}
            </span>
            <ButtonLink size="xs" to={listingPath(id, one.field)} aria-label={`${t.fixIt}: ${one.label}`}>{t.fixIt}</ButtonLink>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What waits: the difference, or what is to be mended. */
export function Waiting({ product, proposal, labels, isAsking }: { product: Product; proposal: Proposal; labels: readonly { label: string; field: string }[]; isAsking: boolean }) {
  const t = useEdit();
  const language = useLanguage();
  const isNew = proposal.kind === "NEW_LISTING";
  const when = formatMoment(proposal.submittedAt, language);
  const isBack = proposal.status === "RETURNED";
  return (
    <section className={isBack ? "panel l-back" : "panel"} aria-labelledby="waiting">
      <header>
        <h2 id="waiting">{isBack ? t.backHead : isNew ? t.afterHead : t.waitsHead}{isNew ? null : <span className="n num"> {proposal.changes.length}</span>}</h2>
        <Link className="link sm more" to={proposalPath(proposal.id)}>{t.detail}</Link>
      </header>
      <div className="bd">
        {isBack ? (
          <>
            <Remarks proposal={proposal} labels={labels} id={product.id} />
            <form method="post" className="stack-form">
              <TextArea name="comment" id="resubmit-note" label={t.resubmitNote} rows={2} maxLength={1_000} />
              <Button kind="1" wide name="intent" value="resubmit">{t.resubmit}</Button>
            </form>
          </>
        ) : (
          <p className="l-said">{t.after(when)}</p>
        )}
        {isNew ? null : (
          <div className="l-changes">
            {proposal.changes.map((change) => (
              <div key={change.path}>
                <h3>{change.label}</h3>
                {change.newPicture || change.oldPicture ? null : <Difference before={change.oldText} after={change.newText} oldWord={t.old} newWord={t.now} />}
              </div>
            ))}
          </div>
        )}
        {isAsking ? (
          <form method="post" className="l-ask">
            <h3>{t.withdrawAsk}</h3>
            <p>{isNew ? t.withdrawNew : t.withdrawBody}</p>
            <div className="acts">
              <Button kind="x" size="s" name="intent" value="withdraw">{t.withdrawYes}</Button>
              <ButtonLink size="s" to={listingPath(product.id)}>{t.cancel}</ButtonLink>
            </div>
          </form>
        ) : (
          <Link className="link sm" to={listingPath(product.id, "?withdraw=1#waiting")}>{t.withdraw}</Link>
        )}
      </div>
    </section>
  );
}

export function History({ past }: { past: Past }) {
  const t = useEdit();
  const language = useLanguage();
  const steps = past.flatMap((proposal) => proposal.history).sort((one, other) => other.at.localeCompare(one.at));
  if (!steps.length) return null;
  return (
    <Panel title={t.historyHead}>
      <ol className="l-history">
        {steps.slice(0, 12).map((step) => (
          <li key={step.at + step.action}>
            <time className="num">{formatMoment(step.at, language)}</time>
            <span>
              {t.history[step.action]} <small>{step.byStaff ? t.staff : step.actorName}</small>
              {step.comment ? <em>{step.comment}</em> : null}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** What else can be done with it. */
export function Acts({ product }: { product: Product }) {
  const t = useEdit();
  const live = isLive(product);
  const isPartly = live && product.channelListings?.some((listing) => !listing.isPublished) && !product.openProposal;
  return (
    <Panel title={t.actsHead}>
      <form method="post" className="l-do">
        {isPartly ? <Button name="intent" value="submit">{t.showMore}</Button> : null}
        <Button name="intent" value="copy">{t.copy}</Button>
        {live ? <ButtonLink to={listingPath(product.id, "?hide=1")}>{t.hide}</ButtonLink> : null}
        {product.saleState === "HIDDEN" && !product.openProposal ? <Button kind="1" name="intent" value="show">{t.show}</Button> : null}
        {product.saleState === "DRAFT" && !product.openProposal ? <ButtonLink kind="3" to={listingPath(product.id, "?remove=1")}>{t.remove}</ButtonLink> : null}
      </form>
    </Panel>
  );
}
