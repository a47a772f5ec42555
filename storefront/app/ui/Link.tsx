import type { ComponentProps } from "react";

/**
 * A plain link. Pages send no router to the browser, so the router's own <Link> would only work out on the server, hundreds of
 * times a page, what is already known: addresses here are whole ("/c/food?min=1"), never relative to a route.
 */
export function Link({ to, children, ...rest }: Omit<ComponentProps<"a">, "href"> & { to: string }) {
  return (
    <a href={to} {...rest}>
      {children}
    </a>
  );
}
