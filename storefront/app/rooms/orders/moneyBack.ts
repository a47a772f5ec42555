/**
 * What goes back, and which way, told before the buyer decides. The API works it out again when it is done; the rules are the same:
 * money first, as much as was to be paid in money, and the rest to the gift cards that paid.
 */
interface Sum {
  amount: number;
}
interface Books {
  total: { gross: Sum };
  totalGrantedRefund: Sum;
  totalCharged: Sum;
  giftCardAmount: Sum;
}

export interface Plan {
  /** Goes back by the way it was paid. */
  money: number;
  /** Goes back to gift cards. */
  cards: number;
  /** Was not paid yet and need not be. */
  waived: number;
}

export function planBack({ total, totalGrantedRefund, totalCharged, giftCardAmount }: Books, worth: number): Plan {
  const owed = total.gross.amount - totalGrantedRefund.amount;
  const granted = Math.min(worth, owed);
  const owedThen = owed - granted;
  const money = Math.max(totalCharged.amount - owedThen, 0) - Math.max(totalCharged.amount - owed, 0);
  return { money, cards: Math.min(worth - granted, giftCardAmount.amount), waived: granted - money };
}

/** What some pieces of a line cost after others went back: all pieces together cost the line's total, the first ones a won more. */
export function piecesPrice(total: number, quantity: number, gone: number, count: number): number {
  const each = Math.floor(total / quantity);
  const dearer = total - each * quantity;
  return each * count + Math.max(Math.min(dearer, gone + count) - gone, 0);
}

interface PartLine {
  id: string;
  quantity: number;
  quantityReturned: number;
  /** Pieces that the enterprise could not send; they were given back then. */
  quantityCanceled: number;
  isShippingRequired: boolean;
  totalPrice: { gross: Sum };
}
interface Part {
  lines: readonly PartLine[];
  returnFee: Sum;
  shippingPrice: { gross: Sum };
  withdrawals: readonly { status: string; reasonKind: string }[];
}

export interface Worth {
  goods: number;
  fee: number;
  delivery: number;
  all: number;
}

/** What a withdrawal gives back: the goods, less the way back unless they are at fault, and the delivery where all goes back for faults. */
export function withdrawalWorth(part: Part, pieces: ReadonlyMap<string, number>, isFaulty: boolean): Worth {
  const chosen = part.lines.filter((line) => pieces.get(line.id));
  const goods = chosen.reduce((sum, line) => sum + piecesPrice(line.totalPrice.gross.amount, line.quantity, line.quantityReturned + line.quantityCanceled, pieces.get(line.id) ?? 0), 0);
  const fee = !isFaulty && chosen.some((line) => line.isShippingRequired) ? part.returnFee.amount : 0;
  const allBack = part.lines.every((line) => line.quantityReturned + line.quantityCanceled + (pieces.get(line.id) ?? 0) === line.quantity);
  const earlierFaulty = part.withdrawals.every((one) => one.reasonKind === "FAULTY" || one.status === "CANCELED" || one.status === "REJECTED");
  const delivery = isFaulty && allBack && earlierFaulty ? part.shippingPrice.gross.amount : 0;
  return { goods, fee, delivery, all: Math.max(goods - fee, 0) + delivery };
}

/** What is left to cancel of a part that nothing was sent of: its pieces and its delivery, less what the enterprise cancelled before. */
export function partWorth(part: { lines: readonly PartLine[]; shippingPrice: { gross: Sum } }): number {
  const goods = part.lines.reduce((sum, line) => sum + piecesPrice(line.totalPrice.gross.amount, line.quantity, line.quantityCanceled, line.quantity - line.quantityCanceled), 0);
  return goods + part.shippingPrice.gross.amount;
}
