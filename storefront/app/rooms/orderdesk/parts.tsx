import type { DueStateEnum, VendorOrderStateEnum } from "~/gql/operations";
import { formatDay } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { COURIERS } from "~/rooms/orders/couriers.ts";
import { useOrderWords } from "./words.ts";

const STATE_TAGS: Record<VendorOrderStateEnum, string> = {
  NEW: "tag acc", CONFIRMED: "tag info", PREPARING: "tag info", PARTLY_SHIPPED: "tag warn", SHIPPED: "tag", DELIVERED: "tag ok", RETURNED: "tag", CANCELED: "tag",
};

export const orderPath = (id: string): string => `/vendor/orders/${encodeURIComponent(id)}`;
export const returnPath = (id: string): string => `/vendor/returns/${encodeURIComponent(id)}`;

export function OrderState({ state }: { state: VendorOrderStateEnum | null }) {
  const t = useOrderWords();
  return state ? <span className={STATE_TAGS[state]}>{t.state[state]}</span> : null;
}

/** By when it has to be on its way; late and today in words, not by colour alone. */
export function DueDay({ on, state }: { on: string | null; state: DueStateEnum | null }) {
  const t = useOrderWords();
  const language = useLanguage();
  if (!on) return null;
  if (!state || state === "IN_TIME") return <span className="num">{formatDay(on, language)}</span>;
  return (
    <span className={state === "LATE" ? "due late" : "due today"}>
      <b>{t.due[state]}</b> {state === "LATE" ? <span className="on num">{formatDay(on, language)}</span> : null}
    </span>
  );
}

export function Won({ money }: { money: { amount: number } }) {
  return <>{formatWon(money.amount, useLanguage())}</>;
}

/** "쌀겨 비누 외 2가지" */
export function useGoods(): (lines: readonly { productName: string }[]) => string {
  const t = useOrderWords();
  return (lines) => `${lines[0]?.productName ?? ""}${lines.length > 1 ? t.more(lines.length - 1) : ""}`;
}

export function CourierSelect({ id, name, value, isOwnOffered = true, error }: { id?: string; name: string; value?: string; isOwnOffered?: boolean; error?: boolean }) {
  const t = useOrderWords();
  return (
    <select id={id} name={name} className="sel" defaultValue={value ?? ""} aria-invalid={error ? true : undefined}>
      <option value="">{t.chooseCourier}</option>
      {COURIERS.map(([code, label]) => (
        <option key={code} value={code}>{label}</option>
      ))}
      {isOwnOffered ? <option value="OWN">{t.own}</option> : null}
    </select>
  );
}
