import { CampaignsDocument, type CampaignCardFragment } from "~/gql/operations";
import { campaignText } from "~/rooms/home/Hero.tsx";
import { appOf } from "~/lib/context.server.ts";
import { formatDate } from "~/lib/dates.ts";
import { gqlPublic } from "~/lib/graphql.server.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { Breadcrumb } from "~/ui/Breadcrumb.tsx";
import { ButtonLink } from "~/ui/Button.tsx";
import { EmptyState } from "~/ui/EmptyState.tsx";
import { Link } from "~/ui/Link.tsx";
import { Artwork } from "~/ui/Picture.tsx";
import { Seo } from "~/ui/Seo.tsx";
import type { Route } from "./+types/campaigns";
import "~/styles/stories.css";

export async function loader({ context }: Route.LoaderArgs) {
  const { campaigns } = await gqlPublic(CampaignsDocument, { channel: "citizen", translated: appOf(context).translated });
  const newest = [...campaigns].sort((a, b) => Date.parse(b.startsAt) - Date.parse(a.startsAt));
  return { running: newest.filter((c) => c.state === "RUNNING"), upcoming: newest.filter((c) => c.state === "UPCOMING"), ended: newest.filter((c) => c.state === "ENDED") };
}

function Group({ head, campaigns }: { head: string; campaigns: readonly CampaignCardFragment[] }) {
  const t = useMessages();
  const language = useLanguage();
  if (campaigns.length === 0) return null;
  return (
    <section className="camp-group">
      <h2>{head}</h2>
      <ul className="sgrid">
        {campaigns.map((campaign) => (
          <li key={campaign.id}>
            <article className="scard">
              <div className="pic">
                <Artwork url={campaign.artwork?.url} alt="" width={640} height={400} />
              </div>
              <p className="kind num">
                {formatDate(campaign.startsAt, language)} – {formatDate(campaign.endsAt, language)}
              </p>
              <h3 className="h">
                <Link className="cover" to={`/campaigns/${campaign.slug}`}>
                  {campaignText(campaign).title}
                </Link>
              </h3>
              <p>{campaignText(campaign).subtitle}</p>
              <p className="by num">{t.campaigns.count(campaign.productCount)}</p>
            </article>
          </li>
        ))}
      </ul>
    </section>
  );
}

export default function CampaignsPage({ loaderData }: Route.ComponentProps) {
  const t = useMessages();
  const { running, upcoming, ended } = loaderData;
  return (
    <main id="main" className="wrap">
      <Seo title={t.campaigns.title} canonical="/campaigns" />
      <Breadcrumb crumbs={[{ label: t.nav.home, to: "/" }, { label: t.campaigns.title }]} />
      <div className="hd">
        <h1>{t.campaigns.title}</h1>
      </div>
      {running.length + upcoming.length ? null : (
        <EmptyState head={t.campaigns.empty} way={<ButtonLink to="/values">{t.nav.values}</ButtonLink>}>
          {t.campaigns.emptyBody}
        </EmptyState>
      )}
      <Group head={t.campaigns.running} campaigns={running} />
      <Group head={t.campaigns.upcoming} campaigns={upcoming} />
      <Group head={t.campaigns.ended} campaigns={ended} />
    </main>
  );
}
