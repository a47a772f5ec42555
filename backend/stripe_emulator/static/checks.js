// What can be wrong with a card as typed; each gives Stripe's code or null.
const digitsOf = (text) => text.replace(/\D/g, "");

function isLuhn(number) {
  let sum = 0;
  [...number].reverse().forEach((digit, place) => {
    const value = Number(digit) * (place % 2 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  });
  return sum % 10 === 0;
}

function numberProblem(text) {
  const number = digitsOf(text);
  if (number.length < 15) return "incomplete_number";
  return isLuhn(number) ? null : "invalid_number";
}

/** "07 / 29" and "0729" are July 2029; null when it is not whole. */
function expiryOf(text) {
  const digits = digitsOf(text);
  if (digits.length < 4) return null;
  return { month: Number(digits.slice(0, 2)), year: 2000 + Number(digits.slice(2, 4)) };
}

function expiryProblem(text, today = new Date()) {
  const expiry = expiryOf(text);
  if (!expiry) return "incomplete_expiry";
  if (expiry.month < 1 || expiry.month > 12) return "invalid_expiry_month";
  const thisYear = today.getFullYear();
  if (expiry.year < thisYear) return "invalid_expiry_year_past";
  if (expiry.year === thisYear && expiry.month < today.getMonth() + 1) return "invalid_expiry_month_past";
  return expiry.year > thisYear + 49 ? "invalid_expiry_year" : null;
}

const cvcProblem = (text) => (digitsOf(text).length < 3 ? "incomplete_cvc" : null);

const groupedNumber = (text) => digitsOf(text).slice(0, 16).replace(/(\d{4})(?=\d)/g, "$1 ");

/** A first digit above 1 can only be a single month. */
function groupedExpiry(text, wasErased) {
  let digits = digitsOf(text).slice(0, 4);
  if (/^[2-9]/.test(digits)) digits = `0${digits}`.slice(0, 4);
  if (digits.length < 2 || (digits.length === 2 && wasErased)) return digits;
  return `${digits.slice(0, 2)} / ${digits.slice(2)}`;
}
