import type { ReactNode } from "react";
import { useLocation } from "react-router";
import { baseOf } from "~/lib/channel.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { Button } from "~/ui/Button.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Seo } from "~/ui/Seo.tsx";
import { accountWords } from "./words.ts";

interface Props {
  head: string;
  lead?: ReactNode;
  hasErrors?: boolean;
  children: ReactNode;
}

/** Pages that belong to one of the menu, and are no part of its address. */
const INSIDE: Readonly<Record<string, string>> = { "/account/email": "/account/profile", "/account/delete": "/account/profile" };

/** "page" at the page itself, "true" at one that belongs to it. */
function currentOf(here: string, path: string): "page" | "true" | undefined {
  if (here === path) return "page";
  return path !== "/account" && (INSIDE[here] === path || here.startsWith(`${path}/`)) ? "true" : undefined;
}

/** The member's own pages: a menu at the side, sign-out as a form, for it changes something. */
export function AccountFrame({ head, lead, hasErrors, children }: Props) {
  const t = useVoice(accountWords);
  const { pathname } = useLocation();
  const base = baseOf(useChannel());
  const links: [string, string][] = [
    [t.title, "/account"],
    [t.orders, "/account/orders"],
    [t.addresses, "/account/addresses"],
    [t.profile, "/account/profile"],
    [t.passwordChange, "/account/password"],
  ];
  return (
    <main id="main" className="wrap account-page">
      <Seo title={`${hasErrors ? t.errorTitle : ""}${head}`} canonical={null} />
      <nav className="amenu" aria-label={t.menu}>
        <ul>
          {links.map(([label, path]) => (
            <li key={path}>
              <Link to={base + path} aria-current={currentOf(pathname.slice(base.length), path)}>{label}</Link>
            </li>
          ))}
        </ul>
        <form method="post" action={`${base}/sign-out`}>
          <Button kind="3" size="s">{t.signOut}</Button>
        </form>
      </nav>
      <div>
        <div className="hd">
          <h1><Local text={head} /></h1>
          {lead ? <p>{lead}</p> : null}
        </div>
        {children}
      </div>
    </main>
  );
}

/** Sign-in and registration: one narrow column. */
export function DoorFrame({ head, lead, hasErrors, children }: Props) {
  const t = useVoice(accountWords);
  return (
    <main id="main" className="wrap door-page">
      <Seo title={`${hasErrors ? t.errorTitle : ""}${head}`} canonical={null} />
      <div className="door">
        <h1><Local text={head} /></h1>
        {lead ? <p className="sub">{lead}</p> : null}
        {children}
      </div>
    </main>
  );
}
