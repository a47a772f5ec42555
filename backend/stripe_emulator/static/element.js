// The look-alike of Stripe's Payment Element: methods as tiles, a card form, and the test cards.
const FOR_WON = ["card", "kakao_pay", "naver_pay", "samsung_pay", "payco", "kr_card"];

class PaymentElement {
  constructor(elements, options = {}) {
    this.elements = elements;
    this.options = options;
    this.listeners = new Map();
    this.method = "card";
    this.types = null;
    this.problems = {};
  }

  on(name, listener) {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
    return this;
  }

  once(name, listener) {
    const first = (event) => {
      this.off(name, first);
      listener(event);
    };
    return this.on(name, first);
  }

  off(name, listener) {
    this.listeners.set(name, (this.listeners.get(name) ?? []).filter((each) => listener && each !== listener));
    return this;
  }

  tell(name, more = {}) {
    for (const listener of this.listeners.get(name) ?? []) listener({ elementType: "payment", ...more });
  }

  mount(target) {
    const place = typeof target === "string" ? document.querySelector(target) : target;
    if (!place) throw integrationError(`The selector you specified (${target}) applies to no DOM elements that are currently on the page.`);
    if (this.host) this.unmount();
    this.host = node("div", { class: "StripeElement", "data-stripe-emulator": "payment" });
    place.replaceChildren(this.host);
    this.draw();
    this.tell("loaderstart");
    void this.load();
    return this;
  }

  unmount() {
    this.host?.remove();
    this.host = null;
    return this;
  }

  destroy() {
    this.unmount();
    this.listeners.clear();
    this.elements.forget(this);
  }

  update(options) {
    this.options = { ...this.options, ...options };
    this.redraw();
    return this;
  }

  focus() {
    this.host?.shadowRoot.querySelector("input:not([disabled])")?.focus();
  }

  blur() {
    this.host?.shadowRoot.activeElement?.blur();
  }

  clear() {
    this.values = null;
    this.problems = {};
    this.redraw();
    return this;
  }

  collapse() {
    return this;
  }

  /** Learns which methods the intent offers; again after the amount or the currency changed. */
  async load() {
    const known = await this.elements.offered();
    if (!this.host) return;
    if (known.error) {
      this.types = [];
      this.redraw();
      this.tell("loaderror", { error: known.error });
      return;
    }
    const order = this.options.paymentMethodOrder ?? FOR_WON;
    const rank = (type) => (order.includes(type) ? order.indexOf(type) : order.length);
    this.types = known.types.filter((type) => FOR_WON.includes(type)).sort((one, other) => rank(one) - rank(other));
    if (!this.types.includes(this.method)) this.method = this.types[0] ?? "card";
    this.redraw();
    this.tell("ready");
    this.changed();
  }

  redraw() {
    if (this.host) this.draw();
  }

  draw() {
    const words = this.elements.words;
    const root = shadowIn(this.host, this.elements.options.appearance);
    this.values ??= { number: "", expiry: "", cvc: "" };
    this.inputs = {};
    const box = node("div", { class: "box", lang: words === TEXTS.ko ? "ko" : "en" }, this.strip(words));
    if (this.types === null) box.append(node("p", { class: "quiet", role: "status" }, words.loading));
    else if (this.types.length === 0) box.append(node("p", { class: "problem", role: "alert" }, words.loadFailed));
    else box.append(...this.tiles(words), this.cardForm(words), this.redirectNote(words));
    root.replaceChildren(box);
    this.show();
  }

  strip(words) {
    const button = ([number, kind]) =>
      node(
        "li",
        {},
        node("button", { type: "button", class: "fill", title: words.fill, onclick: () => this.fill(number) }, node("b", {}, groupedNumber(number)), node("span", {}, words.cards[kind])),
      );
    const cards = node("details", { class: "test-cards" }, node("summary", {}, words.testCards), node("ul", {}, ...TEST_CARDS.map(button)));
    return node("div", { class: "strip", role: "note" }, node("p", {}, node("strong", {}, words.strip), node("span", {}, words.stripNote)), cards);
  }

  tiles(words) {
    if (this.types.length === 1) return [];
    const tile = (type) => {
      const input = node("input", { type: "radio", name: "method", value: type, onchange: () => this.choose(type) });
      input.checked = type === this.method;
      input.disabled = Boolean(this.options.readOnly);
      return node("label", { class: "tile" }, input, node("span", {}, words.names[type]));
    };
    return [node("fieldset", {}, node("legend", {}, words.methods), node("div", { class: "tiles" }, ...this.types.map(tile)))];
  }

  cardForm(words) {
    const field = (name, more, problemOf) => {
      const problem = node("p", { class: "problem", id: `${name}-problem`, role: "alert" }, this.problems[name] ? words.errors[this.problems[name]] : "");
      const input = node("input", { id: name, name, type: "text", inputmode: "numeric", "aria-describedby": `${name}-problem`, "aria-required": "true", ...more });
      input.value = this.values[name];
      input.disabled = Boolean(this.options.readOnly);
      input.addEventListener("input", (event) => this.typed(name, input, event.inputType?.startsWith("delete")));
      input.addEventListener("blur", () => input.value && this.judge(name));
      input.addEventListener("focus", () => this.tell("focus"));
      input.addEventListener("keydown", (event) => event.key === "Enter" && this.host.closest("form")?.requestSubmit());
      this.inputs[name] = { input, problem, problemOf };
      return node("div", { class: name === "number" ? "field whole" : "field" }, node("label", { class: "name", for: name }, words[name]), input, problem);
    };
    this.form = node(
      "div",
      { class: "fields" },
      field("number", { autocomplete: "cc-number", placeholder: "1234 1234 1234 1234", maxlength: "19" }, numberProblem),
      field("expiry", { autocomplete: "cc-exp", placeholder: "MM / YY", maxlength: "7" }, expiryProblem),
      field("cvc", { autocomplete: "cc-csc", placeholder: "CVC", maxlength: "4", title: words.cvcHelp }, cvcProblem),
    );
    return this.form;
  }

  redirectNote(words) {
    this.note = node("p", { class: "redirect", "data-words": "redirect" });
    this.noteFor = (type) => words.redirect(words.names[type]);
    return this.note;
  }

  show() {
    if (!this.types?.length) return;
    const isCard = this.method === "card";
    this.form.hidden = !isCard;
    this.note.hidden = isCard;
    this.note.textContent = isCard ? "" : this.noteFor(this.method);
  }

  choose(type) {
    this.method = type;
    this.show();
    this.changed();
  }

  fill(number) {
    const soon = String((new Date().getFullYear() + 3) % 100).padStart(2, "0");
    this.values = { number: groupedNumber(number), expiry: `12 / ${soon}`, cvc: "123" };
    this.problems = {};
    if (this.types?.includes("card")) this.method = "card";
    const wasOpen = this.host.shadowRoot.querySelector("details").open;
    this.draw();
    this.host.shadowRoot.querySelector("details").open = wasOpen;
    this.inputs.cvc?.input.focus();
    this.changed();
  }

  typed(name, input, wasErased) {
    if (name === "number") input.value = groupedNumber(input.value);
    if (name === "expiry") input.value = groupedExpiry(input.value, wasErased);
    if (name === "cvc") input.value = digitsOf(input.value);
    this.values[name] = input.value;
    if (this.problems[name]) this.judge(name);
    this.changed();
  }

  judge(name) {
    const { input, problem, problemOf } = this.inputs[name];
    const code = problemOf(input.value);
    this.problems[name] = code;
    input.setAttribute("aria-invalid", String(Boolean(code)));
    problem.textContent = code ? this.elements.words.errors[code] : "";
    return code;
  }

  isComplete() {
    return this.method !== "card" || !(numberProblem(this.values.number) || expiryProblem(this.values.expiry) || cvcProblem(this.values.cvc));
  }

  changed() {
    const empty = this.method === "card" && !Object.values(this.values).some(Boolean);
    this.tell("change", { empty, complete: this.isComplete(), collapsed: false, value: { type: this.method } });
  }

  /** Marks what is wrong and puts the cursor there; null when all is well. */
  validate() {
    if (!this.host || !this.types?.length) return { type: "validation_error", code: "incomplete_payment_details", message: this.elements.words.loading };
    if (this.method !== "card") return null;
    const codes = ["number", "expiry", "cvc"].map((name) => [name, this.judge(name)]).filter(([, code]) => code);
    if (!codes.length) return null;
    const [name, code] = codes[0];
    this.inputs[name].input.focus();
    return { type: "validation_error", code, message: this.elements.words.errors[code] };
  }

  /** `payment_method_data` as Stripe's API takes it. */
  data(billing) {
    const details = { ...this.options.defaultValues?.billingDetails, ...billing };
    const shared = { type: this.method, billing_details: details };
    if (this.method !== "card") return shared;
    const { month, year } = expiryOf(this.values.expiry);
    return { ...shared, card: { number: digitsOf(this.values.number), exp_month: month, exp_year: year, cvc: this.values.cvc } };
  }
}
