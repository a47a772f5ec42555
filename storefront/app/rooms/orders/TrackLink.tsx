import { useVoice } from "~/rooms/cart/voice.ts";
import { Icon } from "~/ui/Icon.tsx";
import { backWords } from "./backWords.ts";

/** The carrier's own page for a parcel. */
export function TrackLink({ url, number }: { url: string | null; number: string }) {
  const t = useVoice(backWords);
  if (!url) return null;
  return (
    <a className="link sm" href={url} target="_blank" rel="noopener noreferrer" aria-label={t.trackOf(number)}>
      <Icon name="truck" size="s" /> {t.track}
    </a>
  );
}
