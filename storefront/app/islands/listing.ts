import { formatNumber, splitVat, type TaxKind } from "~/lib/money.ts";

/**
 * Small helps for the form of a listing: what of a price is VAT follows what is typed, "상세페이지 참조" fills its field without a round
 * trip, and leaving with unsaved words is asked about. The form does all of it without this, except the last.
 */
const byName = (name: string) => document.querySelector<HTMLInputElement | HTMLSelectElement>(`main form [name="${name}"]`);

function showVat(): void {
  const taxKind = (byName("taxKind")?.value ?? "TAXABLE") as TaxKind;
  for (const line of document.querySelectorAll<HTMLElement>("[data-vat-of]")) {
    const digits = (byName(line.dataset.vatOf ?? "")?.value ?? "").replaceAll(/[,\s원₩]/g, "");
    const isNumber = /^\d{1,9}$/.test(digits);
    line.hidden = !isNumber;
    if (!isNumber) continue;
    const { supply, tax } = splitVat(Number(digits), taxKind);
    const won = (amount: number) => (document.documentElement.lang === "en" ? `₩${formatNumber(amount)}` : `${formatNumber(amount)}원`);
    line.textContent = taxKind === "TAXABLE" ? (line.dataset.supply ?? "").replace("{0}", won(supply)).replace("{1}", won(tax)) : (line.dataset.noTax ?? "");
  }
}

const form = document.querySelector<HTMLFormElement>("form[data-listing]");
if (form) {
  let isDirty = form.hasAttribute("data-unsaved");
  form.addEventListener("input", () => {
    isDirty = true;
    showVat();
  });
  form.addEventListener("change", showVat);
  form.addEventListener("submit", () => (isDirty = false));
  addEventListener("beforeunload", (event) => {
    if (isDirty) event.preventDefault();
  });
  for (const button of form.querySelectorAll<HTMLButtonElement>("[data-fill]")) {
    button.addEventListener("click", (event) => {
      const field = document.getElementById(button.dataset.fill ?? "");
      if (!(field instanceof HTMLInputElement)) return;
      event.preventDefault();
      field.value = button.dataset.with ?? "";
      field.focus();
      isDirty = true;
    });
  }
  showVat();
}
