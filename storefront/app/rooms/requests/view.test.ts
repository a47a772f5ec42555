import { expect, it } from "vitest";
import { lookOf, named, nextAfter, type StepView } from "./view.ts";

const step = (stage: number, status: StepView["status"], isInTurn = false, name = `${stage}`): StepView => ({
  id: `${stage}-${name}`, stage, label: "결재", status, isInTurn, member: { name, jobTitle: "" }, isByDeputy: false, decidedBy: null, decidedAt: null, comment: "",
});

it("names a person with the title, where there is one", () => {
  expect(named({ name: "한지우", jobTitle: "주무관" })).toBe("한지우 주무관");
  expect(named({ name: "한지우", jobTitle: "" })).toBe("한지우");
});

it("shows what is done, what is now, what was refused and what comes", () => {
  expect([step(1, "APPROVED"), step(2, "WAITING", true), step(3, "WAITING"), step(3, "REJECTED"), step(3, "SENT_BACK"), step(3, "ENDED")].map(lookOf)).toEqual(["done", "now", "", "no", "no", ""]);
});

it("says to whom it goes next: beside, then after, then nobody", () => {
  expect(nextAfter([step(1, "APPROVED"), step(2, "WAITING", true), step(3, "WAITING", false, "셋")], "2-2")?.name).toBe("셋");
  expect(nextAfter([step(1, "APPROVED"), step(2, "WAITING", true)], "2-2")).toBeNull();
  expect(nextAfter([step(2, "WAITING", false, "다"), step(1, "WAITING", true, "가"), step(1, "WAITING", true, "나")], "1-가")?.name).toBe("나");
  expect(nextAfter([step(1, "APPROVED", false, "가"), step(1, "WAITING", true, "나")], "1-나")).toBeNull();
  expect(nextAfter([step(1, "WAITING", true)], "elsewhere")).toBeNull();
});
