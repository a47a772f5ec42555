import { formatDate } from "~/lib/dates.ts";
import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { useVoice } from "~/rooms/cart/voice.ts";
import { FieldFault } from "~/rooms/checkout/PayWays.tsx";
import { Pick } from "~/rooms/checkout/Pick.tsx";
import { exceptionIn, returnTerms } from "~/rooms/product/returnTerms.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field, TextArea } from "~/ui/Field.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Artwork } from "~/ui/Picture.tsx";
import { Won } from "~/ui/Price.tsx";
import { backWords } from "./backWords.ts";
import { boughtName } from "./bought.ts";
import { moneyWords } from "./moneyWords.ts";
import { planBack, withdrawalWorth } from "./moneyBack.ts";
import type { OrderFull, VendorPart } from "./orders.server.ts";
import { isExcepted, mayBeFaulty } from "./payments.ts";
import { WayBack } from "./WayBack.tsx";
import { fieldOf, REASONS, type Reason, type Wish } from "./wish.ts";
import { orderWords } from "./words.ts";

/** A wish as it travels from the server to the page. */
export type PlainWish = Omit<Wish, "pieces"> & { pieces: [string, number][] };

type Some<T, K extends keyof T> = { [P in K]: T[P] };

interface Props {
  part: VendorPart;
  wish: PlainWish | null;
  home: string;
  errors?: readonly FieldError[];
}

function Pieces({ part, wish }: Some<Props, "part" | "wish">) {
  const t = useVoice(backWords);
  const r = useVoice(returnTerms);
  const before = new Map(wish?.pieces);
  const lines = part.lines.filter((line) => line.quantityWithdrawable > 0);
  return lines.map((line) => (
    <div key={line.id} className="piece">
      <span className="pic"><Artwork url={line.thumbnail?.url} alt="" width={56} height={56} /></span>
      <span>
        <Local text={boughtName(line)} />
        {line.withdrawalTerms ? <span className="sm sub"> {exceptionIn(r, line.returnPolicy) ?? t.terms}: <Local text={line.withdrawalTerms} /></span> : null}
      </span>
      <Field
        label={t.pieces(boughtName(line))} hint={t.of(line.quantityWithdrawable)} name={fieldOf(line.id)} type="number" inputMode="numeric"
        min={0} max={line.quantityWithdrawable} defaultValue={before.get(line.id) ?? (wish === null && lines.length === 1 ? 1 : 0)}
      />
    </div>
  ));
}

function Reasons({ part, wish, errors }: Some<Props, "part" | "wish" | "errors">) {
  const t = useVoice(backWords);
  const language = useLanguage();
  const fee = part.returnFee.amount;
  const paid = fee > 0 ? t.mindNote(formatWon(fee, language)) : t.freeNote;
  const notes: Record<Reason, string> = { CHANGE_OF_MIND: paid, FAULTY: t.faultyNote, OTHER: fee > 0 ? t.otherNote : t.freeNote };
  const open = part.canWithdraw ? REASONS : REASONS.filter((one) => one === "FAULTY");
  return (
    <>
      <fieldset className="saved" id="reasonKind" tabIndex={-1}>
        <legend className="vh">{t.why}</legend>
        {open.map((one) => (
          <Pick key={one} name="reasonKind" value={one} title={t[one]} notes={[notes[one]]} defaultChecked={wish?.reasonKind === one || open.length === 1} />
        ))}
        <FieldFault errors={errors} field="reasonKind" />
      </fieldset>
      <TextArea label={t.words} hint={t.wordsHint} id="reason" name="reason" rows={3} maxLength={1000} defaultValue={wish?.reason ?? ""} error={errorOf(errors, "reason")?.message} />
      {part.lines.some((line) => line.returnPolicy.kind === "SEALED" && line.quantityWithdrawable > 0) ? (
        <label className="ck" htmlFor="isUnopened">
          <input type="checkbox" id="isUnopened" name="isUnopened" value="1" defaultChecked={wish?.isUnopened} />
          <span>{t.unopened}</span>
        </label>
      ) : null}
      <div className="known-on">
        <Field label={t.known} hint={t.knownHint} name="knownOn" type="date" defaultValue={wish?.knownOn ?? ""} />
      </div>
    </>
  );
}

/** First: what goes back, and why. */
export function WithdrawChoice({ part, wish, home, errors }: Props) {
  const t = useVoice(backWords);
  const m = useVoice(moneyWords);
  const language = useLanguage();
  return (
    <form method="post" noValidate>
      <section aria-labelledby="what-head" id="pieces" tabIndex={-1}>
        <h2 id="what-head">{t.what}</h2>
        <div><Pieces part={part} wish={wish} /></div>
        <FieldFault errors={errors} field="pieces" />
      </section>
      <section aria-labelledby="why-head">
        <h2 id="why-head">{t.why}</h2>
        <Reasons part={part} wish={wish} errors={errors} />
      </section>
      <Notice kind="info" head={t.deadline}>
        {part.canWithdraw && part.withdrawableUntil ? t.until(formatDate(part.withdrawableUntil, language)) : null}
        {!part.canWithdraw && mayBeFaulty(part) && part.faultWithdrawableUntil ? (isExcepted(part) ? t.faultOnly : t.faultUntil)(formatDate(part.faultWithdrawableUntil, language)) : null}
      </Notice>
      <div className="go">
        <Button kind="1" size="l" name="intent" value="review">{t.review}</Button>
        <ButtonLink size="l" to={home}>{m.toOrder}</ButtonLink>
      </div>
    </form>
  );
}

/** Then: what it gives back, before anything is sent. */
export function WithdrawReview({ order, part, wish }: { order: OrderFull; part: VendorPart; wish: PlainWish }) {
  const t = useVoice(backWords);
  const o = useVoice(orderWords);
  const pieces = new Map(wish.pieces);
  const worth = withdrawalWorth(part, pieces, wish.reasonKind === "FAULTY");
  const chosen = part.lines.filter((line) => pieces.get(line.id));
  const hidden: [string, string][] = [...wish.pieces.map(([id, count]): [string, string] => [fieldOf(id), String(count)]), ["reasonKind", wish.reasonKind ?? ""], ["reason", wish.reason], ["knownOn", wish.knownOn], ...(wish.isUnopened ? [["isUnopened", "1"] as [string, string]] : [])];
  return (
    <form method="post" noValidate data-once={t.sending}>
      {hidden.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <section aria-labelledby="what-head">
        <h2 id="what-head">{t.what}</h2>
        <ul className="dots">
          {chosen.map((line) => <li key={line.id} className="num"><Local text={boughtName(line)} /> {o.sentPieces(pieces.get(line.id) ?? 0)}</li>)}
        </ul>
        <p className="sm"><b>{wish.reasonKind ? t[wish.reasonKind] : ""}</b> {wish.reason ? <span className="sub pre"><Local text={wish.reason} /></span> : null}</p>
        <dl className="amounts num">
          <div><dt>{t.goods}</dt><dd><Won amount={worth.goods} /></dd></div>
          {worth.fee > 0 ? <div><dt>{t.fee}</dt><dd>−<Won amount={worth.fee} /></dd></div> : null}
          {worth.delivery > 0 ? <div><dt>{t.delivery}</dt><dd><Won amount={worth.delivery} /></dd></div> : null}
          <div className="total"><dt>{t.refund}</dt><dd><b><Won amount={worth.all} /></b></dd></div>
        </dl>
      </section>
      <WayBack order={order} plan={planBack(order, worth.all)} head={t.where} />
      <p className="sm sub">{t.after}</p>
      <div className="go">
        <Button kind="1" size="l" name="intent" value="send">{t.send}</Button>
        <Button size="l" name="intent" value="change">{t.change}</Button>
      </div>
    </form>
  );
}
