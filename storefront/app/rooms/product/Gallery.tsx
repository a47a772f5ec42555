import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { describe } from "~/lib/i18n/textLanguage.ts";
import { imagePath } from "~/lib/images.ts";
import { Picture } from "~/ui/Picture.tsx";
import type { ProductFull } from "./product.server.ts";

/** Pictures in a row that can be swiped; the small ones jump to them. No script: the targets are anchors. */
export function Gallery({ product, name }: { product: ProductFull; name: string }) {
  const t = useMessages().product;
  const language = useLanguage();
  const pictures = (product.media ?? []).filter((media) => media.type === "IMAGE");
  if (pictures.length < 2) {
    const one = pictures[0];
    return (
      <div className="gal is-one">
        <div className="main-pic">
          {one ? (
            <Picture avif={[{ url: one.medium, width: 512 }, { url: one.big, width: 1024 }]} fallback={{ url: one.fallback }} alt={describe(one.alt, name, language)} sizes="(max-width: 767px) 100vw, 640px" width={1024} height={1024} eager />
          ) : (
            <Picture avif={product.big ? [{ url: product.big.url, width: 1024 }] : []} fallback={product.fallback} alt={describe(product.fallback?.alt, name, language)} sizes="(max-width: 767px) 100vw, 640px" width={1024} height={1024} eager />
          )}
        </div>
      </div>
    );
  }
  return (
    <section className="gal" aria-label={t.photos}>
      <ul className="thumbs">
        {pictures.map((media, at) => (
          <li key={media.id}>
            <a href={`#photo-${at + 1}`} aria-label={t.photo(at + 1, describe(media.alt, name, language))}>
              <img src={imagePath(media.tiny)} alt="" width={76} height={76} decoding="async" />
            </a>
          </li>
        ))}
      </ul>
      {/* Focusable, because it scrolls. */}
      <div className="reel" tabIndex={0} role="group" aria-label={t.photos}>
        {pictures.map((media, at) => (
          <div className="main-pic" id={`photo-${at + 1}`} key={media.id}>
            <Picture avif={[{ url: media.medium, width: 512 }, { url: media.big, width: 1024 }]} fallback={{ url: media.fallback }} alt={describe(media.alt, name, language)} sizes="(max-width: 767px) 100vw, 560px" width={1024} height={1024} eager={at === 0} />
            <span className="ct num" aria-hidden="true">
              {at + 1} / {pictures.length}
            </span>
          </div>
        ))}
      </div>
    </section>
  );
}
