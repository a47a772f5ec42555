import { formatNumber } from "~/lib/money.ts";
import { sumsOf, type Delivery } from "~/rooms/requests/decide.ts";

/** Keeps the sums of a purchase request in step with the items that are ticked; the server reckons again. */
const board = document.querySelector<HTMLElement>("[data-decide]");
const rows = [...document.querySelectorAll<HTMLElement>("[data-line]")];

function show(): void {
  if (!board) return;
  const rejected = new Set(rows.filter((row) => row.querySelector<HTMLInputElement>('input[value="reject"]')?.checked).map((row) => row.dataset.line ?? ""));
  const lines = rows.map((row) => ({ id: row.dataset.line ?? "", vendorId: row.dataset.vendor ?? "", net: Number(row.dataset.net), gross: Number(row.dataset.gross) }));
  const sums = sumsOf(lines, rejected, JSON.parse(board.dataset.deliveries ?? "[]") as Delivery[]);
  const say: Record<string, string> = { net: formatNumber(sums.net), tax: formatNumber(sums.tax), gross: formatNumber(sums.gross), cut: `−${formatNumber(sums.cutGross)}`, count: formatNumber(sums.cutCount), delivery: formatNumber(sums.delivery) };
  for (const place of document.querySelectorAll<HTMLElement>("[data-sum]")) place.textContent = say[place.dataset.sum ?? ""] ?? "";
  for (const place of document.querySelectorAll<HTMLElement>("[data-when-cut]")) place.hidden = sums.cutCount === 0;
}

for (const row of rows) row.addEventListener("change", show);
show();
