import { isRouteErrorResponse, Outlet, useRouteError } from "react-router";
import { useLanguage } from "~/lib/i18n/index.ts";
import { agencyDeskOf } from "~/rooms/agency/agency.server.ts";
import { menuOf } from "~/rooms/agency/menu.ts";
import { loadWaiting } from "~/rooms/agency/today.server.ts";
import { agencyWords } from "~/rooms/agency/words.ts";
import { DeskFailure } from "~/rooms/desk/DeskFailure.tsx";
import { DeskFrame } from "~/rooms/desk/DeskFrame.tsx";
import { deskWords } from "~/rooms/desk/words.ts";
import { Button } from "~/ui/Button.tsx";
import { Local } from "~/ui/Local.tsx";
import type { Route } from "./+types/layout";
import "~/styles/staff.css";
import "~/styles/agency.css";

export async function loader({ context, request }: Route.LoaderArgs) {
  const desk = await agencyDeskOf(context, request);
  return { ...desk, waiting: await loadWaiting(context, request) };
}

type Loaded = Route.ComponentProps["loaderData"];

function Who({ loaded }: { loaded: Loaded }) {
  const t = agencyWords(useLanguage());
  const { who, membership, others } = loaded;
  return (
    <>
      <span>
        <b>{who}</b> <Local text={membership.jobTitle} />
      </span>
      <span className="mute">
        <Local text={[membership.agency.name, membership.department?.name].filter(Boolean).join(" ")} />
      </span>
      {others.map((other) => (
        <form key={other.agency.id} method="post" action="/agency/switch">
          <input type="hidden" name="agency" value={other.agency.id} />
          <Button kind="3" size="s">{`${t.switch}: ${other.agency.name}`}</Button>
        </form>
      ))}
    </>
  );
}

function useDesk(loaded: Loaded) {
  const language = useLanguage();
  return { name: deskWords(language).agency, home: "/agency", groups: menuOf(loaded.membership.abilities, loaded.waiting, language), who: <Who loaded={loaded} /> };
}

export default function AgencyLayout({ loaderData }: Route.ComponentProps) {
  return (
    <DeskFrame {...useDesk(loaderData)}>
      <Outlet />
    </DeskFrame>
  );
}

function Failure({ loaded, status }: { loaded: Loaded; status: number }) {
  const t = agencyWords(useLanguage());
  return (
    <DeskFrame {...useDesk(loaded)}>
      <DeskFailure status={status} home="/agency" forbidden={{ head: t.forbidden, body: t.forbiddenBody }} inFrame />
    </DeskFrame>
  );
}

export function ErrorBoundary({ loaderData }: Route.ErrorBoundaryProps) {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const t = agencyWords(useLanguage());
  if (loaderData) return <Failure loaded={loaderData} status={status} />;
  return <DeskFailure status={status} home="/agency" forbidden={{ head: t.forbidden, body: t.forbiddenBody }} inFrame={false} />;
}
