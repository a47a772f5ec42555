import { data } from "react-router";
import type { BankEnum } from "~/gql/operations";
import formIsland from "~/islands/form.ts?worker&url";
import { channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { errorOf, readText, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { useVoice } from "~/rooms/cart/voice.ts";
import { done, setRefundAccount } from "~/rooms/orders/decide.server.ts";
import { DecideFrame } from "~/rooms/orders/DecideFrame.tsx";
import { BANKS, moneyWords } from "~/rooms/orders/moneyWords.ts";
import { loadOwnOrder, orderHome } from "~/rooms/orders/orders.server.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field, Select } from "~/ui/Field.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/order.refund-account";
import "~/styles/checkout.css";
import "~/styles/account.css";
import "~/styles/orders.css";

export const handle = { islands: [formIsland] };

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const order = await loadOwnOrder(context, request, params.id);
  return { order, home: orderHome(context, order.id, order.user !== null) };
}

const isBank = (text: string): text is BankEnum => Object.hasOwn(BANKS, text);

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData();
  const order = await loadOwnOrder(context, request, params.id);
  const { url, language } = appOf(context);
  const t = moneyWords(language, channelOf(url.pathname));
  const [bank, accountNumber, holder] = [readText(form, "bank", 20), readText(form, "accountNumber", 40), readText(form, "holder", 60)] as const;
  const faults: FieldError[] = [];
  const need = (field: string, isThere: boolean, message: string) => void (isThere || faults.push({ field, code: "REQUIRED", message }));
  need("bank", isBank(bank), t.needBank);
  need("accountNumber", accountNumber !== "", t.needNumber);
  need("holder", holder !== "", t.needHolder);
  const errors = faults.length || !isBank(bank) ? faults : await setRefundAccount({ context, request, id: params.id }, { bank, accountNumber, holder });
  // The account is not sent back to the page; whoever mistyped it types it again.
  return errors.length ? data({ errors, bank, holder }, { status: 400 }) : done(context, order, "account");
}

/** Where the money of a refund by transfer is to go. */
export default function RefundAccountPage({ loaderData, actionData }: Route.ComponentProps) {
  const { order, home } = loaderData;
  const t = useVoice(moneyWords);
  const language = useLanguage();
  const errors = actionData?.errors;
  const sum = order.refundByTransfer?.amount ?? 0;
  const banks = Object.entries(BANKS).map(([value, names]) => ({ value, label: names[language === "ko" ? 0 : 1] }));
  return (
    <DecideFrame title={t.accountTitle} lead={sum > 0 ? t.accountLead(formatWon(sum, language)) : undefined} order={order} home={home} errors={errors}>
      {sum > 0 ? (
        <form method="post" noValidate className="narrow" data-once={t.save}>
          <Select label={t.bank} id="bank" name="bank" required defaultValue={actionData?.bank ?? ""} options={[{ value: "", label: t.chooseBank }, ...banks]} error={errorOf(errors, "bank")?.message} />
          <Field label={t.number} hint={t.numberHint} id="accountNumber" name="accountNumber" inputMode="numeric" autoComplete="off" required maxLength={40} error={errorOf(errors, "accountNumber")?.message} />
          <Field label={t.holder} hint={t.holderHint} id="holder" name="holder" autoComplete="name" required maxLength={60} defaultValue={actionData?.holder ?? ""} error={errorOf(errors, "holder")?.message} />
          <Button kind="1" size="l">{t.save}</Button>
          <p className="xs sub">{t.safe}</p>
        </form>
      ) : (
        <Notice kind="info">{t.noAccount}</Notice>
      )}
      <p className="on"><ButtonLink kind="3" to={home}>{t.toOrder}</ButtonLink></p>
    </DecideFrame>
  );
}
