import { defineMessages, useLanguage } from "~/lib/i18n/index.ts";
import { EmptyState } from "~/ui/EmptyState.tsx";
import { Seo } from "~/ui/Seo.tsx";

const words = defineMessages({ ko: { title: "공공기관 가입", soon: "아직 열지 않은 화면이에요" }, en: { title: "Buying for an agency", soon: "This page is not open yet" } });

export default function ApplyPage() {
  const t = words(useLanguage());
  return (
    <main id="main" className="wrap">
      <Seo title={t.title} canonical={null} />
      <div className="hd">
        <h1>{t.title}</h1>
      </div>
      <EmptyState head={t.soon} />
    </main>
  );
}
