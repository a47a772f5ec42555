import { categoryPath, productPath, type Channel } from "~/lib/channel.ts";
import { imagePath } from "~/lib/images.ts";
import type { Crumb } from "~/ui/Breadcrumb.tsx";
import { nameOf, priceOf } from "~/ui/ProductCard.tsx";
import { JsonLd } from "~/ui/Seo.tsx";
import type { ProductFull } from "./product.server.ts";

export function productCrumbs(product: ProductFull, name: string, channel: Channel, home: string): Crumb[] {
  const crumbs: Crumb[] = [{ label: home, to: channel === "public" ? "/public" : "/" }];
  for (const category of [product.category?.parent, product.category]) {
    if (category) crumbs.push({ label: nameOf(category), to: categoryPath(channel, category.slug) });
  }
  return [...crumbs, { label: name }];
}

/** The product for search engines. */
export function ProductLd({ product, name, description, origin }: { product: ProductFull; name: string; description: string; origin: string }) {
  const price = priceOf(product);
  const image = product.fallback ? imagePath(product.fallback.url) : null;
  return (
    <JsonLd
      data={{
        "@type": "Product",
        name,
        description,
        sku: product.id,
        ...(image ? { image: image.startsWith("/") ? origin + image : image } : {}),
        brand: { "@type": "Brand", name: product.vendor.name },
        ...(price
          ? {
              offers: {
                "@type": "Offer",
                url: origin + productPath("citizen", product.slug),
                price: price.now,
                priceCurrency: "KRW",
                availability: `https://schema.org/${product.isAvailable === false ? "OutOfStock" : "InStock"}`,
                seller: { "@type": "Organization", name: product.vendor.legalName },
              },
            }
          : {}),
      }}
    />
  );
}
