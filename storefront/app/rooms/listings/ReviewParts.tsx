import { errorOf, type FieldError } from "~/lib/form.ts";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { imagePath } from "~/lib/images.ts";
import { formatMoment } from "~/lib/moments.ts";
import { formatWon } from "~/lib/money.ts";
import { RichText } from "~/lib/richtext.tsx";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Checkbox, Field, TextArea } from "~/ui/Field.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { formWords } from "./formWords.ts";
import { statedOf } from "./draft.ts";
import type { Hint } from "./hints.ts";
import { editableOf } from "./mending.ts";
import { Difference } from "./Parts.tsx";
import type { besideOf, Proposal } from "./review.server.ts";
import { reviewWords } from "./reviewWords.ts";
import { altOf } from "./state.ts";

export const useReview = () => reviewWords(useLanguage());

export interface Given {
  errors: FieldError[];
  typed: Record<string, string>;
}

export function Hints({ hints }: { hints: readonly Hint[] }) {
  const language = useLanguage();
  const t = reviewWords(language);
  const say = (hint: Hint) => (hint.kind === "jump" ? t.jump(hint.about, formatWon(hint.from ?? 0, language), formatWon(hint.to ?? 0, language)) : t.hint[hint.kind](hint.about));
  return (
    <Panel title={t.hints} note={t.hintsNote}>
      {hints.length ? (
        <ul className="l-hints">
          {hints.map((hint) => (
            <li key={hint.kind + hint.about}>
              <Icon name="alert" size="s" /> {say(hint)}
            </li>
          ))}
        </ul>
      ) : (
        <p className="l-ready">
          <Icon name="check" /> {t.noHints}
        </p>
      )}
    </Panel>
  );
}

/** What can be said about one field: a remark for the enterprise, or another value. Folded until used. */
function Say({ path, label, payload, given, canLeave }: { path: string; label: string; payload: unknown; given?: Given; canLeave: boolean }) {
  const t = useReview();
  const editable = editableOf(path, payload);
  const [reason, edit, leave] = [`reason:${path}`, `edit:${path}`, `leave:${path}`];
  const error = errorOf(given?.errors, edit)?.message;
  return (
    <div className="l-say">
      <details className="l-fold" open={Boolean(given?.typed[reason])}>
        <summary>
          {t.remark}
          <span className="vh">: {label}</span>
        </summary>
        <TextArea name={reason} label={t.remarkOn(label)} rows={2} maxLength={500} defaultValue={given?.typed[reason]} />
      </details>
      {editable ? (
        <details className="l-fold" open={Boolean(error) || (given?.typed[edit] !== undefined && given.typed[edit] !== editable.text)}>
          <summary>
            {t.editHere}
            <span className="vh">: {label}</span>
          </summary>
          {editable.isLong ? <TextArea id={edit} name={edit} label={t.editOf(label)} rows={3} defaultValue={given?.typed[edit] ?? editable.text} error={error} /> : <Field id={edit} name={edit} label={t.editOf(label)} defaultValue={given?.typed[edit] ?? editable.text} error={error} autoComplete="off" />}
        </details>
      ) : null}
      {canLeave ? <Checkbox name={leave} label={<>{t.leave}<span className="vh">: {label}</span></>} defaultChecked={given?.typed[leave] !== undefined} /> : null}
    </div>
  );
}

function Conflict({ change, given }: { change: Proposal["changes"][number]; given?: Given }) {
  const t = useReview();
  const name = `choose:${change.path}`;
  const error = errorOf(given?.errors, change.path)?.message;
  return (
    <fieldset className="l-conflict">
      <legend>
        <Icon name="alert" size="s" /> {t.conflict}
      </legend>
      <p>
        <b>{t.conflictNow}</b> {change.currentText || t.empty}
      </p>
      <Checkbox type="radio" name={name} value="now" label={t.keep} defaultChecked={given?.typed[name] === "now"} />
      <Checkbox type="radio" name={name} value="new" label={t.take} defaultChecked={given?.typed[name] === "new"} />
      {error ? <p className="err">{t.chooseConflict}</p> : null}
    </fieldset>
  );
}

export function Changed({ change, given, isOpen, canLeave }: { change: Proposal["changes"][number]; given?: Given; isOpen: boolean; canLeave: boolean }) {
  const t = useReview();
  const hasPicture = Boolean(change.oldPicture || change.newPicture);
  return (
    <section className="l-change" id={change.path}>
      <h3>{change.label}</h3>
      {hasPicture ? (
        <div className="l-sides">
          {change.oldPicture ? <figure><img src={imagePath(change.oldPicture)} alt={altOf(change.oldText) || t.oldPicture} width={280} height={280} /><figcaption>{t.oldPicture}</figcaption></figure> : null}
          {change.newPicture ? <figure><img src={imagePath(change.newPicture)} alt={altOf(change.newText) || t.newPicture} width={280} height={280} /><figcaption>{t.newPicture}{altOf(change.newText) ? `: ${altOf(change.newText)}` : ""}</figcaption></figure> : null}
        </div>
      ) : (
        <Difference before={change.oldText} after={change.newText} oldWord={t.old} newWord={t.now} />
      )}
      {change.reason ? <p className="l-why-back"><b>{t.saidBy}</b> {change.reason}</p> : null}
      {isOpen && change.isConflict ? <Conflict change={change} given={given} /> : null}
      {isOpen ? <Say path={change.path} label={change.label} payload={change.payload} given={given} canLeave={canLeave && !change.isConflict} /> : null}
    </section>
  );
}

/** A new listing as it was written, each field with room for a remark and an edit. */
export function WholeListing({ proposal, given, isOpen }: { proposal: Proposal; given?: Given; isOpen: boolean }) {
  const language = useLanguage();
  const t = reviewWords(language);
  const f = formWords(language);
  const { product } = proposal;
  if (!product) return null;
  const row = (path: string, label: string, value: string, payload?: unknown) => (
    <section className="l-change" id={path} key={path}>
      <h3>{label}</h3>
      <p className={value ? "l-value" : "l-value mute"}>{value || t.empty}</p>
      {isOpen ? <Say path={path} label={label} payload={payload} given={given} canLeave={false} /> : null}
    </section>
  );
  const text = (path: string, label: string, value: string) => row(path, label, value, JSON.stringify(value));
  return (
    <>
      <Panel title={t.listing} flush>
        {text("name", f.name, product.name)}
        {text("summary", f.summary, product.summary ?? "")}
        {row("category", t.category, [product.category?.parent?.name, product.category?.name].filter(Boolean).join(" › "))}
        <section className="l-change" id="pictures">
          <h3>
            {t.pictures} {product.media?.length ?? 0}
          </h3>
          <div className="l-sides">
            {(product.media ?? []).map((one) => (
              <figure key={one.id}>
                <img src={imagePath(one.url)} alt={one.alt} width={280} height={280} loading="lazy" />
                <figcaption>{one.alt || t.empty}</figcaption>
              </figure>
            ))}
          </div>
          {isOpen ? <Say path="pictures" label={f.steps[2]!} payload={null} given={given} canLeave={false} /> : null}
        </section>
        <section className="l-change" id="description">
          <h3>{t.description}</h3>
          {product.description ? <RichText json={product.description} /> : <p className="l-value mute">{t.empty}</p>}
          {isOpen ? <Say path="description" label={f.description} payload={null} given={given} canLeave={false} /> : null}
        </section>
        <section className="l-change" id="price">
          <h3>{t.prices}</h3>
          {product.isQuoteOnly ? <p className="l-value">{t.quote}</p> : null}
          <ul className="l-pricelist num">
            {(product.variants ?? []).map((variant) => (
              <li key={variant.id}>
                <b>{variant.name}</b> {(variant.channelListings ?? []).map((one) => (one.price ? `${f.channels[one.channel.slug as "citizen" | "public"] ?? one.channel.slug} ${formatWon(one.price.amount, language)}` : "")).filter(Boolean).join(" · ")}
              </li>
            ))}
          </ul>
          {isOpen ? <Say path="price" label={f.priceHead} payload={null} given={given} canLeave={false} /> : null}
        </section>
        {row("taxKind", f.taxKind, f.taxes[product.taxKind])}
        {row("returnPolicy", f.returnKind, `${f.returns[product.returnPolicy.kind]} ${product.returnPolicy.note}`)}
        {text("originCountry", f.origin, product.originCountry ?? "")}
      </Panel>
      <Panel title={f.noticeHead} note={product.productNotice?.typeName} flush>
        {(product.productNotice?.items ?? []).map((item) => text(`notice:${item.code}`, item.label, statedOf(item.value)))}
      </Panel>
    </>
  );
}

type Beside = Awaited<ReturnType<typeof besideOf>>;

export function Certificates({ certificates }: { certificates: Beside["certificates"] }) {
  const language = useLanguage();
  const t = reviewWords(language);
  const isLive = (standing: string) => standing === "VALID" || standing === "ENDING";
  return (
    <Panel title={t.certificates} count={certificates.length}>
      {certificates.length ? (
        <ul className="l-certs">
          {certificates.map((one) => (
            <li key={one.id}>
              <Icon name={isLive(one.standing) ? "seal" : "x"} size="s" />
              <span>
                <b>{one.kind.name}</b> {one.item}
                <small className="num">
                  {one.number} · {one.validUntil ? t.until(formatDate(one.validUntil, language)) : t.noEnd} {t.standing[one.standing] ? <span className={isLive(one.standing) ? "tag ok" : "tag bad"}>{t.standing[one.standing]}</span> : null}
                </small>
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="l-value mute">{t.noCertificates}</p>
      )}
    </Panel>
  );
}

export function Earlier({ earlier }: { earlier: Beside["earlier"] }) {
  const language = useLanguage();
  const t = reviewWords(language);
  return (
    <Panel title={t.earlier} count={earlier.length}>
      {earlier.length ? (
        <ul className="l-earlier">
          {earlier.map((one) => (
            <li key={one.id}>
              <b>{one.productName}</b> <span className="tag">{t.states[one.status]}</span>
              <small className="num">{one.decidedAt ?? one.submittedAt ? formatMoment(one.decidedAt ?? one.submittedAt, language) : null}</small>
              {one.changes.filter((change) => change.reason).map((change) => (
                <p key={change.label}>
                  {change.label}: {change.reason}
                </p>
              ))}
              {one.comment ? <p>{one.comment}</p> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="l-value mute">{t.noEarlier}</p>
      )}
    </Panel>
  );
}
