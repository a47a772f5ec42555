import { useLanguage } from "~/lib/i18n/index.ts";
import { formatMoment } from "~/lib/moments.ts";
import { Local } from "~/ui/Local.tsx";
import { Link } from "~/ui/Link.tsx";
import type { Application } from "./apply.server.ts";
import { applyWords } from "./applyWords.ts";
import { adminWords } from "./words.ts";

/** The key of the application inside its ID, which its paper is fetched by. */
const keyOf = (id: string): string => atob(id).split(":")[1] ?? "";

/** What an application says, by field. */
export function useApplicationFacts(application: Application): [string, string][] {
  const language = useLanguage();
  const [t, w] = [applyWords(language), adminWords(language)];
  const regime = application.regime ? w.regimes[application.regime] : "";
  return [
    [t.fields["name"] ?? "", application.name], [t.fields["registrationNumber"] ?? "", application.registrationNumber], [t.fields["regime"] ?? "", application.regime === "OWN_RULES" && application.baseLaw ? `${regime} (${w.laws[application.baseLaw]})` : regime],
    [t.fields["representative"] ?? "", application.representative], [t.fields["phone"] ?? "", application.phone], [t.fields["address"] ?? "", [application.postalCode, application.address].filter(Boolean).join(" ")],
    [t.fields["officialEmail"] ?? "", application.officialEmail], [t.you, [application.department, application.applicantName, application.jobTitle].filter(Boolean).join(" ")],
  ];
}

export function ApplicationFacts({ application }: { application: Application }) {
  const t = applyWords(useLanguage());
  return (
    <dl className="join-dl">
      {useApplicationFacts(application).map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd><Local text={value} /></dd>
        </div>
      ))}
      {application.paper ? (
        <div>
          <dt>{t.fields["paper"]}</dt>
          <dd><PaperLink application={application} /></dd>
        </div>
      ) : null}
    </dl>
  );
}

export function PaperLink({ application }: { application: Application }) {
  return application.paper ? (
    <Link className="link" to={`/agency/apply/${keyOf(application.id)}/paper`}>
      <Local text={application.paper.name} />
    </Link>
  ) : null;
}

export function ApplicationHistory({ application }: { application: Application }) {
  const language = useLanguage();
  const t = applyWords(language);
  return (
    <ol className="join-history">
      {application.steps.map((step) => (
        <li key={step.at}>
          <time className="num" dateTime={step.at}>{formatMoment(step.at, language)}</time>
          <div>
            <b>{t.steps[step.status]}</b>
            {step.note ? <p className="pre sm"><Local text={step.note} /></p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
