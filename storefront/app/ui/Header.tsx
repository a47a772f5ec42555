import { useLocation } from "react-router";
import { baseOf, cartPath, categoryPath, searchPath, type Channel } from "~/lib/channel.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import type { MenuLink } from "~/lib/pages.ts";
import type { Navigation } from "~/rooms/catalog/navigation.server.ts";
import { Icon } from "./Icon.tsx";
import { Link } from "./Link.tsx";
import { Local } from "./Local.tsx";
import { Logo } from "./Logo.tsx";
import { nameOf } from "./ProductCard.tsx";

interface Props {
  channel: Channel;
  navigation: Navigation;
  menu: readonly MenuLink[];
  cartQuantity: number;
  isSignedIn: boolean;
  /** Whether the person works for an agency. */
  isOfficial: boolean;
}

function UtilityBar({ channel, isSignedIn, isOfficial }: Pick<Props, "channel" | "isSignedIn" | "isOfficial">) {
  const t = useMessages().nav;
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const params = new URLSearchParams(search);
  params.set("lang", language === "ko" ? "en" : "ko");
  const other = language === "ko" ? "en" : "ko";
  return (
    <div className="util">
      <div className="wrap">
        <nav className="room" aria-label={t.rooms}>
          <Link to="/" aria-current={channel === "citizen" ? "true" : undefined}>
            {t.citizen}
          </Link>
          <Link to="/public" aria-current={channel === "public" ? "true" : undefined}>
            {t.public} <span className="vh"><Local text={t.publicHint} /></span>
          </Link>
        </nav>
        <nav className="r" aria-label={t.shortcuts}>
          <Link to={`${pathname}?${params}`} hrefLang={other} lang={other} aria-label={`${t.language}: ${t.languageLabel}`} rel="nofollow">
            {t.language}
          </Link>
          {channel === "public" ? (
            <Link className={isOfficial ? undefined : "wide"} to={isOfficial ? "/agency" : "/agency/apply"}>
              {isOfficial ? t.agencyDesk : t.agencyJoin}
            </Link>
          ) : (
            <Link className="wide" to="/vendor/apply">
              {t.join}
            </Link>
          )}
          <Link className="wide" to="/help">
            {t.help}
          </Link>
          {isSignedIn ? null : <Link to={`${baseOf(channel)}/sign-in`}>{t.signIn}</Link>}
        </nav>
      </div>
    </div>
  );
}

function SearchForm({ channel }: { channel: Channel }) {
  const t = useMessages();
  const { pathname, search } = useLocation();
  const here = searchPath(channel);
  const query = pathname === here ? (new URLSearchParams(search).get("q") ?? "") : "";
  const label = channel === "public" ? t.pub.searchLabel : t.nav.searchLabel;
  return (
    <form className="find" role="search" action={here} method="get">
      <label className="vh" htmlFor="site-q">
        {label}
      </label>
      <input id="site-q" name="q" type="search" defaultValue={query} maxLength={100} placeholder={channel === "public" ? t.pub.searchHint : t.nav.searchHint} autoComplete="off" />
      <button type="submit" aria-label={t.nav.search}>
        <Icon name="search" />
      </button>
    </form>
  );
}

function Tools({ channel, cartQuantity, isSignedIn }: Pick<Props, "channel" | "cartQuantity" | "isSignedIn">) {
  const t = useMessages();
  const isPublic = channel === "public";
  const cart = isPublic ? t.pub.cart : t.nav.cart;
  const counted = isPublic ? t.pub.cartCount : t.nav.cartCount;
  return (
    <div className="tools">
      <Link className="tool" to={cartPath(channel)} aria-label={cartQuantity ? counted(cartQuantity) : cart}>
        <Icon name={isPublic ? "doc" : "cart"} />
        <span>{cart}</span>
        {cartQuantity ? (
          <span className="dot" aria-hidden="true">
            {cartQuantity > 999 ? "999+" : cartQuantity}
          </span>
        ) : null}
      </Link>
      <Link className="tool" to={`${baseOf(channel)}/${isSignedIn ? "account" : "sign-in"}`} aria-label={isPublic ? t.pub.account : t.nav.account}>
        <Icon name="user" />
        <span>{isPublic ? t.pub.account : t.nav.account}</span>
      </Link>
    </div>
  );
}

/** What the menu holds when the API has none. */
function useUsualMenu(): Pick<MenuLink, "label" | "to" | "page">[] {
  const t = useMessages().nav;
  return [
    { label: t.values, to: "/values", page: null },
    { label: t.stories, to: "/stories", page: null },
    { label: t.vendors, to: "/vendors", page: null },
    { label: t.campaigns, to: "/campaigns", page: null },
    { label: t.dispatch, to: "/help#delivery", page: "help" },
  ];
}

function CitizenMenu({ navigation, menu }: Pick<Props, "navigation" | "menu">) {
  const t = useMessages().nav;
  const usual = useUsualMenu();
  const { pathname } = useLocation();
  const running = navigation.campaigns[0];
  const runningPath = running ? `/campaigns/${running.slug}` : null;
  const here = (path: string) => path !== "/" && pathname !== runningPath && (pathname === path || pathname.startsWith(`${path}/`));
  const links = menu.length ? menu : usual;
  const firstPage = links.findIndex((link) => link.page);
  return (
    <div className="wrap">
      <Link to="/c" aria-current={here("/c") ? "page" : undefined}>
        <Icon name="menu" />
        {t.all}
      </Link>
      {running && runningPath ? (
        <Link className="live" to={runningPath} aria-current={pathname === runningPath ? "page" : undefined}>
          {running.translation?.title || running.title}
        </Link>
      ) : null}
      {links.map(({ label, to }, at) =>
        to ? (
          <Link key={to} className={at === firstPage ? "r" : undefined} to={to} aria-current={here(to) ? "page" : undefined}>
            {label}
          </Link>
        ) : null,
      )}
    </div>
  );
}

/** As many as stay on one line; English names are longer. */
const PUBLIC_MENU = { ko: 7, en: 5 };

function PublicMenu({ navigation }: { navigation: Navigation }) {
  const t = useMessages();
  const { pathname } = useLocation();
  return (
    <div className="wrap">
      <Link to="/public/c" aria-current={pathname === "/public/c" ? "page" : undefined}>
        <Icon name="menu" />
        {t.pub.all}
      </Link>
      {navigation.categories.slice(0, PUBLIC_MENU[useLanguage()]).map((category) => {
        const path = categoryPath("public", category.slug);
        return (
          <Link key={category.id} to={path} aria-current={pathname === path ? "page" : undefined}>
            {nameOf(category)}
          </Link>
        );
      })}
      <Link to="/public/vendors" aria-current={pathname.startsWith("/public/vendors") ? "page" : undefined}>
        {t.pub.vendors}
      </Link>
    </div>
  );
}

export function Header({ channel, navigation, menu, cartQuantity, isSignedIn, isOfficial }: Props) {
  const t = useMessages();
  return (
    <>
      <UtilityBar channel={channel} isSignedIn={isSignedIn} isOfficial={isOfficial} />
      <header className="head">
        <div className="wrap">
          <Link className="logo" to={baseOf(channel) || "/"}>
            <Logo />
            {t.brand}
            {channel === "public" ? <small>{t.nav.public}</small> : null}
          </Link>
          <SearchForm channel={channel} />
          <Tools channel={channel} cartQuantity={cartQuantity} isSignedIn={isSignedIn} />
        </div>
      </header>
      <nav className="gnav" aria-label={t.nav.main}>
        {channel === "public" ? <PublicMenu navigation={navigation} /> : <CitizenMenu navigation={navigation} menu={menu} />}
      </nav>
    </>
  );
}
