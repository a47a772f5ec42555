import { StoriesDocument, type StoryKindEnum } from "~/gql/operations";
import { StoryCard } from "~/rooms/stories/StoryCard.tsx";
import { appOf } from "~/lib/context.server.ts";
import { gqlPublic } from "~/lib/graphql.server.ts";
import { useMessages } from "~/lib/i18n/index.ts";
import { Breadcrumb } from "~/ui/Breadcrumb.tsx";
import { Chip } from "~/ui/Chip.tsx";
import { EmptyState } from "~/ui/EmptyState.tsx";
import { ButtonLink } from "~/ui/Button.tsx";
import { Seo } from "~/ui/Seo.tsx";
import type { Route } from "./+types/stories";
import "~/styles/stories.css";

const KINDS: readonly StoryKindEnum[] = ["HERO", "HUB", "HYGIENE"];
const SHOWN = 60;

export async function loader({ context }: Route.LoaderArgs) {
  const { url, languageCode, translated } = appOf(context);
  const kind = KINDS.find((item) => item === url.searchParams.get("kind")) ?? null;
  const { stories } = await gqlPublic(StoriesDocument, { first: SHOWN, kind, language: languageCode, translated });
  return { stories, kind };
}

export default function StoriesPage({ loaderData }: Route.ComponentProps) {
  const { stories, kind } = loaderData;
  const t = useMessages();
  const [first, ...rest] = stories;
  return (
    <main id="main" className="wrap stories-page">
      <Seo title={t.stories.title} description={t.stories.lead} canonical="/stories" />
      <Breadcrumb crumbs={[{ label: t.nav.home, to: "/" }, { label: t.stories.title }]} />
      <div className="hd">
        <h1>{t.home.storiesHead}</h1>
        <p>{t.stories.lead}</p>
      </div>
      <nav className="chips" aria-label={t.list.kind}>
        <Chip to="/stories" isOn={kind === null}>
          {t.stories.all}
        </Chip>
        {KINDS.map((item) => (
          <Chip key={item} to={`/stories?kind=${item}`} isOn={kind === item}>
            {t.home.storyKind[item]}
          </Chip>
        ))}
      </nav>
      {first ? (
        <StoryCard story={first} isLead />
      ) : (
        <EmptyState head={t.stories.empty} way={<ButtonLink to="/c">{t.list.emptyAll}</ButtonLink>}>
          {t.stories.emptyBody}
        </EmptyState>
      )}
      <ul className="sgrid">
        {rest.map((story) => (
          <li key={story.id}>
            <StoryCard story={story} />
          </li>
        ))}
      </ul>
    </main>
  );
}
