/** Shows the copy buttons and lets them copy; what was copied is said for a moment, on the button and to screen readers. */
const SAID_MS = 2000;

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
  const label = button.querySelector("span");
  const usual = label?.textContent ?? "";
  const name = button.getAttribute("aria-label") ?? usual;
  if (!label || !navigator.clipboard) continue;
  button.hidden = false;
  let timer = 0;
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(button.dataset.copy ?? "").then(() => {
      label.textContent = button.dataset.copied ?? "";
      label.setAttribute("role", "status");
      button.setAttribute("aria-label", `${name}: ${button.dataset.copied ?? ""}`);
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        label.textContent = usual;
        button.setAttribute("aria-label", name);
      }, SAID_MS);
    });
  });
}

export {};
