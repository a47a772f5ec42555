import { isRouteErrorResponse, Outlet, useRouteError } from "react-router";
import { loadFrame } from "~/rooms/frame.server.ts";
import { Frame } from "~/rooms/Frame.tsx";
import { ErrorPage } from "~/ui/ErrorPage.tsx";
import type { Route } from "./+types/layout";

export const loader = ({ request, context }: Route.LoaderArgs) => loadFrame(request, context, "public");

export default function PublicFrame({ loaderData }: Route.ComponentProps) {
  return (
    <Frame data={loaderData}>
      <Outlet />
    </Frame>
  );
}

/** A page inside failed: the frame stays, so that there is always somewhere to go. */
export function ErrorBoundary({ loaderData }: Route.ErrorBoundaryProps) {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (!loaderData) return <ErrorPage status={status} />;
  return (
    <Frame data={loaderData}>
      <ErrorPage status={status} inFrame />
    </Frame>
  );
}
