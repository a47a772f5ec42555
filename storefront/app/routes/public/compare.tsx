import { redirect } from "react-router";
import printIsland from "~/islands/print.ts?worker&url";
import { COMPARE, comparePath, needsOf, readComparison, readIds, withItem, withoutItem, type Comparison } from "~/rooms/finding/compare.ts";
import { keepCompared, loadComparison, loadName, readCompared } from "~/rooms/finding/compare.server.ts";
import { CompareTable } from "~/rooms/finding/CompareTable.tsx";
import { placeFault } from "~/rooms/finding/Conditions.tsx";
import { findingWords } from "~/rooms/finding/words.ts";
import { appOf } from "~/lib/context.server.ts";
import { readList } from "~/lib/facets.ts";
import { readIntent, readReturnPath, readText } from "~/lib/form.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { drawnHere } from "~/lib/page.server.ts";
import { Breadcrumb } from "~/ui/Breadcrumb.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { EmptyState } from "~/ui/EmptyState.tsx";
import { Field } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Seo } from "~/ui/Seo.tsx";
import type { Route } from "./+types/compare";
import "~/styles/finding.css";

export const handle = { islands: [printIsland] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const app = appOf(context);
  const asked = readComparison(app.url.searchParams);
  if (asked.items.length === 0) {
    const items = readCompared(request);
    if (items.length) throw redirect(comparePath({ ...asked, items }));
  }
  const [waiting] = readIds(app.url.searchParams.get("full"), 1);
  const [products, waitingName] = await Promise.all([loadComparison(app, asked), waiting && !asked.items.includes(waiting) ? loadName(app, waiting) : null]);
  return drawnHere({ asked, products, waiting: waiting && waitingName ? { id: waiting, name: waitingName } : null, state: readList(app.url.searchParams) });
}

/** Puts items into this browser's comparison and takes them out; then back to where it was pressed. */
export async function action({ request, context }: Route.ActionArgs) {
  const app = appOf(context);
  const form = await request.formData();
  const kept = readCompared(request);
  const back = readReturnPath(readText(form, "back", 2_000), COMPARE);
  const [item] = readIds(readText(form, "item", 60), 1);
  switch (readIntent(form, ["add", "remove", "clear"])) {
    case "add": {
      if (!item) return redirect(back, 303);
      const { items, isFull } = withItem(kept, item);
      if (isFull) return redirect(`${comparePath({ items, ...needsOf(back) })}&full=${encodeURIComponent(item)}`, 303);
      keepCompared(app, items);
      break;
    }
    case "remove": {
      const [then] = readIds(readText(form, "then", 60), 1);
      const left = item ? withoutItem(kept, item) : kept;
      keepCompared(app, then ? withItem(left, then).items : left);
      break;
    }
    case "clear":
      keepCompared(app, []);
  }
  return redirect(item && !back.startsWith(COMPARE) ? `${back}#item-${item}` : back, 303);
}

function Tools({ asked, error, count }: { asked: Comparison; error: string | null; count: number }) {
  const t = findingWords(useLanguage());
  return (
    <div className="cmp-tools">
      <form action={COMPARE} method="get">
        <input type="hidden" name="items" value={asked.items.join(",")} />
        {asked.isDifferentOnly ? <input type="hidden" name="diff" value="1" /> : null}
        <Field label={t.quantity} name="qty" type="number" inputMode="numeric" min={1} max={9_999} defaultValue={asked.quantity} />
        <Field label={t.place} name="to" inputMode="numeric" autoComplete="postal-code" maxLength={5} defaultValue={asked.to} error={error} />
        <Button size="s">{t.recalc}</Button>
      </form>
      <div className="end">
        {count > 1 ? (
          <Link className="link sm" to={comparePath({ ...asked, isDifferentOnly: !asked.isDifferentOnly })}>
            {asked.isDifferentOnly ? t.everything : t.onlyDifferent}
          </Link>
        ) : null}
        <Button type="button" size="s" data-print hidden>
          {t.print}
        </Button>
      </div>
    </div>
  );
}

export default function ComparePage({ loaderData }: Route.ComponentProps) {
  const { asked, products, waiting, state } = loaderData;
  const t = findingWords(useLanguage());
  const m = useMessages();
  const gone = asked.items.length - products.length;
  return (
    <main id="main" className="wrap">
      <Seo title={`${t.title} · ${m.nav.public}`} canonical={null} />
      <Breadcrumb crumbs={[{ label: m.nav.home, to: "/public" }, { label: t.title }]} />
      <div className="hd">
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
      </div>
      {waiting ? (
        <Notice kind="warn" head={t.full(waiting.name)}>
          {t.fullBody}
        </Notice>
      ) : null}
      {gone ? <Notice kind="info" head={t.gone(gone)} /> : null}
      {products.length ? (
        <>
          <Tools asked={asked} error={placeFault(state, t)} count={products.length} />
          <CompareTable products={products} asked={asked} waiting={waiting?.id ?? null} />
        </>
      ) : (
        <EmptyState head={t.empty} way={<ButtonLink to="/public/c">{t.toList}</ButtonLink>}>
          {t.emptyBody}
        </EmptyState>
      )}
    </main>
  );
}
