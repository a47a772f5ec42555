// The window in which a bank would ask for a password: approve, decline, or be closed.
function amountText(intent) {
  const digits = intent.currency === "krw" || intent.currency === "jpy" ? 0 : 2;
  return new Intl.NumberFormat(document.documentElement.lang || "ko", { style: "currency", currency: intent.currency }).format(intent.amount / 10 ** digits);
}

/** Resolves to "approve", "deny" or "leave". */
function askShopper(intent, words, appearance) {
  return new Promise((resolve) => {
    const host = node("div", { "data-stripe-emulator": "challenge" });
    const root = shadowIn(host, appearance);
    let chosen = "leave";
    const close = (outcome) => {
      chosen = outcome;
      dialog.close();
    };
    const button = (outcome) => node("button", { type: "button", class: outcome, onclick: () => close(outcome) }, words[outcome]);
    const dialog = node(
      "dialog",
      { "aria-labelledby": "title", onclose: () => { host.remove(); resolve(chosen); } },
      node("p", { class: "strip" }, words.strip),
      node(
        "div",
        { class: "inside" },
        node("h2", { id: "title" }, words.dialogTitle),
        node("p", {}, words.dialogNote),
        node("p", { class: "amount" }, amountText(intent)),
        node("div", { class: "row" }, button("approve"), button("deny"), button("leave")),
      ),
    );
    root.append(node("div", { class: "box" }, dialog));
    document.body.append(host);
    dialog.showModal();
  });
}
