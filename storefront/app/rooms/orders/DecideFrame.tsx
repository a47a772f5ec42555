import type { ReactNode } from "react";
import type { FieldError } from "~/lib/form.ts";
import { useVoice } from "~/rooms/cart/voice.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { Breadcrumb } from "~/ui/Breadcrumb.tsx";
import { Seo } from "~/ui/Seo.tsx";
import { orderWords } from "./words.ts";

interface Props {
  title: string;
  lead?: string;
  order: { number: string };
  /** The order's page. */
  home: string;
  errors?: readonly FieldError[];
  children: ReactNode;
}

/** The frame of every page on which something is decided about an order: where one is, what is wrong, the way back. */
export function DecideFrame({ title, lead, order, home, errors, children }: Props) {
  const t = useVoice(orderWords);
  return (
    <main id="main" className="wrap decide">
      <Seo title={`${title} · ${t.title(order.number)}`} canonical={null} />
      <Breadcrumb crumbs={[{ label: t.title(order.number), to: home }, { label: title }]} />
      <div className="hd">
        <h1>{title}</h1>
        {lead ? <p>{lead}</p> : null}
      </div>
      <ErrorSummary errors={errors} />
      {children}
    </main>
  );
}
