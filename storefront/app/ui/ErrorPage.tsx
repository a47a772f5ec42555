import { useMessages } from "~/lib/i18n/index.ts";
import { ButtonLink } from "./Button.tsx";
import { Link } from "./Link.tsx";
import { Logo } from "./Logo.tsx";
import { Seo } from "./Seo.tsx";

/** The words for a failed page; `inFrame` leaves the header and footer to the layout around it. */
export function ErrorPage({ status, inFrame }: { status: number; inFrame?: boolean }) {
  const t = useMessages();
  const e = t.error;
  const [head, body] =
    status === 404 ? [e.notFound, e.notFoundBody] : status === 401 || status === 403 ? [e.forbidden, e.forbiddenBody] : status >= 400 && status < 500 ? [e.bad, e.badBody] : [e.server, e.serverBody];
  return (
    <main id="main" className="failure wrap">
      <Seo title={head} canonical={null} />
      {inFrame ? null : (
        <p className="logo">
          <Logo />
          {t.brand}
        </p>
      )}
      <p className="code num" aria-hidden="true">{status}</p>
      <h1>{head}</h1>
      <p className="sub">{body}</p>
      {status === 404 && inFrame ? (
        <p className="ways">
          <Link className="link" to="/c">{t.nav.all}</Link>
          <Link className="link" to="/values">{t.nav.values}</Link>
          <Link className="link" to="/vendors">{t.nav.vendors}</Link>
        </p>
      ) : null}
      <ButtonLink kind="1" to="/">
        {e.home}
      </ButtonLink>
    </main>
  );
}
