import formIsland from "~/islands/form.ts?worker&url";
import { formatDate } from "~/lib/dates.ts";
import { readIntent } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { loadJoining, startApplication } from "~/rooms/joining/joining.server.ts";
import { fieldWords, joiningWords } from "~/rooms/joining/words.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Seo } from "~/ui/Seo.tsx";
import type { Route } from "./+types/apply";
import "~/styles/checkout.css";
import "~/styles/joining.css";

export const handle = { islands: [formIsland] };
const HERE = "/vendor/apply";

export const loader = ({ context }: Route.LoaderArgs) => loadJoining(context);

export async function action({ request, context }: Route.ActionArgs) {
  readIntent(await request.formData(), ["start"]);
  return startApplication(context);
}

type Loaded = Route.ComponentProps["loaderData"];
type Mine = NonNullable<Loaded["applications"]>[number];

function Needs() {
  const t = joiningWords(useLanguage());
  return (
    <div className="join-facts">
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
        <p className="sm sub">{t.papersNote}</p>
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
      <section>
        <h2>{t.feeHead}</h2>
        <p>{t.fee}</p>
      </section>
    </div>
  );
}

function SignedOut() {
  const t = joiningWords(useLanguage());
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

function Start({ isFirst }: { isFirst: boolean }) {
  const t = joiningWords(useLanguage());
  return (
    <form method="post" data-once={t.busy}>
      <Button kind={isFirst ? "1" : "2"} size={isFirst ? "l" : "m"} name="intent" value="start">{isFirst ? t.start : t.startAnother}</Button>
    </form>
  );
}

const TAGS = { DRAFT: "tag", SUBMITTED: "tag info", RETURNED: "tag warn", APPROVED: "tag ok", DECLINED: "tag bad", WITHDRAWN: "tag" };

function MyApplication({ application }: { application: Mine }) {
  const language = useLanguage();
  const t = joiningWords(language);
  const f = fieldWords(language);
  const { status, missing, submittedAt } = application;
  const isOpen = status === "DRAFT" || status === "RETURNED";
  const way = status === "DRAFT" ? t.goOn : status === "RETURNED" ? t.mend : t.look;
  const when = submittedAt ? t.sentOn(formatDate(submittedAt, language)) : t.begun(formatDate(application.createdAt, language));
  return (
    <li>
      <div>
        <b>{application.name ? <Local text={application.name} /> : t.noName}</b> <span className={TAGS[status]}>{f.statuses[status]}</span>
        <p className="sm sub num">{[application.businessNumber, when, isOpen ? (missing.length ? t.left(missing.length) : t.ready) : ""].filter(Boolean).join(" · ")}</p>
      </div>
      <ButtonLink kind={isOpen ? "1" : "2"} to={`${HERE}/${encodeURIComponent(application.id)}`}>{way}</ButtonLink>
    </li>
  );
}

function Mine({ loaded }: { loaded: Loaded }) {
  const t = joiningWords(useLanguage());
  const { applications, enterprises } = loaded;
  if (!applications) return <SignedOut />;
  const isUnderWay = applications.some(({ status }) => status === "DRAFT" || status === "SUBMITTED" || status === "RETURNED");
  return (
    <div className="join-door">
      {enterprises.length ? (
        <p className="in-centre">
          <Local text={t.inCentre(enterprises.join(", "))} /> <Link className="link" to="/vendor">{t.toCentre}</Link>
        </p>
      ) : null}
      {applications.length ? (
        <section aria-labelledby="mine-head">
          <h2 id="mine-head">{t.mine}</h2>
          <ul className="my-applications">
            {applications.map((application) => (
              <MyApplication key={application.id} application={application} />
            ))}
          </ul>
        </section>
      ) : null}
      <Start isFirst={!isUnderWay && !enterprises.length} />
    </div>
  );
}

/** What it takes to sell here, what happens, and where to begin or go on. */
export default function JoiningPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = joiningWords(useLanguage());
  const errors = actionData?.errors;
  const said = loaderData.done === "saved" ? t.saved : loaderData.done === "withdrawn" ? t.withdrawn : null;
  return (
    <main id="main" className="wrap joining-page">
      <Seo title={t.title} description={t.lead} canonical={HERE} />
      <div className="join-hero">
        <h1>{t.head}</h1>
        <p>{t.lead}</p>
      </div>
      {errors?.length ? <Notice kind="bad" live>{errors.map((error) => error.message).join(" ")}</Notice> : null}
      {said && !errors ? <Notice kind="ok" live>{said}</Notice> : null}
      <Mine loaded={loaderData} />
      <Needs />
    </main>
  );
}
