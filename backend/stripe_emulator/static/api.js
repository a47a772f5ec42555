// Asks the emulator this script came from, as Stripe.js asks api.stripe.com: publishable key and client secret.
const OWN_SCRIPT = document.currentScript ?? document.querySelector('script[src*="/js.stripe.com/v3"]');
const BASE = new URL(OWN_SCRIPT.src).origin;

/** {a: {b: 1}, c: [2]} as a[b]=1&c[0]=2; what is null or undefined is left out. */
function formOf(fields, prefix = "", form = new URLSearchParams()) {
  for (const [name, value] of Object.entries(fields)) {
    const key = prefix ? `${prefix}[${name}]` : name;
    if (value === null || value === undefined) continue;
    if (typeof value === "object") formOf(value, key, form);
    else form.append(key, String(value));
  }
  return form;
}

/** The answer's JSON, or {error}; never throws. */
async function ask(method, path, fields, headers = {}) {
  const form = formOf(fields);
  const url = BASE + path + (method === "GET" ? `?${form}` : "");
  try {
    const answer = await fetch(url, { method, headers, body: method === "GET" ? undefined : form, credentials: "omit", cache: "no-store" });
    const body = await answer.json();
    return answer.ok || body.error ? body : { error: { type: "api_error", message: `HTTP ${answer.status}` } };
  } catch (problem) {
    return { error: { type: "api_connection_error", code: "api_connection_error", message: String(problem) } };
  }
}

const intentIdOf = (clientSecret) => String(clientSecret).split("_secret_")[0];

function retrieve(key, clientSecret) {
  return ask("GET", `/v1/payment_intents/${intentIdOf(clientSecret)}`, { key, client_secret: clientSecret });
}

function confirmIntent(key, clientSecret, fields) {
  return ask("POST", `/v1/payment_intents/${intentIdOf(clientSecret)}/confirm`, { key, client_secret: clientSecret, use_stripe_sdk: true, ...fields });
}

/** The shopper's answer in the dialog that stands for the bank. */
function answerBank(clientSecret, outcome) {
  return ask("POST", `/emulator/pay/${intentIdOf(clientSecret)}/outcome`, { client_secret: clientSecret, outcome }, { Accept: "application/json" });
}

function integrationError(message) {
  const error = new Error(message);
  error.name = "IntegrationError";
  return error;
}
