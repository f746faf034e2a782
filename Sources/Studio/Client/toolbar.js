// The marks of a text at a press; the text stays what it is.

import { link } from "./facts.js";
import { guide } from "./guide.js";
import { pasted } from "./paste.js";
import { picture, pictureIn } from "./pictures.js";

/// Puts words in the place of what is chosen, so that they can be taken back with Ctrl-Z.
export function insert(area, text, selection) {
  area.focus();
  // The only way that keeps the browser's own undo; where it is gone the text is put in all the same.
  if (!document.execCommand("insertText", false, text)) {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (selection) {
    const start = area.selectionEnd - text.length + selection[0];
    area.setSelectionRange(start, start + selection[1]);
  }
}

function chosen(area) {
  return area.value.slice(area.selectionStart, area.selectionEnd);
}

/// The lines that the selection touches, whole.
function lines(area) {
  const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const next = area.value.indexOf("\n", area.selectionEnd);
  area.setSelectionRange(start, next < 0 ? area.value.length : next);
  return chosen(area);
}

function around(mark, word) {
  return (area) => {
    const words = chosen(area);
    const core = words.trim() || word;
    const [before, after] = [words.match(/^\s*/)[0], words.trim() ? words.match(/\s*$/)[0] : ""];
    insert(area, before + mark + core + mark + after, [before.length + mark.length, core.length]);
  };
}

function each(change) {
  return (area) => {
    const text = lines(area) || "voce";
    insert(area, text.split("\n").map(change).join("\n"));
  };
}

const tools = [
  ["Titolo", (area) => insert(area, `## ${lines(area).replace(/^#+\s*/, "") || "Titolo"}`)],
  ["Grassetto", around("**", "testo"), "b"],
  ["Corsivo", around("*", "testo"), "i"],
  ["Elenco", each((line) => (line.startsWith("- ") ? line : `- ${line}`))],
  ["Elenco numerato", each((line, place) => `${place + 1}. ${line.replace(/^(- |\d+\. )/, "")}`)],
  ["Tabella", (area) => below(area, "| Voce | Valore |\n| --- | ---: |\n| uno | 1 |\n| due | 2 |")],
  ["Nota", (area) => note(area)],
  ["Immagine", (area) => picture(area)],
  ["Collega un fatto", (area) => link(area), "k"],
  ["Collegamento", (area) => insert(area, `[${chosen(area) || "testo"}](https://)`)],
  ["Guida", guide],
];

/// Something that stands by itself, behind the paragraph at hand; nothing that is chosen goes.
function below(area, text) {
  const gap = area.value.indexOf("\n\n", area.selectionEnd);
  const end = gap < 0 ? area.value.length : gap;
  area.setSelectionRange(end, end);
  insert(area, `${end ? "\n\n" : ""}${text}`);
}

/// A note behind the words, and its text at the end.
function note(area) {
  const numbers = [...area.value.matchAll(/\[\^(\d+)\]/g)].map((match) => Number(match[1]));
  const number = Math.max(0, ...numbers) + 1;
  insert(area, `${chosen(area)}[^${number}]`);
  const end = area.value.length;
  area.setSelectionRange(end, end);
  insert(area, `${area.value.endsWith("\n") ? "" : "\n"}\n[^${number}]: testo della nota`, [
    (area.value.endsWith("\n") ? 0 : 1) + 1 + `[^${number}]: `.length, "testo della nota".length]);
}

/// Gives a text its bar of marks: one stop of the Tab key, arrows inside.
export function dress(area) {
  let isTouched = false;
  const bar = document.createElement("div");
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "Segni del testo");
  bar.setAttribute("aria-controls", area.id);
  bar.className = "strumenti";
  for (const [label, act, key] of tools) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.tabIndex = bar.children.length ? -1 : 0;
    if (key) button.setAttribute("aria-keyshortcuts", `Control+${key.toUpperCase()}`);
    button.addEventListener("click", () => {
      // In a text that nobody has been in yet, the end is meant and not the beginning.
      if (!isTouched && !area.selectionEnd) area.setSelectionRange(area.value.length, area.value.length);
      act(area);
    });
    bar.append(button);
  }
  bar.addEventListener("keydown", (event) => {
    const buttons = [...bar.children];
    const place = buttons.indexOf(document.activeElement);
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -place, End: buttons.length - 1 - place }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = buttons[(place + step + buttons.length) % buttons.length];
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  });
  for (const kind of ["pointerdown", "keydown", "input"]) {
    area.addEventListener(kind, () => (isTouched = true), { once: true });
  }
  area.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const tool = tools.find((one) => one[2] === event.key.toLowerCase());
    if (!tool) return;
    event.preventDefault();
    tool[1](area);
  });
  area.addEventListener("drop", (event) => {
    const file = pictureIn(event.dataTransfer);
    if (!file) return;
    event.preventDefault();
    picture(area, file);
  });
  area.addEventListener("paste", (event) => {
    const file = pictureIn(event.clipboardData);
    if (file) {
      event.preventDefault();
      return picture(area, file);
    }
    const found = pasted(event.clipboardData);
    if (!found) return;
    event.preventDefault();
    const before = [area.value, area.selectionStart, area.selectionEnd];
    insert(area, found.text);
    tellPasted(area, found, before, event.clipboardData.getData("text/plain"));
  });
  area.before(bar);
}

/// What was made of a paste, and the two ways back.
function tellPasted(area, found, [before, start, end], plain) {
  area.parentElement.querySelector(".incollato")?.remove();
  const place = document.createElement("p");
  place.className = "incollato";
  place.setAttribute("role", "status");
  place.append(`Incollato. ${found.leftOut.length ? `Lasciato fuori: ${found.leftOut.join(", ")}.` : ""} `);
  const button = (label, act) => {
    const one = document.createElement("button");
    one.type = "button";
    one.textContent = label;
    one.addEventListener("click", () => {
      act();
      place.remove();
      area.focus();
    });
    place.append(one, " ");
  };
  // What is typed afterwards is not to go with it.
  const after = area.value;
  area.addEventListener("input", () => area.value === after || place.remove());
  const back = () => {
    area.focus();
    area.select();
    insert(area, before);
    area.setSelectionRange(start, end);
  };
  button("Annulla", back);
  button("Incolla come testo semplice", () => {
    back();
    insert(area, plain);
  });
  button("Va bene", () => {});
  area.after(place);
}
