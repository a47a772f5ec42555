import { imagePath } from "~/lib/images.ts";

interface Source {
  url: string;
  width: number;
}

interface Props {
  /** AVIF files, smallest first. */
  avif: readonly (Source | null)[];
  /** The WEBP file for the rest; null draws a plain wall. */
  fallback: { url: string } | null;
  alt: string;
  sizes: string;
  width: number;
  height: number;
  /** Above the fold: loaded at once, before others. */
  eager?: boolean;
}

export function Picture({ avif, fallback, alt, sizes, width, height, eager }: Props) {
  if (!fallback) return <span className="art art-none" role={alt ? "img" : undefined} aria-label={alt || undefined} />;
  const set = avif.filter((source): source is Source => source !== null).map((source) => `${imagePath(source.url)} ${source.width}w`);
  return (
    <picture>
      {set.length ? <source type="image/avif" srcSet={set.join(", ")} sizes={sizes} /> : null}
      <img
        className="art"
        src={imagePath(fallback.url)}
        alt={alt}
        width={width}
        height={height}
        loading={eager ? "eager" : "lazy"}
        fetchPriority={eager ? "high" : undefined}
        decoding="async"
      />
    </picture>
  );
}

export const sourceOf = (image: { url: string } | null | undefined, width: number): Source | null => (image ? { url: image.url, width } : null);

/** One drawing in a single file (stories, campaigns, makers). */
export function Artwork({ url, alt, width, height, eager }: { url: string | null | undefined; alt: string; width: number; height: number; eager?: boolean }) {
  return <Picture avif={[]} fallback={url ? { url } : null} alt={alt} sizes="" width={width} height={height} eager={eager} />;
}
