/**
 * Small helps for forms: a second press of the button does not send twice, postcodes keep to digits and phone numbers get their hyphens.
 * The server checks all of it again, and forms work without this.
 */
function guard(form: HTMLFormElement): void {
  let isSent = false;
  const labels = new Map<HTMLButtonElement, ChildNode[]>();
  form.addEventListener("submit", (event) => {
    if (isSent) {
      event.preventDefault();
      return;
    }
    isSent = true;
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement) || !form.dataset.once) return;
    labels.set(button, [...button.childNodes]);
    button.setAttribute("aria-disabled", "true");
    button.textContent = form.dataset.once;
  });
  // Back in the browser's memory: the page must be usable again.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    isSent = false;
    for (const [button, label] of labels) {
      button.replaceChildren(...label);
      button.removeAttribute("aria-disabled");
    }
    labels.clear();
  });
}

const digitsOf = (text: string): string => text.replace(/\D/g, "");

function hyphenate(text: string): string {
  const digits = digitsOf(text);
  if (text.trim().startsWith("+")) return text;
  if (/^1[568]\d{6}$/.test(digits)) return `${digits.slice(0, 4)}-${digits.slice(4)}`;
  const head = digits.startsWith("02") ? 2 : digits.startsWith("050") ? 4 : 3;
  if (!digits.startsWith("0") || digits.length < head + 7 || digits.length > head + 8) return text;
  return `${digits.slice(0, head)}-${digits.slice(head, -4)}-${digits.slice(-4)}`;
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-once]")) guard(form);
for (const field of document.querySelectorAll<HTMLInputElement>("input[data-format]")) {
  const isPostcode = field.dataset.format === "postcode";
  field.addEventListener("change", () => {
    field.value = isPostcode ? digitsOf(field.value).slice(0, 5) : hyphenate(field.value);
  });
}

export {};
