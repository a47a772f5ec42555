/**
 * Looks again by itself while something is under way, a payment or a workbook. A page that nobody looks at waits until it is looked at. Without this script the
 * page refreshes itself.
 */
for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-wait]")) {
  const look = () => {
    if (document.visibilityState === "visible") location.replace(link.href);
    else document.addEventListener("visibilitychange", look, { once: true });
  };
  setTimeout(look, Number(link.dataset.wait) * 1000);
}

export {};
