import type { RequestFullFragment } from "~/gql/operations";
import type { AttachedQuote } from "./QuotesPanel.tsx";
import type { Delivery } from "./decide.ts";
import type { LineView } from "./view.ts";

type Full = RequestFullFragment;

export const linesOf = ({ lines }: Pick<Full, "lines">): LineView[] =>
  lines.map((line) => ({
    id: line.id, name: line.name, option: line.option, quantity: line.quantity, unitPrice: line.unitPrice.amount, net: line.total.net.amount, gross: line.total.gross.amount, isRejected: line.status === "REJECTED",
    rejectedReason: line.rejectedReason, vendor: line.vendor, picture: line.thumbnail?.url ?? null, quoteNumber: line.quoteNumber,
  }));

export const deliveriesOf = ({ grounds }: Pick<Full, "grounds">): Delivery[] => grounds.map(({ vendor, shipping }) => ({ vendorId: vendor.id, net: shipping.net.amount, gross: shipping.gross.amount }));

export const quotesOf = (quotes: Full["quotes"]): AttachedQuote[] =>
  quotes.map((quote) => ({ id: quote.id, number: quote.number, gross: quote.total.gross.amount, requestId: quote.requestId, vendor: quote.vendor.name, validUntil: quote.validUntil, paperId: quote.paper?.id ?? null }));

/** The legal ways of those of whom something is still to be bought. */
export const routesOf = ({ grounds, lines }: Pick<Full, "grounds" | "lines">): Full["grounds"][number]["route"][] =>
  grounds.filter(({ vendor }) => lines.some((line) => line.status === "REQUESTED" && line.vendor.id === vendor.id)).map(({ route }) => route);

/** The numbers of the quotes that something is bought by. */
export const chosenNumbers = ({ lines }: Pick<Full, "lines">): string[] => lines.flatMap((line) => (line.quoteNumber ? [line.quoteNumber] : []));
