import type { FieldError } from "~/lib/form.ts";
import { defineVoices, useVoice } from "~/rooms/cart/voice.ts";
import { Icon } from "~/ui/Icon.tsx";

const words = defineVoices({
  ko: { head: (count: number) => `${count}곳을 고쳐 주세요` },
  formal: { head: (count) => `${count}곳을 고쳐 주십시오` },
  en: { head: (count) => (count === 1 ? "Please mend one thing" : `Please mend ${count} things`) },
});

/** What is wrong, first on the page, each with a link to its field. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] | undefined }) {
  const t = useVoice(words);
  if (!errors?.length) return null;
  return (
    <div className="errsum" role="alert" id="errors" tabIndex={-1}>
      <h2>
        <Icon name="alert" />
        {t.head(errors.length)}
      </h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.field}-${error.message}`}>{error.field ? <a href={`#${error.field}`}>{error.message}</a> : error.message}</li>
        ))}
      </ul>
    </div>
  );
}
