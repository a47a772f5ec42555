/** What a proposal would make of a line: fewer pieces than were ordered. */
export interface Fewer {
  name: string;
  from: number;
  to: number;
}

interface Line {
  id: string;
  productName: string;
  quantity: number;
  quantityFulfilled: number;
}

/** Pieces are those still to be sent; what was sent already stays. */
export const fewerOf = (pieces: readonly { orderLineId: string; quantity: number }[], lines: readonly Line[]): Fewer[] =>
  pieces.flatMap((piece) => {
    const line = lines.find((one) => one.id === piece.orderLineId);
    return line ? [{ name: line.productName, from: line.quantity, to: line.quantityFulfilled + piece.quantity }] : [];
  });

/** "0.08%" of a rate like "0.00080". */
export const percentOf = (rate: number | string): string => `${Number((Number(rate) * 100).toFixed(3))}%`;
