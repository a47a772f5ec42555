import type { ReactNode } from "react";
import { useLocation } from "react-router";
import { useLanguage } from "~/lib/i18n/index.ts";
import { Button } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Logo } from "~/ui/Logo.tsx";
import { Seo } from "~/ui/Seo.tsx";
import { currentOf, type Group } from "./menu.ts";
import { staffWords } from "./words.ts";
import "~/styles/staff.css";

interface Props {
  groups: readonly Group[];
  who: string;
  children: ReactNode;
}

function Brand() {
  const t = staffWords(useLanguage());
  return (
    <Link className="logo" to="/staff/payments">
      <Logo />이음<small>{t.desk}</small>
    </Link>
  );
}

function Menu({ groups, who }: Omit<Props, "children">) {
  const language = useLanguage();
  const t = staffWords(language);
  const { pathname } = useLocation();
  const current = currentOf(groups, pathname);
  return (
    <>
      <nav aria-label={t.menu}>
        {groups.map((group) => (
          <div key={group.label}>
            <p className="g">{group.label}</p>
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
        <b>{who}</b>
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
export function StaffFrame({ groups, who, children }: Props) {
  const t = staffWords(useLanguage());
  return (
    <div className="staff-desk">
      <aside className="side">
        <Brand />
        <Menu groups={groups} who={who} />
      </aside>
      <div>
        <header className="mtop">
          <Brand />
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

/** One page of a desk. */
export function StaffPage({ title, lead, crumb, acts, hasErrors, children }: { title: string; lead?: ReactNode; crumb?: ReactNode; acts?: ReactNode; hasErrors?: boolean; children: ReactNode }) {
  const t = staffWords(useLanguage());
  return (
    <main id="main" className="main">
      <Seo title={`${hasErrors ? "! " : ""}${title} | ${t.desk}`} canonical={null} />
      {crumb ? <div className="crumb">{crumb}</div> : null}
      <div className="main-h">
        <div>
          <h1>{title}</h1>
          {lead ? <p className="num">{lead}</p> : null}
        </div>
        {acts ? <div className="acts">{acts}</div> : null}
      </div>
      {children}
    </main>
  );
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
