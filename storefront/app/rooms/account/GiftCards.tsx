import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { useVoice } from "~/rooms/cart/voice.ts";
import { Won } from "~/ui/Price.tsx";
import type { Overview } from "./account.server.ts";
import { homeWords } from "./homeWords.ts";

type Card = ReturnType<typeof nodesOf<NonNullable<Overview["giftCards"]>["edges"][number]["node"]>>[number];

function stateOf(card: Card, t: ReturnType<typeof homeWords>): string | null {
  if (card.isExpired) return t.giftExpired;
  if (!card.isActive) return t.giftStopped;
  return card.currentBalance.amount > 0 ? null : t.giftUsed;
}

/** Cards this person has used; never a whole code. */
export function GiftCards({ cards }: { cards: readonly Card[] }) {
  const t = useVoice(homeWords);
  const language = useLanguage();
  if (cards.length === 0) return null;
  return (
    <section aria-labelledby="gifts" className="gifts">
      <div className="sec-h">
        <h2 id="gifts">{t.gifts}</h2>
        <p className="sm sub">{t.giftsLead}</p>
      </div>
      <ul>
        {cards.map((card) => {
          const state = stateOf(card, t);
          return (
            <li key={card.id}>
              <b className="num">{t.giftEnd(card.last4CodeChars)}</b> {state ? <span className="tag">{state}</span> : null}
              <span className="sm sub">{card.expiryDate ? t.until(formatDate(card.expiryDate, language)) : t.noEnd}</span>
              <span className="left num">
                <span className="sm sub">{t.left}</span> <b><Won amount={card.currentBalance.amount} /></b>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
