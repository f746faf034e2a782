// Series: Enter and arrows go along a column, and rows of a spreadsheet are pasted into any cell.

export function grid(table, form) {
  table.addEventListener("keydown", (event) => {
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    const cell = event.target.closest("td");
    if (!step || !cell || event.target.localName !== "input" || event.isComposing) return;
    const row = cell.parentElement;
    const next = step > 0 ? row.nextElementSibling : row.previousElementSibling;
    event.preventDefault();
    next?.cells[cell.cellIndex]?.querySelector("input")?.focus();
  });
  table.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain");
    // One cell is pasted as anything is.
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const place = table.closest("fieldset").querySelector(".incolla");
    place.querySelector("textarea").value = text;
    form.requestSubmit(place.querySelector("button"));
  });
}
