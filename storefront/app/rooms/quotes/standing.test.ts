import { describe, expect, it } from "vitest";
import { standingOf, tabOf, type Standing } from "./standing.ts";

type Row = Parameters<typeof standingOf>[0];
const quote = (changes: Partial<Row["quotes"][number]> = {}) => ({ isStanding: true, chosenAt: null, withdrawnAt: null, ...changes });
const withdrawn = quote({ isStanding: false, withdrawnAt: "2026-11-20T00:00:00Z" });
const row = (changes: Partial<Row>): Row => ({ status: "SEEN", requestStatus: "OPEN", isOpen: true, quotes: [], ...changes });
const past = (changes: Partial<Row>): Row => row({ isOpen: false, requestStatus: "CLOSED", ...changes });

describe("where an enterprise stands with a request", () => {
  it.each<[Standing, Row]>([
    ["NEW", row({ status: "INVITED" })],
    ["READ", row({})],
    ["ANSWERED", row({ status: "ANSWERED", quotes: [quote()] })],
    ["DECLINED", row({ status: "DECLINED" })],
    ["WITHDRAWN", row({ quotes: [withdrawn] })],
    ["ANSWERED", row({ status: "ANSWERED", quotes: [quote(), withdrawn] })],
    ["UNANSWERED", past({ status: "INVITED" })],
    ["UNANSWERED", past({ quotes: [quote({ isStanding: false })] })],
    ["WITHDRAWN", past({ quotes: [withdrawn] })],
    ["DECLINED", past({ status: "DECLINED" })],
    ["DECIDING", past({ status: "ANSWERED", quotes: [quote()] })],
    ["CHOSEN", past({ status: "ANSWERED", requestStatus: "CHOSEN", quotes: [quote({ chosenAt: "2026-11-20T00:00:00Z" })] })],
    ["NOT_CHOSEN", past({ status: "ANSWERED", requestStatus: "CHOSEN", quotes: [quote()] })],
    ["UNANSWERED", past({ requestStatus: "CHOSEN" })],
    ["CANCELED", past({ status: "ANSWERED", requestStatus: "CANCELED", quotes: [quote()] })],
  ])("%s", (standing, given) => expect(standingOf(given)).toBe(standing));

  it("is listed under what waits, unless the address says another tab", () => expect([null, "zzz", "answered", "past"].map(tabOf)).toEqual(["waiting", "waiting", "answered", "past"]));
});
