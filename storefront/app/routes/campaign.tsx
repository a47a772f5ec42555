import { data } from "react-router";
import { CampaignDocument } from "~/gql/operations";
import { CardListing } from "~/rooms/catalog/CardListing.tsx";
import { loadCards } from "~/rooms/catalog/lists.server.ts";
import { campaignText, CampaignHero } from "~/rooms/home/Hero.tsx";
import { appOf } from "~/lib/context.server.ts";
import { apiFilter, readList } from "~/lib/facets.ts";
import { gqlPublic } from "~/lib/graphql.server.ts";
import { useMessages } from "~/lib/i18n/index.ts";
import { imagePath } from "~/lib/images.ts";
import { Breadcrumb } from "~/ui/Breadcrumb.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Seo } from "~/ui/Seo.tsx";
import type { Route } from "./+types/campaign";
import "~/styles/home.css";

export async function loader({ params, context }: Route.LoaderArgs) {
  const app = appOf(context);
  const state = readList(app.url.searchParams);
  const [{ campaign }, listing] = await Promise.all([
    gqlPublic(CampaignDocument, { slug: params.slug, translated: app.translated }),
    loadCards({ app, channel: "citizen", state, filter: apiFilter(state, { campaign: params.slug }) }),
  ]);
  if (!campaign) throw data(null, { status: 404 });
  return { campaign, listing, now: Date.now() };
}

export default function CampaignPage({ loaderData }: Route.ComponentProps) {
  const { campaign, listing, now } = loaderData;
  const t = useMessages();
  const { title, description } = campaignText(campaign);
  const path = `/campaigns/${campaign.slug}`;
  return (
    <main id="main">
      <Seo title={title} description={description} canonical={path} image={campaign.artwork ? imagePath(campaign.artwork.url) : null} />
      <CampaignHero campaign={campaign} prices={listing.facets.prices} now={now} isOwnPage />
      <div className="wrap">
        <Breadcrumb crumbs={[{ label: t.nav.home, to: "/" }, { label: t.campaigns.title, to: "/campaigns" }, { label: title }]} />
        {campaign.state === "ENDED" ? <Notice kind="info">{t.campaigns.endedNote}</Notice> : null}
        <CardListing listing={listing} path={path} channel="citizen" />
      </div>
    </main>
  );
}
