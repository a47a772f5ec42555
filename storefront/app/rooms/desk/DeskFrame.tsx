import type { ReactNode } from "react";
import { useLocation } from "react-router";
import { useLanguage } from "~/lib/i18n/index.ts";
import { Button } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Logo } from "~/ui/Logo.tsx";
import { Seo } from "~/ui/Seo.tsx";
import { currentOf, type Group } from "./menu.ts";
import { deskWords } from "./words.ts";
import "~/styles/staff.css";

export interface Desk {
  /** What this desk is called, and its first page. */
  name: string;
  home: string;
  groups: readonly Group[];
  /** Who works here: one line, or an enterprise with its person. */
  who: ReactNode;
}

function Brand({ name, home }: Pick<Desk, "name" | "home">) {
  return (
    <Link className="logo" to={home}>
      <Logo />이음<small>{name}</small>
    </Link>
  );
}

function Menu({ groups, who }: Pick<Desk, "groups" | "who">) {
  const language = useLanguage();
  const t = deskWords(language);
  const { pathname } = useLocation();
  const current = currentOf(groups, pathname);
  return (
    <>
      <nav aria-label={t.menu}>
        {groups.map((group) => (
          <div key={group.label}>
            {group.label ? <p className="g">{group.label}</p> : null}
            <ul>
              {group.entries.map((entry) => (
                <li key={entry.path}>
                  <Link className="m" to={entry.path} aria-current={entry.path === current ? "page" : undefined}>
                    <Icon name={entry.icon} />
                    {entry.label}
                    {entry.count ? (
                      <span className="n num">
                        <span aria-hidden="true">{entry.count}</span>
                        <span className="vh">{t.waiting(entry.count)}</span>
                      </span>
                    ) : null}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="who">
        {who}
        <form method="post" action="/sign-out">
          <Button kind="3" size="s">{t.signOut}</Button>
        </form>
        <Link className="link sm" to="/">{t.toShop}</Link>
        <Link className="link sm" to={`?lang=${language === "ko" ? "en" : "ko"}`} hrefLang={language === "ko" ? "en" : "ko"}>{language === "ko" ? "English" : "한국어"}</Link>
      </div>
    </>
  );
}

/** The frame of every desk: a menu at the side, or under a button on phones; both work without script. */
export function DeskFrame({ name, home, groups, who, children }: Desk & { children: ReactNode }) {
  const t = deskWords(useLanguage());
  return (
    <div className="staff-desk">
      <aside className="side">
        <Brand name={name} home={home} />
        <Menu groups={groups} who={who} />
      </aside>
      <div>
        <header className="mtop">
          <Brand name={name} home={home} />
          <details>
            <summary className="btn btn-2 btn-s">
              <Icon name="menu" />
              {t.openMenu}
            </summary>
            <div className="sheet">
              <Menu groups={groups} who={who} />
            </div>
          </details>
        </header>
        {children}
      </div>
    </div>
  );
}

interface PageProps {
  title: string;
  /** How much of what the title names there is. */
  count?: number;
  lead?: ReactNode;
  crumb?: ReactNode;
  acts?: ReactNode;
  hasErrors?: boolean;
  children: ReactNode;
}

/** One page of a desk, which is named in the window's title. */
export function DeskPage({ desk, title, count, lead, crumb, acts, hasErrors, children }: PageProps & { desk: string }) {
  return (
    <main id="main" className="main">
      <Seo title={`${hasErrors ? "! " : ""}${title} | ${desk}`} canonical={null} />
      {crumb ? <div className="crumb">{crumb}</div> : null}
      <div className="main-h">
        <div>
          <h1>
            {title}
            {count === undefined ? null : <span className="n num"> {count}</span>}
          </h1>
          {lead ? <p className="num">{lead}</p> : null}
        </div>
        {acts ? <div className="acts">{acts}</div> : null}
      </div>
      {children}
    </main>
  );
}

/** One page of the market's staff. */
export function StaffPage(props: PageProps) {
  return <DeskPage desk={deskWords(useLanguage()).staff} {...props} />;
}

/** One page of the vendor centre. */
export function CentrePage(props: PageProps) {
  return <DeskPage desk={deskWords(useLanguage()).centre} {...props} />;
}

/** One page of an agency's desk. */
export function AgencyPage(props: PageProps) {
  return <DeskPage desk={deskWords(useLanguage()).agency} {...props} />;
}

/** A box with a heading. */
export function Panel({ title, count, note, more, children, flush }: { title: string; count?: number; note?: string; more?: ReactNode; children: ReactNode; flush?: boolean }) {
  return (
    <section className="panel">
      <header>
        <h2>
          {title}
          {count === undefined ? null : <span className="n num"> {count}</span>}
          {note ? <small>{note}</small> : null}
        </h2>
        {more}
      </header>
      {flush ? children : <div className="bd">{children}</div>}
    </section>
  );
}

/** Nothing here, and why that is well. */
export function Nothing({ head, children }: { head: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <b>{head}</b>
      {children}
    </div>
  );
}
