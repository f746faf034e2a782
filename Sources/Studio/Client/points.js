// From a problem to the words that it is about, and what could stand in their place.

import { insert } from "./toolbar.js";

/// Where words stand in a text, whatever blanks and line ends are between them; nil where they do not.
function find(text, words, turn) {
  const pattern = words.split(" ").map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
  const all = [...text.matchAll(new RegExp(pattern, "g"))];
  const found = all[turn] ?? all[0];
  return found ? [found.index, found.index + found[0].length] : null;
}

/// Chooses the words of a problem, or the part of them that is to go.
function select(control, item, part) {
  const range = find(control.value, item.dataset.parole, Number(item.dataset.volta));
  control.focus();
  if (!range) return false;
  const start = part ? control.value.indexOf(part, range[0]) : range[0];
  if (start < 0 || start >= range[1]) return false;
  control.setSelectionRange(start, part ? start + part.length : range[1]);
  return true;
}

/// Gives the problems of a list the way to their words.
export function points(list) {
  const control = document.getElementById(`f.${list.id.slice(2)}`);
  if (!control || !control.setSelectionRange || control.type === "email") return;
  for (const item of list.querySelectorAll("[data-parole]")) {
    if (!find(control.value, item.dataset.parole, 0)) continue;
    const go = document.createElement("button");
    go.type = "button";
    go.textContent = "Vai al punto";
    go.addEventListener("click", () => select(control, item));
    item.append(" ", go);
    if (item.dataset.metti === undefined) continue;
    const put = document.createElement("button");
    put.type = "button";
    put.textContent = item.dataset.metti ? `Metti «${item.dataset.metti}»` : "Togli";
    put.addEventListener("click", () => {
      if (select(control, item, item.dataset.togli)) insert(control, item.dataset.metti);
    });
    item.append(" ", put);
  }
}
