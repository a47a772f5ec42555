import { useLanguage } from "~/lib/i18n/index.ts";
import { formatMoment } from "~/lib/moments.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Local } from "~/ui/Local.tsx";
import { requestWords } from "./words.ts";

export interface TrailEntry {
  id: string;
  at: string;
  who: string;
  role: string;
  what: string;
  comment: string;
}

/** Every step, the latest first: who, when, in which role, and what was said. */
export function Trail({ entries, more }: { entries: readonly TrailEntry[]; more?: React.ReactNode }) {
  const language = useLanguage();
  const t = requestWords(language);
  return (
    <Panel title={t.trail} more={more}>
      <ul className="req-log num">
        {entries.map((entry) => (
          <li key={entry.id}>
            <time dateTime={entry.at}>{formatMoment(entry.at, language)}</time>
            <span>
              <b><Local text={entry.who} /></b> {entry.what}
              {entry.role ? <span className="role"> · <Local text={entry.role} /></span> : null}
              {entry.comment ? <> <q><Local text={entry.comment} /></q></> : null}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
