import { data, redirect } from "react-router";
import { StaffMeDocument } from "~/gql/operations";
import { menuOf } from "~/rooms/staff/menu.ts";
import { gqlStaff } from "~/rooms/staff/staff.server.ts";
import type { Route } from "./+types/home";

/** The first desk the person may open. */
export async function loader({ context }: Route.LoaderArgs) {
  const { me } = await gqlStaff(context, StaffMeDocument, {});
  const first = menuOf((me?.userPermissions ?? []).map((permission) => permission.code), null, "ko")[0]?.entries[0]?.path;
  if (!first) throw data(null, { status: 403 });
  return redirect(first, 303);
}

/** Nothing of its own to show; being a page, it lets the frame answer who may not be here. */
export default function StaffHome() {
  return null;
}
