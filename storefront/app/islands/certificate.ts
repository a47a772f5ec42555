/**
 * Where the law says how long a certificate counts, its last day follows from the day of issue as soon as that is entered. What somebody typed
 * stays. The form works without this; the server knows the rule.
 */
const issued = document.querySelector<HTMLInputElement>("#issuedOn");
const until = document.querySelector<HTMLInputElement>("#validUntil");

/** Days run from the day after the issue; of months the day before the same day is what papers print. */
function lastDay(from: string, days: number, months: number): string {
  const day = new Date(`${from}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return "";
  if (days) day.setUTCDate(day.getUTCDate() + days);
  else {
    const wanted = day.getUTCDate();
    day.setUTCDate(1);
    day.setUTCMonth(day.getUTCMonth() + months);
    const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
    day.setUTCDate(Math.min(wanted, last) - 1);
  }
  return day.toISOString().slice(0, 10);
}

if (issued && until) {
  const [days, months] = [Number(issued.dataset.days ?? 0), Number(issued.dataset.months ?? 0)];
  let isOurs = !until.value;
  until.addEventListener("input", () => {
    isOurs = until.value === "";
  });
  issued.addEventListener("change", () => {
    if (isOurs && issued.value && (days || months)) until.value = lastDay(issued.value, days, months);
  });
}

export {};
