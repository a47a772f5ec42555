import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router";
import { expect, it } from "vitest";
import { Header } from "./Header.tsx";

function agencyLink(isSignedIn: boolean, isOfficial: boolean): [string | undefined, string | undefined] {
  const header = <Header channel="public" navigation={{ categories: [], themes: [], campaigns: [] }} menu={[]} cartQuantity={0} isSignedIn={isSignedIn} isOfficial={isOfficial} />;
  const html = renderToStaticMarkup(<RouterProvider router={createMemoryRouter([{ path: "*", element: header }])} />);
  const [, to, text] = /<a[^>]*href="(\/agency[^"]*)"[^>]*>([^<]*)</.exec(html) ?? [];
  return [to, text];
}

it("leads to the agency's desk only who works for one; everybody else to where one applies", () => {
  expect(agencyLink(true, true)).toEqual(["/agency", "기관 업무"]);
  expect(agencyLink(true, false)).toEqual(["/agency/apply", "기관 가입"]);
  expect(agencyLink(false, false)).toEqual(["/agency/apply", "기관 가입"]);
});
