import { data, isRouteErrorResponse, Outlet, useRouteError } from "react-router";
import { StaffMeDocument, StaffNavigationDocument } from "~/gql/operations";
import { useLanguage } from "~/lib/i18n/index.ts";
import { DeskFailure } from "~/rooms/desk/DeskFailure.tsx";
import { DeskFrame } from "~/rooms/desk/DeskFrame.tsx";
import { menuOf } from "~/rooms/staff/menu.ts";
import { gqlStaff } from "~/rooms/staff/staff.server.ts";
import { staffWords } from "~/rooms/staff/words.ts";
import type { Route } from "./+types/layout";
import "~/styles/staff.css";

export async function loader({ context }: Route.LoaderArgs) {
  const { me } = await gqlStaff(context, StaffMeDocument, {});
  if (!me?.isStaff) throw data(null, { status: 403 });
  const may = (me.userPermissions ?? []).map((permission) => permission.code);
  const overview = may.includes("HANDLE_PAYMENTS") ? (await gqlStaff(context, StaffNavigationDocument, {})).paymentOverview : null;
  return { who: `${me.lastName}${me.firstName}`.trim() || me.email, may, overview };
}

type Loaded = Route.ComponentProps["loaderData"];

function useDesk({ may, overview, who }: Loaded) {
  const language = useLanguage();
  const groups = menuOf(may, overview, language);
  return { name: staffWords(language).desk, home: groups[0]?.entries[0]?.path ?? "/staff", groups, who: <b>{who}</b> };
}

export default function StaffLayout({ loaderData }: Route.ComponentProps) {
  return (
    <DeskFrame {...useDesk(loaderData)}>
      <Outlet />
    </DeskFrame>
  );
}

function Failure({ loaded, status }: { loaded: Loaded; status: number }) {
  const t = staffWords(useLanguage());
  const desk = useDesk(loaded);
  return (
    <DeskFrame {...desk}>
      <DeskFailure status={status} home={desk.home} forbidden={{ head: t.forbidden, body: t.forbiddenBody }} inFrame />
    </DeskFrame>
  );
}

/** Who may not be here gets a page that says so, without the menu of what is not theirs. */
export function ErrorBoundary({ loaderData }: Route.ErrorBoundaryProps) {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const t = staffWords(useLanguage());
  if (loaderData) return <Failure loaded={loaderData} status={status} />;
  return <DeskFailure status={status} home="/staff" forbidden={{ head: t.forbidden, body: t.forbiddenBody }} inFrame={false} />;
}
