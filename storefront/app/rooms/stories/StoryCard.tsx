import type { StoryCardFragment } from "~/gql/operations";
import { storyText } from "~/rooms/home/Sections.tsx";
import { useMessages } from "~/lib/i18n/index.ts";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Artwork } from "~/ui/Picture.tsx";

export function StoryCard({ story, level = 2, isLead }: { story: StoryCardFragment; level?: 2 | 3; isLead?: boolean }) {
  const t = useMessages();
  const { title, lead } = storyText(story);
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <article className={isLead ? "scard lead" : "scard"}>
      <div className="pic">
        <Artwork url={story.artwork?.url} alt="" width={1024} height={640} eager={isLead} />
      </div>
      <div>
        <p className="kind">{t.home.storyKind[story.kind]}</p>
        <Heading className="h">
          <Link className="cover" to={`/stories/${story.slug}`}>
            {title}
          </Link>
        </Heading>
        <p>{lead}</p>
        <p className="by num">
          <Local text={t.stories.by(story.authorName)} /> · {t.stories.minutes(story.readingMinutes)}
        </p>
      </div>
    </article>
  );
}
