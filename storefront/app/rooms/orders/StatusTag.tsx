import type { OrderStatus } from "~/gql/operations";

const LOOKS: Partial<Record<OrderStatus, string>> = { FULFILLED: "ok", PARTIALLY_FULFILLED: "info", UNFULFILLED: "acc", UNCONFIRMED: "warn", CANCELED: "bad", EXPIRED: "bad" };

/** The state in the API's own words; the colour only repeats them. */
export const StatusTag = ({ status, text }: { status: OrderStatus; text: string }) => <span className={`tag ${LOOKS[status] ?? ""}`}>{text}</span>;
