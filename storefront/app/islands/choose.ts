/** A box that chooses every row of its form; without script the rows are chosen one by one. */
for (const label of document.querySelectorAll<HTMLLabelElement>("[data-choose-all]")) {
  const all = label.querySelector("input");
  const boxes = [...(label.closest("form")?.querySelectorAll<HTMLInputElement>('input[type="checkbox"][name="id"]') ?? [])];
  if (!all || !boxes.length) continue;
  const show = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    all.checked = chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
  };
  all.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
  });
  for (const box of boxes) box.addEventListener("change", show);
  show();
  label.hidden = false;
}
