// `Stripe(publishableKey)` with the part of Stripe.js that a Payment Element needs.
class Elements {
  constructor(key, options = {}, locale) {
    this.key = key;
    this.options = { locale, ...options };
    this.payment = null;
    if (!options.clientSecret && !options.mode) throw integrationError("In order to create a payment element, you must pass a clientSecret or mode when creating the Elements group.");
  }

  get words() {
    return wordsFor(this.options.locale);
  }

  create(type, options) {
    if (type !== "payment") throw integrationError(`The emulator has a payment element only, and was asked for: ${type}.`);
    if (this.payment) throw integrationError("Can only create one Element of type payment through Elements().create().");
    this.payment = new PaymentElement(this, options);
    return this.payment;
  }

  getElement(type) {
    return type === "payment" ? this.payment : null;
  }

  forget(element) {
    if (this.payment === element) this.payment = null;
  }

  update(options) {
    this.options = { ...this.options, ...options };
    void this.payment?.load();
  }

  async fetchUpdates() {
    await this.payment?.load();
    return {};
  }

  /** Which methods there are: the intent's own, or for one still to be made those of the currency. */
  async offered() {
    if (this.options.clientSecret) {
      const intent = await retrieve(this.key, this.options.clientSecret);
      return intent.error ? { error: translated(intent.error, this.words) } : { types: intent.payment_method_types };
    }
    const named = this.options.paymentMethodTypes ?? this.options.payment_method_types;
    return { types: named ?? (String(this.options.currency).toLowerCase() === "krw" ? FOR_WON : ["card"]) };
  }

  /** Checks what was typed; {} or {error}. */
  async submit() {
    if (!this.payment) return { error: { type: "validation_error", message: "There is no payment element." } };
    const error = this.payment.validate();
    return error ? { error } : { selectedPaymentMethod: this.payment.method };
  }
}

const PAID = ["succeeded", "requires_capture", "processing"];

function goBack(address, intent, succeeded) {
  const url = new URL(address);
  url.searchParams.set("payment_intent", intent.id);
  url.searchParams.set("payment_intent_client_secret", intent.client_secret);
  url.searchParams.set("redirect_status", succeeded ? "succeeded" : "failed");
  window.location.assign(url.href);
  return new Promise(() => {}); // the page is on its way out
}

class StripeInstance {
  constructor(key, options = {}) {
    this.key = key;
    this.options = options;
  }

  elements(options) {
    return new Elements(this.key, options, this.options.locale);
  }

  async retrievePaymentIntent(clientSecret) {
    const answer = await retrieve(this.key, clientSecret);
    return answer.error ? { error: translated(answer.error, wordsFor(this.options.locale)) } : { paymentIntent: answer };
  }

  async confirmPayment({ elements, clientSecret, confirmParams = {}, redirect = "always" }) {
    const secret = clientSecret ?? elements?.options.clientSecret;
    if (!secret) throw integrationError("stripe.confirmPayment(): you must pass a clientSecret.");
    if (redirect === "always" && !confirmParams.return_url) throw integrationError("stripe.confirmPayment(): the `confirmParams.return_url` argument is required.");
    const words = elements?.words ?? wordsFor(this.options.locale);
    const fields = this.fieldsOf(confirmParams);
    if (elements) {
      const { error } = await elements.submit();
      if (error) return { error };
      fields.payment_method_data = elements.payment.data(confirmParams.payment_method_data?.billing_details);
    }
    const answer = await confirmIntent(this.key, secret, fields);
    const outcome = await this.followUp(answer, secret, words, elements?.options.appearance);
    if (outcome.paymentIntent && redirect === "always") return goBack(confirmParams.return_url, outcome.paymentIntent, true);
    return outcome;
  }

  fieldsOf({ return_url: address, payment_method: method, receipt_email: email, shipping }) {
    return { return_url: address && new URL(address, window.location.href).href, payment_method: method, receipt_email: email, shipping };
  }

  async confirmCardPayment(clientSecret, { payment_method: method, return_url: address } = {}, { handleActions = true } = {}) {
    const fields = { return_url: address, ...(typeof method === "string" ? { payment_method: method } : {}) };
    if (method && typeof method === "object") fields.payment_method_data = { type: "card", billing_details: method.billing_details, card: { token: method.card?.token } };
    const words = wordsFor(this.options.locale);
    const answer = await confirmIntent(this.key, clientSecret, fields);
    return handleActions ? this.followUp(answer, clientSecret, words) : this.result(answer, words);
  }

  async handleNextAction({ clientSecret }) {
    const words = wordsFor(this.options.locale);
    return this.followUp(await retrieve(this.key, clientSecret), clientSecret, words);
  }

  handleCardAction(clientSecret) {
    return this.handleNextAction({ clientSecret });
  }

  async createPaymentMethod({ elements, params = {} }) {
    const { error } = await elements.submit();
    if (error) return { error };
    const answer = await ask("POST", "/v1/payment_methods", { key: this.key, ...elements.payment.data(params.billing_details) });
    return answer.error ? { error: translated(answer.error, elements.words) } : { paymentMethod: answer };
  }

  /** Does what the intent asks for next: a dialog here, or a page elsewhere. */
  async followUp(answer, clientSecret, words, appearance) {
    const action = answer.next_action;
    if (answer.error || answer.status !== "requires_action" || !action) return this.result(answer, words);
    if (action.type === "redirect_to_url") {
      window.location.assign(action.redirect_to_url.url);
      return new Promise(() => {});
    }
    const outcome = await askShopper(answer, words, appearance);
    if (outcome !== "leave") {
      const given = await answerBank(clientSecret, outcome);
      if (given.error) return this.result(given, words);
    }
    return this.result(await retrieve(this.key, clientSecret), words);
  }

  /** {paymentIntent}, or {error} when it was not paid. */
  result(answer, words) {
    if (answer.error) return { error: translated(answer.error, words) };
    if (PAID.includes(answer.status) || !["requires_action", "requires_payment_method"].includes(answer.status)) return { paymentIntent: answer };
    if (answer.status === "requires_payment_method" && !answer.last_payment_error) return { paymentIntent: answer };
    const unfinished = { type: "invalid_request_error", code: "payment_intent_authentication_failure" };
    return { error: { ...translated(answer.last_payment_error ?? unfinished, words), payment_intent: answer } };
  }

  registerAppInfo() {}

  _registerWrapper() {}
}

function Stripe(key, options) {
  if (typeof key !== "string" || !key.startsWith("pk_")) throw integrationError("Please call Stripe() with your publishable key. You used an empty string or a secret key.");
  return new StripeInstance(key, options);
}
Stripe.version = 3;
Stripe.isEmulator = true;
window.Stripe = Stripe;
