import type { CampaignCardFragment, FacetsFragment } from "~/gql/operations";
import { formatDay, formatRange, formatWeekday, timeLeft } from "~/lib/dates.ts";
import { change, listSearch, readList } from "~/lib/facets.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { describe } from "~/lib/i18n/textLanguage.ts";
import { ButtonLink } from "~/ui/Button.tsx";
import { Link } from "~/ui/Link.tsx";
import { Artwork } from "~/ui/Picture.tsx";

export const campaignText = (campaign: CampaignCardFragment) => ({
  title: campaign.translation?.title || campaign.title,
  subtitle: campaign.translation?.subtitle || campaign.subtitle,
  description: campaign.translation?.description || campaign.description,
});

const WON_STEP = 10_000;
const two = (value: number) => String(value).padStart(2, "0");

function Countdown({ endsAt, now }: { endsAt: string; now: number }) {
  const t = useMessages().home;
  const left = timeLeft(endsAt, new Date(now));
  if (!left) return null;
  return (
    <div className="cd num" role="img" aria-label={t.left(left.days, left.hours, left.minutes)} data-until={endsAt}>
      <div aria-hidden="true">
        <span className="n">{left.days}</span>
        <span>{t.day}</span>
      </div>
      <i aria-hidden="true">:</i>
      <div aria-hidden="true">
        <span className="n">{two(left.hours)}</span>
        <span>{t.hour}</span>
      </div>
      <i aria-hidden="true">:</i>
      <div aria-hidden="true">
        <span className="n">{two(left.minutes)}</span>
        <span>{t.minute}</span>
      </div>
    </div>
  );
}

function PriceSteps({ path, prices }: { path: string; prices: FacetsFragment["prices"] }) {
  const t = useMessages().home;
  const shown = prices.filter((range) => range.count > 0).slice(0, 5);
  if (shown.length === 0) return null;
  const empty = readList(new URLSearchParams());
  return (
    <div className="p-range">
      <p>{t.sizes}</p>
      <ul>
        {shown.map((range) => (
          <li key={range.from}>
            <Link to={path + listSearch(change(empty, { min: range.from || null, max: range.to === null ? null : range.to - 1 }))}>
              {t.sizeOf(range.from / WON_STEP, range.to === null ? null : range.to / WON_STEP)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Props {
  campaign: CampaignCardFragment;
  prices: FacetsFragment["prices"];
  now: number;
  /** On the campaign's own page the first button has nowhere to lead. */
  isOwnPage?: boolean;
}

/** The exhibition as joined patches: title, picture, end date, price steps, sewn edge to edge. */
export function CampaignHero({ campaign, prices, now, isOwnPage }: Props) {
  const t = useMessages();
  const language = useLanguage();
  const { title, subtitle, description } = campaignText(campaign);
  const path = `/campaigns/${campaign.slug}`;
  const isRunning = campaign.state === "RUNNING";
  const label = isRunning ? t.home.running : campaign.state === "UPCOMING" ? t.home.upcoming : t.campaigns.ended;
  return (
    <section className="hero" aria-label={isOwnPage ? title : t.home.heroLabel}>
      <div className="patch">
        <div className="p-title">
          <p className="kick">
            <b>{label}</b>
            <span className="num">{formatRange(campaign.startsAt, campaign.endsAt, language)}</span>
          </p>
          <h1>{isOwnPage || !subtitle ? title : subtitle}</h1>
          <p className="lead">{description}</p>
          <div className="go">
            {isOwnPage ? null : (
              <ButtonLink kind="1" size="l" to={path}>
                {t.home.browse}
              </ButtonLink>
            )}
            <ButtonLink kind="2" size="l" to="/stories">
              {t.home.stories}
            </ButtonLink>
          </div>
        </div>
        <div className="p-pic">
          <Artwork url={campaign.artwork?.url} alt={describe(campaign.artwork?.alt, title, language)} width={1024} height={640} eager />
        </div>
        <div className="p-count">
          <p className="t">
            <b>{isOwnPage ? t.home.endsLabel : title}</b>
            <time dateTime={campaign.endsAt}>{t.home.endsBy(isRunning ? formatWeekday(new Date(campaign.endsAt), language) : formatDay(campaign.endsAt, language))}</time>
            {isRunning ? (
              <>
                <br />
                {t.home.endsHint}
              </>
            ) : null}
          </p>
          {isRunning ? <Countdown endsAt={campaign.endsAt} now={now} /> : null}
        </div>
        <PriceSteps path={path} prices={prices} />
      </div>
    </section>
  );
}

/** When no exhibition runs: what this market is, with the same bones. */
export function PlainHero({ pictureUrl, prices }: { pictureUrl: string | null; prices: FacetsFragment["prices"] }) {
  const t = useMessages();
  return (
    <section className="hero" aria-label={t.brand}>
      <div className="patch">
        <div className="p-title">
          <h1>
            {t.home.plainHead1}
            <br />
            {t.home.plainHead2}
            <br />
            {t.home.plainHead3}
          </h1>
          <p className="lead">{t.home.plainLead}</p>
          <div className="go">
            <ButtonLink kind="1" size="l" to="/c">
              {t.nav.all}
            </ButtonLink>
            <ButtonLink kind="2" size="l" to="/stories">
              {t.home.stories}
            </ButtonLink>
          </div>
        </div>
        <div className="p-pic">
          <Artwork url={pictureUrl} alt="" width={1024} height={640} eager />
        </div>
        <div className="p-count">
          <p className="t">
            <b>{t.foot.notice}</b>
            {t.values.lead}
          </p>
        </div>
        <PriceSteps path="/c" prices={prices} />
      </div>
    </section>
  );
}
