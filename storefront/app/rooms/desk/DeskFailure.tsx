import type { ReactNode } from "react";
import { useLanguage } from "~/lib/i18n/index.ts";
import { ButtonLink } from "~/ui/Button.tsx";
import { Logo } from "~/ui/Logo.tsx";
import { Seo } from "~/ui/Seo.tsx";
import { deskWords } from "./words.ts";

interface Props {
  status: number;
  /** The first page of the desk. */
  home: string;
  /** Whose desk it is, and who may see it. */
  forbidden: { head: string; body: string };
  inFrame: boolean;
  /** Another way out, where there is one. */
  children?: ReactNode;
}

/** The page that stands in for one that cannot be shown. */
export function DeskFailure({ status, home, forbidden, inFrame, children }: Props) {
  const t = deskWords(useLanguage());
  const [head, body] = status === 403 ? [forbidden.head, forbidden.body] : status === 404 ? [t.missing, t.missingBody] : [t.broken, t.brokenBody];
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
      {status === 403 ? <ButtonLink kind="2" to={`/sign-in?next=${home}`}>{t.otherAccount}</ButtonLink> : <ButtonLink kind="1" to={home}>{t.back}</ButtonLink>}
      {children}
    </main>
  );
}
