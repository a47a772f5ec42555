/**
 * The cart's one script: plus and minus, and a quantity that takes effect a moment after the last change. Without it the button beside
 * the field does the same.
 */
const PAUSE_MS = 700;

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-cart-quantity]")) {
  const field = form.querySelector<HTMLInputElement>("[data-quantity] input");
  if (!field) continue;
  let timer = 0;
  const send = () => {
    if (field.value !== field.defaultValue && field.checkValidity()) form.requestSubmit();
  };
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(send, PAUSE_MS);
  };
  for (const button of form.querySelectorAll<HTMLButtonElement>("[data-step]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      if (button.dataset.step === "1") field.stepUp();
      else field.stepDown();
      soon();
    });
  }
  field.addEventListener("change", soon);
  form.addEventListener("submit", () => clearTimeout(timer));
}

export {};
