/**
 * The product page's one script: plus and minus beside the quantity, and a total that follows the chosen option. Without it the field
 * and the options work just the same.
 */
const numbers = new Intl.NumberFormat("ko-KR");

/** What each of so many pieces of the chosen option costs: `data-steps` holds what it falls to from which quantity on. */
function priceOf(form: HTMLFormElement, quantity: number): number {
  const chosen = form.querySelector<HTMLInputElement>("input[name=variantId]:checked, input[type=hidden][name=variantId]");
  let price = Number(chosen?.dataset.price ?? 0);
  for (const step of chosen?.dataset.steps?.split(" ") ?? []) {
    const [from, each] = step.split(":").map(Number);
    if (quantity >= from!) price = Math.min(price, each!);
  }
  return price;
}

function show(form: HTMLFormElement, field: HTMLInputElement): void {
  const total = form.querySelector("[data-total]");
  const label = form.querySelector<HTMLElement>("[data-total-label]");
  const quantity = Math.trunc(field.valueAsNumber);
  if (!total || !label || !(quantity > 0)) return;
  const sum = numbers.format(priceOf(form, quantity) * quantity);
  const unit = document.createElement("span");
  unit.className = "won";
  unit.textContent = document.documentElement.lang === "ko" ? "원" : "₩";
  total.replaceChildren(...(document.documentElement.lang === "ko" ? [sum, unit] : [unit, sum]));
  label.textContent = label.dataset.totalLabel ?? "";
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-buy]")) {
  const field = form.querySelector<HTMLInputElement>("[data-quantity] input");
  if (!field) continue;
  for (const button of form.querySelectorAll<HTMLButtonElement>("[data-step]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      if (button.dataset.step === "1") field.stepUp();
      else field.stepDown();
      show(form, field);
    });
  }
  form.addEventListener("input", () => show(form, field));
  show(form, field);
}

export {};
