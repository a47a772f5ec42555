import { isRouteErrorResponse, Outlet, useRouteError } from "react-router";
import { useLanguage } from "~/lib/i18n/index.ts";
import { centreOf } from "~/rooms/centre/centre.server.ts";
import { menuOf } from "~/rooms/centre/menu.ts";
import { loadWaiting } from "~/rooms/centre/today.server.ts";
import { centreWords } from "~/rooms/centre/words.ts";
import { DeskFailure } from "~/rooms/desk/DeskFailure.tsx";
import { DeskFrame } from "~/rooms/desk/DeskFrame.tsx";
import { deskWords } from "~/rooms/desk/words.ts";
import { Button } from "~/ui/Button.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/layout";
import "~/styles/staff.css";

export async function loader({ context, request }: Route.LoaderArgs) {
  const centre = await centreOf(context, request);
  return { ...centre, waiting: await loadWaiting(context, request) };
}

type Loaded = Route.ComponentProps["loaderData"];

function Who({ loaded }: { loaded: Loaded }) {
  const t = centreWords(useLanguage());
  const { who, membership, others } = loaded;
  return (
    <>
      <b>{membership.vendor.name}</b>
      <span className="mute">
        {t.roles[membership.role]} {who}
      </span>
      {membership.vendor.status === "ACTIVE" ? <Link className="link sm" to={`/vendors/${encodeURIComponent(membership.vendor.slug)}`}>{t.shopPage}</Link> : null}
      {others.map((other) => (
        <form key={other.vendor.id} method="post" action="/vendor/switch">
          <input type="hidden" name="vendor" value={other.vendor.id} />
          <Button kind="3" size="s">{`${t.switch}: ${other.vendor.name}`}</Button>
        </form>
      ))}
    </>
  );
}

function useDesk(loaded: Loaded) {
  const language = useLanguage();
  return { name: deskWords(language).centre, home: "/vendor", groups: menuOf(loaded.membership.abilities, loaded.waiting, language), who: <Who loaded={loaded} /> };
}

function Standing({ status }: { status: Loaded["membership"]["vendor"]["status"] }) {
  const t = centreWords(useLanguage());
  if (status === "ACTIVE") return null;
  const [head, body] = status === "SUSPENDED" ? [t.suspended, t.suspendedBody] : [t.closed, t.closedBody];
  return (
    <section className="standing" aria-label={head}>
      <Notice kind="warn" head={head}>{body}</Notice>
    </section>
  );
}

export default function CentreLayout({ loaderData }: Route.ComponentProps) {
  return (
    <DeskFrame {...useDesk(loaderData)}>
      <Standing status={loaderData.membership.vendor.status} />
      <Outlet />
    </DeskFrame>
  );
}

function Failure({ loaded, status }: { loaded: Loaded; status: number }) {
  const t = centreWords(useLanguage());
  return (
    <DeskFrame {...useDesk(loaded)}>
      <DeskFailure status={status} home="/vendor" forbidden={{ head: t.forbidden, body: t.forbiddenBody }} inFrame />
    </DeskFrame>
  );
}

export function ErrorBoundary({ loaderData }: Route.ErrorBoundaryProps) {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const t = centreWords(useLanguage());
  if (loaderData) return <Failure loaded={loaderData} status={status} />;
  return <DeskFailure status={status} home="/vendor" forbidden={{ head: t.forbidden, body: t.forbiddenBody }} inFrame={false} />;
}
