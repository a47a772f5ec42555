import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { useVoice } from "~/rooms/cart/voice.ts";
import { Icon, type IconName } from "~/ui/Icon.tsx";
import { Local } from "~/ui/Local.tsx";
import { payWords } from "./payWords.ts";
import { needsScript, type Means, type Way } from "./ways.ts";
import { checkoutWords } from "./words.ts";

const ICONS: Record<Means, IconName> = { card: "card", toss: "card", bank: "bank", deferred: "doc" };

export function FieldFault({ errors, field }: { errors?: readonly FieldError[]; field: string }) {
  const error = errorOf(errors, field);
  if (!error) return null;
  return (
    <p className="err" id={`${field}-error`}>
      <Icon name="alert" size="s" />
      <span>{error.message}</span>
    </p>
  );
}

/** What the script needs to mount a provider's form, and the words it says. */
function Mount({ way, amount }: { way: Way; amount: number }) {
  const t = useVoice(payWords);
  const language = useLanguage();
  const said = { loading: t.loading, loadFailed: t.loadFailed, again: t.again, preparing: t.preparing, waiting: t.waiting, windowOpen: t.windowOpen, checking: t.checking, errorHead: t.errorHead, newTotal: t.newTotal, offline: t.offline, unknownError: t.unknownError };
  return (
    <div className="pay-form" data-way={way.means}>
      <noscript>
        <p className="sm">{t.needsScript}</p>
      </noscript>
      {way.isTest ? (
        <p className="pay-test sm num">
          <b>{t.test}</b> {t.testHint}
        </p>
      ) : null}
      <div
        data-mount={way.means} data-key={way.key} data-script={way.script} data-amount={amount}
        data-locale={language} data-words={JSON.stringify(said)}
      />
      {way.means === "toss" ? <p className="sm sub">{t.tossReady}</p> : null}
    </div>
  );
}

function Option({ way, isChosen, isOnly, amount }: { way: Way; isChosen: boolean; isOnly: boolean; amount: number }) {
  const t = useVoice(payWords);
  const c = useVoice(checkoutWords);
  const titles: Record<Means, string> = { card: t.card, toss: t.toss, bank: c.bank, deferred: c.deferred };
  const notes: Record<Means, string> = { card: t.cardNote, toss: t.tossNote, bank: c.bankNote, deferred: c.deferredNote };
  return (
    <div className="way">
      <label className="pick">
        <input type="radio" name="means" value={way.means} defaultChecked={isChosen || isOnly} aria-labelledby={`way-${way.means}`} aria-describedby={`note-${way.means}`} required />
        <b id={`way-${way.means}`}><Local text={titles[way.means]} /></b>
        <Icon name={ICONS[way.means]} />
        <span className="sm sub" id={`note-${way.means}`}>{notes[way.means]}</span>
      </label>
      {needsScript(way.means) ? <Mount way={way} amount={amount} /> : null}
    </div>
  );
}

interface Props {
  ways: readonly Way[];
  amount: number;
  chosen: Means | null;
  errors?: readonly FieldError[];
}

/** The ways to pay. It is the buyer's to choose, so nothing is chosen beforehand but the only one there is, and what was chosen before. */
export function PayWays({ ways, amount, chosen, errors }: Props) {
  const c = useVoice(checkoutWords);
  return (
    <fieldset className="saved ways-to-pay" id="means" tabIndex={-1}>
      <legend className="vh">{c.pay}</legend>
      {ways.map((way) => (
        <Option key={way.means} way={way} amount={amount} isChosen={way.means === chosen} isOnly={ways.length === 1} />
      ))}
      <FieldFault errors={errors} field="means" />
      <div className="errsum" role="alert" tabIndex={-1} data-pay-errors hidden />
    </fieldset>
  );
}

/** The one button: it says what it costs, and which of the two things it does. Both labels are there; style shows the one that fits. */
export function PayLabel({ ways, amountText }: { ways: readonly Way[]; amountText: string }) {
  const t = useVoice(payWords);
  const orders = ways.some((way) => !needsScript(way.means));
  const pays = ways.some((way) => needsScript(way.means));
  return (
    <>
      {pays ? <span className={orders ? "if-pay" : undefined}>{t.pay(amountText)}</span> : null}
      {orders ? <span className={pays ? "if-order" : undefined}>{t.order(amountText)}</span> : null}
    </>
  );
}
