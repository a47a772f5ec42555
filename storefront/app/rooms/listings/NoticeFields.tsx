import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { Button } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import type { Draft } from "./draft.ts";
import { formWords } from "./formWords.ts";
import type { Notice } from "./listings.server.ts";

/** The words that custom allows in place of a fact, but not of a safety mark. */
export const SEE = "상세페이지 참조";

/** What the law asks of such goods, fact by fact. */
export function NoticeFields({ notice, draft, errors }: { notice: Notice; draft: Draft; errors?: readonly FieldError[] }) {
  const t = formWords(useLanguage());
  return (
    <section className="panel l-part" id="notice">
      <header>
        <h2>
          {t.noticeHead}
          <small>{t.noticeFields(notice.name)}</small>
        </h2>
      </header>
      <div className="bd l-notice">
        {notice.fields.map((field) => {
          const id = `notice.${field.code}`;
          return (
            <div key={field.code} className="l-fact">
              <Field
                id={id}
                name={id}
                label={field.label}
                hint={field.isSafetyMark ? t.kcHint : field.isRequired ? null : t.noticeMay}
                defaultValue={draft.notice[field.code] ?? ""}
                error={errorOf(errors, id)?.message}
                maxLength={1_000}
                autoComplete="off"
              />
              {field.isSafetyMark ? null : (
                <Button size="s" kind="3" name="intent" value={`see:${field.code}`} data-fill={id} data-with={SEE} aria-label={t.seeFor(field.label)}>{t.see}</Button>
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}
