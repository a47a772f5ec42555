import { isRouteErrorResponse, Outlet, useRouteError } from "react-router";
import { StaffNavigationDocument } from "~/gql/operations";
import { useLanguage } from "~/lib/i18n/index.ts";
import { menuOf } from "~/rooms/staff/menu.ts";
import { gqlStaff } from "~/rooms/staff/staff.server.ts";
import { StaffFrame } from "~/rooms/staff/StaffFrame.tsx";
import { staffWords } from "~/rooms/staff/words.ts";
import { ButtonLink } from "~/ui/Button.tsx";
import { Logo } from "~/ui/Logo.tsx";
import { Seo } from "~/ui/Seo.tsx";
import type { Route } from "./+types/layout";
import "~/styles/staff.css";

export async function loader({ context }: Route.LoaderArgs) {
  const { me, paymentOverview } = await gqlStaff(context, StaffNavigationDocument, {});
  return { who: me ? `${me.lastName}${me.firstName}`.trim() || me.email : "", overview: paymentOverview };
}

export default function StaffLayout({ loaderData }: Route.ComponentProps) {
  const groups = menuOf(loaderData.overview, useLanguage());
  return (
    <StaffFrame groups={groups} who={loaderData.who}>
      <Outlet />
    </StaffFrame>
  );
}

function Failure({ status, inFrame }: { status: number; inFrame: boolean }) {
  const t = staffWords(useLanguage());
  const [head, body] = status === 403 ? [t.forbidden, t.forbiddenBody] : status === 404 ? [t.missing, t.missingBody] : [t.broken, t.brokenBody];
  return (
    <main id="main" className="failure wrap">
      <Seo title={head} canonical={null} />
      {inFrame ? null : (
        <p className="logo">
          <Logo />
          이음
        </p>
      )}
      <p className="code num" aria-hidden="true">{status}</p>
      <h1>{head}</h1>
      <p className="sub">{body}</p>
      {status === 403 ? <ButtonLink kind="2" to="/sign-in?next=/staff/payments">{t.otherAccount}</ButtonLink> : <ButtonLink kind="1" to="/staff/payments">{t.back}</ButtonLink>}
    </main>
  );
}

/** Who may not be here gets a page that says so, without the menu of what is not theirs. */
export function ErrorBoundary({ loaderData }: Route.ErrorBoundaryProps) {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const language = useLanguage();
  if (!loaderData || status === 403) return <Failure status={status} inFrame={false} />;
  return (
    <StaffFrame groups={menuOf(loaderData.overview, language)} who={loaderData.who}>
      <Failure status={status} inFrame />
    </StaffFrame>
  );
}
