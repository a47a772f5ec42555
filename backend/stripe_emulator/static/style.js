// Looks of the element and the dialog, apart from the page's own. Constructed sheets need no style-src in a page's policy.
const DEFAULTS = {
  colorPrimary: "#231d20", colorText: "#231d20", colorTextSecondary: "#574e51", colorBackground: "#ffffff", colorDanger: "#b3260a", colorBorder: "#8f8588",
  borderRadius: "4px", fontFamily: 'Pretendard, "Apple SD Gothic Neo", "Noto Sans KR", system-ui, sans-serif', fontSizeBase: "16px",
};

const RULES = `
  :host { all: initial; display: block; }
  * { box-sizing: border-box; }
  .box { font: 400 var(--size)/1.5 var(--font); color: var(--text); word-break: keep-all; text-align: start; }
  .strip { margin: 0 0 16px; padding: 10px 12px; background: #fff4dd; color: #7a4d00; border: 1px solid #f2cf86; border-radius: var(--radius); font-size: 14px; }
  .strip strong { font-weight: 700; }
  .strip p { display: flex; flex-wrap: wrap; gap: 0 8px; margin: 0; }
  details { margin-top: 4px; }
  summary { min-height: 32px; padding: 5px 0; cursor: pointer; text-decoration: underline; text-underline-offset: 3px; }
  ul { list-style: none; display: grid; gap: 6px; margin: 4px 0 0; padding: 0; }
  .fill { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 12px; width: 100%; min-height: 44px; padding: 6px 10px; align-items: center;
    font: inherit; color: #231d20; background: #fff; border: 1px solid #e5e0de; border-radius: var(--radius); cursor: pointer; text-align: start; }
  .fill b { font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .fill:hover { border-color: #7a4d00; }
  fieldset { margin: 0 0 16px; padding: 0; border: 0; min-width: 0; container-type: inline-size; }
  legend { margin: 0 0 8px; padding: 0; font-weight: 600; font-size: 14px; }
  .tiles { display: grid; grid-template-columns: repeat(2, 1fr); gap: 8px; }
  @container (min-width: 400px) { .tiles { grid-template-columns: repeat(3, 1fr); } }
  @container (min-width: 720px) { .tiles { grid-template-columns: repeat(6, 1fr); } }
  .tile { position: relative; display: flex; align-items: center; min-height: 48px; padding: 8px 12px; background: var(--ground); border: 1px solid var(--line); border-radius: var(--radius);
    cursor: pointer; font-size: 15px; font-weight: 500; }
  .tile input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
  .tile:has(:checked) { border-color: var(--primary); box-shadow: inset 0 0 0 1px var(--primary); color: var(--primary); font-weight: 700; }
  .tile:has(:focus-visible) { outline: 3px solid #256ef4; outline-offset: 2px; }
  .fields { display: grid; grid-template-columns: 1fr 1fr; gap: 14px 12px; }
  .field { min-width: 0; }
  .field.whole { grid-column: 1 / -1; }
  label.name { display: block; margin: 0 0 6px; font-size: 14px; font-weight: 600; }
  .field input { display: block; width: 100%; height: 48px; padding: 0 12px; font: inherit; font-variant-numeric: tabular-nums; color: var(--text); background: var(--ground);
    border: 1px solid var(--line); border-radius: var(--radius); appearance: none; }
  .field input::placeholder { color: #6f6568; opacity: 1; }
  .field input:focus-visible, .fill:focus-visible, summary:focus-visible, dialog button:focus-visible { outline: 3px solid #256ef4; outline-offset: 2px; }
  .field input[aria-invalid="true"] { border-color: var(--danger); }
  .field input:disabled { background: #efebe8; }
  .problem { margin: 6px 0 0; font-size: 14px; color: var(--danger); }
  .problem:empty { display: none; }
  .redirect { margin: 0; padding: 14px 12px; font-size: 15px; color: var(--sub); background: #f7f5f3; border-radius: var(--radius); }
  .quiet { margin: 0; color: var(--sub); }
  [hidden] { display: none !important; }
  @media (max-width: 359px) { .fields { grid-template-columns: 1fr; } }
  dialog { width: min(440px, calc(100vw - 32px)); padding: 0; color: var(--text); background: #fff; border: 0; border-radius: 8px; box-shadow: 0 20px 48px rgb(35 29 32 / .3); }
  dialog::backdrop { background: rgb(35 29 32 / .6); }
  dialog .strip { margin: 0; border-width: 0 0 1px; border-radius: 0; text-align: center; font-weight: 700; }
  dialog .inside { padding: 24px; }
  dialog h2 { margin: 0 0 8px; font-size: 20px; font-weight: 700; }
  dialog p { margin: 0 0 16px; }
  dialog .amount { font-size: 20px; font-weight: 700; font-variant-numeric: tabular-nums; }
  dialog .row { display: grid; gap: 10px; }
  dialog button { min-height: 48px; padding: 0 16px; font: inherit; font-weight: 600; color: var(--text); background: #fff; border: 1px solid var(--line); border-radius: var(--radius); cursor: pointer; }
  dialog button.approve { color: #fff; background: #1c7530; border-color: #1c7530; }
  dialog button.deny { color: #b3260a; border-color: #c22a0c; }
`;

/** Only values that look like what they should be, so that no rule can be smuggled in. */
function sheetFor(appearance) {
  const given = Object.fromEntries(Object.entries(appearance?.variables ?? {}).filter(([, value]) => typeof value === "string" && !/[{};]/.test(value)));
  const look = { ...DEFAULTS, ...given };
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${RULES}
  .box { --primary: ${look.colorPrimary}; --text: ${look.colorText}; --sub: ${look.colorTextSecondary}; --ground: ${look.colorBackground}; --danger: ${look.colorDanger};
    --line: ${look.colorBorder}; --radius: ${look.borderRadius}; --font: ${look.fontFamily}; --size: ${look.fontSizeBase}; }`);
  return sheet;
}

/** <name attributes>children</name>; attributes that begin with "on" are listeners. */
function node(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

function shadowIn(host, appearance) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheetFor(appearance)];
  return root;
}
