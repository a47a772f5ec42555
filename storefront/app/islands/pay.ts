/**
 * The page's script at which is paid. Choosing a provider mounts its form; the button first asks our server, which checks everything and
 * begins the payment, and only then the provider. So looking at the page begins nothing: a reload, a second tab, a changed cart and the
 * way back all find the same page. Transfers go on as plain forms.
 */
interface ProviderError {
  type?: string;
  message?: string;
  payment_intent?: { status?: string };
}
interface StripeElement {
  on(name: "ready" | "loaderror", listener: () => void): void;
  mount(place: HTMLElement): void;
  destroy(): void;
}
interface StripeElements {
  create(type: "payment", options: object): StripeElement;
  submit(): Promise<{ error?: ProviderError }>;
}
interface StripeClient {
  elements(options: object): StripeElements;
  confirmPayment(options: object): Promise<{ error?: ProviderError }>;
}
interface TossClient {
  payment(options: object): { requestPayment(options: object): Promise<unknown> };
}
type Providers = { Stripe?: (key: string, options: object) => StripeClient; TossPayments?: { (key: string): TossClient; ANONYMOUS: string } };
interface Problem {
  field: string | null;
  code?: string;
  message: string;
}
interface Begun {
  errors?: Problem[];
  go?: string;
  attempt?: string;
  back?: string;
  secret?: string;
  toss?: Record<string, string | number>;
}
type Words = Record<"loading" | "loadFailed" | "again" | "preparing" | "waiting" | "windowOpen" | "checking" | "errorHead" | "newTotal" | "offline" | "unknownError", string>;

const providers = window as unknown as Providers;
const PAID = ["succeeded", "processing", "requires_capture"];
const scripts = new Map<string, Promise<void>>();

function load(url: string): Promise<void> {
  const known = scripts.get(url);
  if (known) return known;
  const loading = new Promise<void>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => {
      script.remove();
      scripts.delete(url); // it may be tried again
      reject(new Error(url));
    });
    document.head.append(script);
  });
  scripts.set(url, loading);
  return loading;
}

/** Our own look for a form that is not ours. */
function appearance(): object {
  const style = getComputedStyle(document.body);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    theme: "stripe",
    variables: {
      colorPrimary: token("--c-accent"), colorText: token("--c-text"), colorTextSecondary: token("--c-sub"), colorBackground: token("--c-panel"), colorDanger: token("--danger-ink"),
      borderRadius: token("--r-3"), fontFamily: style.fontFamily, fontSizeBase: "16px",
    },
    rules: { ".Input": { borderColor: token("--c-line-strong") }, ".Tab": { borderColor: token("--c-line-strong") } },
  };
}

const link = (href: string, text: string): HTMLAnchorElement => Object.assign(document.createElement("a"), { href, textContent: text });

class Payment {
  readonly form: HTMLFormElement;
  private words!: Words;
  private isBusy = false;
  private stripe: StripeClient | null = null;
  private elements: StripeElements | null = null;
  private mounting: Promise<boolean> | null = null;
  private label: ChildNode[] = [];

  constructor(form: HTMLFormElement) {
    this.form = form;
  }

  attach(): void {
    this.form.addEventListener("change", (event) => {
      if ((event.target as HTMLInputElement).name === "means") void this.choose();
    });
    // Before the forms' own script, which minds plain forms only.
    document.addEventListener("submit", (event) => this.submit(event), true);
    addEventListener("pageshow", (event) => event.persisted && this.rest());
    void this.choose();
  }

  private get means(): string {
    return this.form.querySelector<HTMLInputElement>("input[name=means]:checked")?.value ?? "";
  }

  private get place(): HTMLElement | null {
    return this.form.querySelector<HTMLElement>(`[data-mount="${this.means}"]`);
  }

  /** Loads what the chosen way needs. */
  private async choose(): Promise<boolean> {
    const { place } = this;
    if (!place) return false;
    this.words = JSON.parse(place.dataset.words ?? "{}") as Words;
    if (this.means === "toss") return load(place.dataset.script ?? "").then(() => true, () => this.failed(place));
    this.mounting ??= this.mount(place);
    return this.mounting;
  }

  private async mount(place: HTMLElement): Promise<boolean> {
    place.textContent = this.words.loading;
    try {
      await load(place.dataset.script ?? "");
      const { key = "", locale, amount } = place.dataset;
      if (!providers.Stripe) throw new Error("no Stripe");
      this.stripe = providers.Stripe(key, { locale });
      this.elements = this.stripe.elements({ mode: "payment", amount: Number(amount), currency: "krw", locale, appearance: appearance() });
      const element = this.elements.create("payment", { layout: "tabs" });
      place.replaceChildren();
      element.on("loaderror", () => {
        element.destroy();
        this.failed(place);
      });
      element.mount(place);
      return true;
    } catch {
      return this.failed(place);
    }
  }

  /** The form could not be loaded: says so, and offers to try again. */
  private failed(place: HTMLElement): false {
    this.mounting = null;
    this.elements = null;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-2 btn-s", textContent: this.words.again });
    button.addEventListener("click", () => void this.choose());
    const text = Object.assign(document.createElement("p"), { className: "sm", textContent: this.words.loadFailed });
    text.setAttribute("role", "alert");
    place.replaceChildren(text, button);
    return false;
  }

  private submit(event: SubmitEvent): void {
    if (event.target !== this.form || !this.place) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.isBusy) return;
    this.isBusy = true;
    void this.pay().catch(() => this.fail([{ field: null, message: this.words.offline }]));
  }

  private async pay(): Promise<void> {
    this.tell(this.words.preparing);
    this.clear();
    const lacking = this.lacking();
    if (lacking.length) return this.fail(lacking);
    if (!(await this.choose())) return this.fail([{ field: null, message: this.words.loadFailed }]);
    if (this.elements && this.means === "card") {
      const { error } = await this.elements.submit();
      if (error) return this.fail([{ field: null, message: error.message ?? this.words.unknownError }]);
    }
    const begun = await this.begin();
    if (begun.errors) return this.fail(begun.errors);
    if (begun.go) return location.assign(begun.go);
    const attempt = this.form.querySelector<HTMLInputElement>("input[name=attempt]");
    if (attempt && begun.attempt) attempt.value = begun.attempt;
    const back = new URL(begun.back ?? "/", location.origin).href;
    return begun.toss ? this.askToss(begun.toss, back) : this.askStripe(begun.secret ?? "", back);
  }

  /** What is to be ticked and is not, told without asking the server. */
  private lacking(): Problem[] {
    const boxes = [...this.form.querySelectorAll<HTMLInputElement>("input[data-need]")];
    return boxes.filter((box) => !box.checked).map((box) => ({ field: box.id, message: box.dataset.need ?? "" }));
  }

  private async begin(): Promise<Begun> {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) if (typeof value === "string") body.append(name, value);
    body.set("intent", "order");
    const answer = await fetch(this.form.dataset.pay ?? "", { method: "POST", body, headers: { accept: "application/json" } });
    if (answer.redirected) return { go: answer.url };
    if (answer.status >= 500) return { errors: [{ field: null, message: this.words.offline }] };
    return (await answer.json()) as Begun;
  }

  private async askStripe(clientSecret: string, back: string): Promise<void> {
    this.tell(this.words.waiting);
    const { error } = (await this.stripe?.confirmPayment({ elements: this.elements, clientSecret, confirmParams: { return_url: back }, redirect: "if_required" })) ?? {};
    // Where it is not known what came of it, or it was paid in another window, the return page finds out.
    const isOpen = error && error.type !== "api_connection_error" && error.type !== "api_error" && !PAID.includes(error.payment_intent?.status ?? "");
    if (isOpen) return this.fail([{ field: null, message: error.message ?? this.words.unknownError }]);
    this.tell(this.words.checking);
    location.assign(back);
  }

  private async askToss(told: Record<string, string | number>, back: string): Promise<void> {
    const toss = providers.TossPayments;
    if (!toss) return this.fail([{ field: null, message: this.words.loadFailed }]);
    this.tell(this.words.windowOpen);
    const { clientKey, orderId, orderName, amount, currency, method, customerEmail } = told;
    try {
      await toss(String(clientKey)).payment({ customerKey: toss.ANONYMOUS }).requestPayment({ method, amount: { currency, value: amount }, orderId, orderName, successUrl: back, failUrl: back, ...(customerEmail ? { customerEmail } : {}) });
    } catch (error) {
      this.fail([{ field: null, message: (error as ProviderError).message ?? this.words.unknownError }]);
    }
  }

  private get button(): HTMLButtonElement | null {
    return this.form.querySelector<HTMLButtonElement>("button[name=intent][value=order]");
  }

  /** How far it has come: on the button and, for those who cannot see it, aloud. */
  private tell(text: string): void {
    const { button } = this;
    if (button && !button.hasAttribute("aria-disabled")) {
      this.label = [...button.childNodes];
      button.setAttribute("aria-disabled", "true");
    }
    button?.replaceChildren(text);
    this.form.setAttribute("aria-busy", "true");
    this.form.querySelector("[data-pay-progress]")?.replaceChildren(text);
  }

  /** The form as it was before the button was pressed. */
  private rest(): void {
    const { button } = this;
    if (button?.hasAttribute("aria-disabled")) {
      button.replaceChildren(...this.label);
      button.removeAttribute("aria-disabled");
    }
    this.form.removeAttribute("aria-busy");
    this.form.querySelector("[data-pay-progress]")?.replaceChildren();
    this.isBusy = false;
  }

  private clear(): void {
    const box = this.form.querySelector<HTMLElement>("[data-pay-errors]");
    if (box) box.hidden = true;
    for (const field of this.form.querySelectorAll("[data-need][aria-invalid]")) field.removeAttribute("aria-invalid");
    // What the server said about the last press is answered by this one.
    document.getElementById("errors")?.remove();
    for (const fault of this.form.querySelectorAll("p.err")) fault.remove();
  }

  /** Says what is wrong, in the order it is to be mended, and goes there. */
  private fail(problems: readonly Problem[]): void {
    this.rest();
    const box = this.form.querySelector<HTMLElement>("[data-pay-errors]");
    if (!box) return;
    const list = document.createElement("ul");
    for (const { field, code, message } of problems) {
      const item = document.createElement("li");
      item.append(field ? link(`#${field}`, message) : message);
      if (code === "TOTAL") item.append(" ", link(location.pathname, this.words.newTotal));
      if (field) document.getElementById(field)?.setAttribute("aria-invalid", "true");
      list.append(item);
    }
    const head = Object.assign(document.createElement("p"), { className: "b", textContent: this.words.errorHead });
    box.replaceChildren(head, list);
    box.hidden = false;
    box.focus();
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-pay]")) new Payment(form).attach();

export {};
