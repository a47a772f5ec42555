import { expect, it } from "vitest";
import { filterOf, tabOf, tabsOf } from "./tabs.ts";

const agency = { id: "A", name: "새솔시청", regime: "LOCAL" as const };
const department = { id: "D", name: "문화체육과" };
const clerk = { agency, department, abilities: ["REQUEST" as const] };
const head = { agency, department: null, abilities: ["APPROVE" as const] };

it("opens the tabs that hold something for the member", () => {
  expect(tabsOf(clerk)).toEqual(["mine", "decide", "department", "ended"]);
  expect(tabsOf(head)).toEqual(["decide", "ended"]);
});

it("begins with what waits, else with the own requests, and never with a tab that is not there", () => {
  expect([tabOf(null, clerk, 0), tabOf(null, clerk, 2), tabOf(null, head, 0), tabOf("mine", head, 0), tabOf("ended", clerk, 3), tabOf("x", clerk, 0)]).toEqual(["mine", "decide", "decide", "decide", "ended", "mine"]);
});

it("asks for the agency's requests only, and leaves drafts to who writes them", () => {
  for (const tab of tabsOf(clerk)) expect(filterOf(tab, clerk, "").agency).toBe("A");
  expect(filterOf("mine", clerk, "").status).toContain("DRAFT");
  expect(filterOf("department", clerk, "")).toMatchObject({ department: "D" });
  expect(filterOf("department", clerk, "").status).not.toContain("DRAFT");
  expect(filterOf("ended", clerk, "").status).toEqual(["APPROVED", "REJECTED", "WITHDRAWN", "CANCELED"]);
  expect(filterOf("mine", clerk, "비누")).toEqual({ agency: "A", search: "비누" });
});
