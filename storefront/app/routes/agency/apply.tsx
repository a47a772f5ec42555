import formIsland from "~/islands/form.ts?worker&url";
import { formatDate } from "~/lib/dates.ts";
import { readIntent } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { begin, loadJoining } from "~/rooms/agencyadmin/apply.server.ts";
import { HERE, pathOf } from "~/rooms/agencyadmin/applyPaths.ts";
import { applyWords } from "~/rooms/agencyadmin/applyWords.ts";
import { LOOKS } from "~/rooms/agencyadmin/looks.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Seo } from "~/ui/Seo.tsx";
import type { Route } from "./+types/apply";
import "~/styles/checkout.css";
import "~/styles/joining.css";
import "~/styles/agency-admin.css";

export const handle = { islands: [formIsland] };

export const loader = ({ context }: Route.LoaderArgs) => loadJoining(context);

export async function action({ request, context }: Route.ActionArgs) {
  readIntent(await request.formData(), ["start"]);
  return begin(context);
}

type Loaded = Route.ComponentProps["loaderData"];
type One = NonNullable<Loaded["applications"]>[number];

function SignedOut() {
  const t = applyWords(useLanguage());
  const next = `next=${encodeURIComponent(HERE)}`;
  return (
    <div className="join-door">
      <div className="ways">
        <ButtonLink kind="1" size="l" to={`/register?${next}`}>{t.register}</ButtonLink>
        <ButtonLink size="l" to={`/sign-in?${next}`}>{t.signIn}</ButtonLink>
      </div>
      <p className="sm sub">{t.signedOut}</p>
    </div>
  );
}

function Row({ application }: { application: One }) {
  const language = useLanguage();
  const t = applyWords(language);
  const { status, missing } = application;
  const isOpen = status === "DRAFT" || status === "RETURNED";
  const facts = [application.registrationNumber, formatDate(application.submittedAt ?? application.createdAt, language), isOpen ? (missing.length ? t.leftToDo(missing.length) : t.ready) : ""];
  return (
    <li>
      <div>
        <b>{application.name ? <Local text={application.name} /> : t.noName}</b> <span className={LOOKS[status]}>{t.statuses[status]}</span>
        <p className="sm sub num">{facts.filter(Boolean).join(" · ")}</p>
      </div>
      <ButtonLink kind={isOpen ? "1" : "2"} to={pathOf(application.id)}>{status === "DRAFT" ? t.goOn : status === "RETURNED" ? t.mend : t.look}</ButtonLink>
    </li>
  );
}

function Mine({ loaded }: { loaded: Loaded }) {
  const t = applyWords(useLanguage());
  const { applications, agencies } = loaded;
  if (!applications) return <SignedOut />;
  const isUnderWay = applications.some(({ status }) => status === "DRAFT" || status === "SUBMITTED" || status === "RETURNED");
  const isFirst = !isUnderWay && !agencies.length;
  return (
    <div className="join-door">
      {agencies.length ? (
        <p className="in-centre">
          <Local text={t.inAgency(agencies.join(", "))} /> <Link className="link" to="/agency">{t.toDesk}</Link>
        </p>
      ) : null}
      {applications.length ? (
        <section aria-labelledby="mine-head">
          <h2 id="mine-head">{t.mine}</h2>
          <ul className="my-applications">
            {applications.map((application) => (
              <Row key={application.id} application={application} />
            ))}
          </ul>
        </section>
      ) : null}
      <form method="post" data-once={t.busy}>
        <Button kind={isFirst ? "1" : "2"} size={isFirst ? "l" : "m"} name="intent" value="start">{isFirst ? t.start : t.another}</Button>
      </form>
    </div>
  );
}

/** What it takes for an agency to buy here, what happens, and where to begin or go on. */
export default function ApplyPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = applyWords(useLanguage());
  const errors = actionData?.errors;
  return (
    <main id="main" className="wrap joining-page">
      <Seo title={t.title} description={t.lead} canonical={HERE} />
      <div className="join-hero">
        <h1>{t.head}</h1>
        <p>{t.lead}</p>
      </div>
      {errors?.length ? <Notice kind="bad" live>{errors.map((error) => error.message).join(" ")}</Notice> : null}
      {loaderData.done === "withdrawn" && !errors ? <Notice kind="ok" live>{t.withdrawn}</Notice> : null}
      <Mine loaded={loaderData} />
      <div className="join-facts two-facts">
        <section>
          <h2>{t.needHead}</h2>
          <ul className="needs">
            {t.needs.map((need) => (
              <li key={need}>
                <Icon name="check" />
                <span>{need}</span>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t.howHead}</h2>
          <ol className="how">
            {t.how.map(([head, body]) => (
              <li key={head}>
                <b>{head}</b>
                <p>{body}</p>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </main>
  );
}
