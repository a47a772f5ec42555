import { defineVoices, useVoice } from "~/rooms/cart/voice.ts";
import { cx } from "~/ui/cx.ts";
import { Won } from "~/ui/Price.tsx";
import type { Variant } from "./product.server.ts";
import { percentBelow, takenStep, type Step } from "./quantityPrices.ts";

const n = (value: number) => value.toLocaleString("ko-KR");
const words = defineVoices({
  ko: { title: "많이 살수록 낮아지는 단가", from: (count: number) => `${n(count)}개부터`, each: "개당", off: (percent: number) => `${percent}% 낮음`, note: "부가세를 넣은 값이에요. 같은 옵션의 수량을 모두 더해 셉니다.", option: "옵션", step: (at: number) => `${at}단계`, chosen: "고른 수량의 단가" },
  formal: { title: "수량 단가", note: "부가세를 포함한 단가입니다. 같은 규격의 수량을 모두 더해 계산합니다.", option: "규격", chosen: "입력한 수량의 단가" },
  en: { title: "Lower prices for larger quantities", from: (count) => `from ${n(count)}`, each: "each", off: (percent) => `${percent}% less`, note: "VAT included. All pieces of one option count together.", option: "Option", step: (at) => `Step ${at}`, chosen: "the price for your quantity" },
});
const AT_ONCE = 4;

/** What each option costs from more pieces on; nothing where no quantity lowers a price. `quantity`: how many somebody asks for, if known. */
export function QuantityPrices({ variants, chosen, quantity = null }: { variants: readonly Variant[]; chosen: Variant | null; quantity?: number | null }) {
  const t = useVoice(words);
  const having = variants.filter((variant) => variant.quantityPrices.length > 0);
  if (having.length === 0) return null;
  const table = <StepTable variants={having} isNamed={variants.length > 1} reached={chosen && quantity !== null ? { id: chosen.id, step: takenStep(chosen.quantityPrices, quantity) } : null} />;
  return (
    <section className="q-prices" aria-label={t.title}>
      {having.length > AT_ONCE ? (
        <details>
          <summary>{t.title}</summary>
          {table}
        </details>
      ) : (
        <>
          <h2 className="h-notice">{t.title}</h2>
          {table}
        </>
      )}
      <p className="xs mute">{t.note}</p>
    </section>
  );
}

function StepTable({ variants, isNamed, reached }: { variants: readonly Variant[]; isNamed: boolean; reached: { id: string; step: Step | null } | null }) {
  const t = useVoice(words);
  const widest = Math.max(...variants.map((variant) => variant.quantityPrices.length));
  const places = Array.from({ length: widest }, (_, at) => at);
  return (
    <table>
      <caption className="vh">{t.title}</caption>
      <thead className="vh">
        <tr>
          {isNamed ? <th scope="col">{t.option}</th> : null}
          {places.map((at) => (
            <th scope="col" key={at}>{t.step(at + 1)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {variants.map((variant) => (
          <tr key={variant.id}>
            {isNamed ? <th scope="row">{variant.translation?.name || variant.name}</th> : null}
            {places.map((at) => {
              const step = variant.quantityPrices[at];
              return step ? <StepCell key={at} step={step} price={variant.pricing?.price?.gross.amount ?? 0} isReached={reached?.id === variant.id && reached.step === step} /> : (
                <td key={at}>
                  <span className="vh">–</span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StepCell({ step, price, isReached }: { step: Step; price: number; isReached: boolean }) {
  const t = useVoice(words);
  const percent = price > 0 ? percentBelow(price, step) : 0;
  return (
    <td className={cx("num", isReached && "is-on")}>
      <span className="xs sub">{t.from(step.minimumQuantity)}</span>
      <b>
        <span className="vh">{t.each} </span>
        <Won amount={step.price.gross.amount} />
      </b>
      {percent > 0 ? <span className="xs ok">{t.off(percent)}</span> : null}
      {isReached ? <span className="vh">({t.chosen})</span> : null}
    </td>
  );
}
