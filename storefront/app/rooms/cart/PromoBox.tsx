import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { Button } from "~/ui/Button.tsx";
import { cx } from "~/ui/cx.ts";
import { Icon } from "~/ui/Icon.tsx";
import type { Promotions } from "./promo.ts";
import { promoWords } from "./promoWords.ts";
import { useVoice } from "./voice.ts";
import "~/styles/promo.css";

interface InUse {
  name: string;
  /** What the form sends to take it out. */
  out: { name: "code" | "card"; value: string };
  amount: number;
  /** Why it does not count now. */
  trouble: string | null;
}

function Code({ use }: { use: InUse }) {
  const t = useVoice(promoWords);
  const language = useLanguage();
  return (
    <li className={cx("code", use.trouble && "is-off")}>
      <div>
        <b>{use.name}</b>
        {use.trouble ? (
          <p className="err">
            <Icon name="alert" size="s" />
            <span>{use.trouble}</span>
          </p>
        ) : (
          <p className="xs ok">
            <Icon name="check" size="s" /> {t.counts} <span className="num">−{formatWon(use.amount, language)}</span>
          </p>
        )}
      </div>
      <form method="post">
        <input type="hidden" name={use.out.name} value={use.out.value} />
        <Button kind="3" size="s" name="intent" value="promo-remove" aria-label={t.removeOf(use.name)}>{t.remove}</Button>
      </form>
    </li>
  );
}

function inUse({ code, refusal, discount, cards }: Promotions, t: ReturnType<typeof promoWords>): InUse[] {
  const codes: InUse[] = code ? [{ name: code, out: { name: "code", value: code }, amount: discount, trouble: refusal ? `${refusal} ${t.howToGoOn}` : null }] : [];
  return [...codes, ...cards.map((card): InUse => ({ name: t.card(card.last4), out: { name: "card", value: card.id }, amount: card.amount, trouble: card.isUsable ? null : t.notUsable }))];
}

/** Codes in use, each with what it does and a way out, and a field for another one. A plain form: the page's action hears of it. */
export function PromoBox({ promotions, errors }: { promotions: Promotions; errors?: readonly FieldError[] }) {
  const t = useVoice(promoWords);
  const error = errorOf(errors, "promoCode");
  const codes = inUse(promotions, t);
  return (
    <section className="promo" aria-labelledby="promo-head" data-testid="promo">
      <h3 id="promo-head">{t.head}</h3>
      {codes.length ? (
        <ul className="codes">
          {codes.map((use) => (
            <Code key={use.out.value} use={use} />
          ))}
        </ul>
      ) : null}
      <form method="post" className="promo-form">
        <label htmlFor="promoCode" className="vh">{t.label}</label>
        <input
          className={cx("in", error && "is-error")} id="promoCode" name="promoCode" maxLength={255} required autoComplete="off" autoCapitalize="characters" spellCheck={false} placeholder={t.label}
          aria-invalid={error ? true : undefined} aria-describedby={error ? "promoCode-error" : "promoCode-hint"}
        />
        <Button size="m" name="intent" value="promo-add">{t.use}</Button>
      </form>
      {error ? (
        <p className="err" id="promoCode-error" role="alert">
          <Icon name="alert" size="s" />
          <span>{error.code === "EMAIL_NOT_SET" ? t.cardLater : error.message}</span>
        </p>
      ) : (
        <p className="xs sub" id="promoCode-hint">{t.hint}</p>
      )}
    </section>
  );
}
