// What makes writing easier where scripts run; every page works without.

import { check } from "./check.js";
import { grids } from "./grid.js";
import { intake } from "./intake.js";
import { dress } from "./toolbar.js";

const form = document.getElementById("modulo");

/// How many characters a text has, of how many it may have.
function count(control) {
  const most = Number(control.dataset.massimo);
  const place = document.createElement("p");
  place.className = "conteggio";
  place.setAttribute("aria-hidden", "true");
  control.after(place);
  const show = () => {
    const length = [...control.value.trim()].length;
    place.textContent = `${length}/${most}`;
    place.classList.toggle("troppo", length > most);
  };
  control.addEventListener("input", show);
  show();
}

/// A text is as high as what is in it.
function grow(area) {
  area.style.fieldSizing = "content";
}

if (form) {
  for (const control of form.querySelectorAll("[data-massimo]")) count(control);
  for (const area of form.querySelectorAll("textarea")) grow(area);
  for (const area of form.querySelectorAll("textarea[data-testo]")) dress(area);
  grids(form);
  check(form);
  form.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      form.requestSubmit(form.querySelector("button.primo"));
    }
  });
}

// After saving with problems that kept something from being saved, the list of them comes first.
const summary = document.getElementById("letto") ?? document.getElementById("conflitti") ?? document.getElementById("problemi");
if (summary && (summary.id === "letto" || document.title.startsWith("Errore"))) summary.focus();

const brought = document.getElementById("porta");
if (brought) intake(brought);

// The file that an office sent back is chosen instead of being copied.
const answer = document.querySelector(".importa textarea");
if (answer) {
  const chooser = document.createElement("input");
  chooser.type = "file";
  chooser.accept = ".txt,text/plain";
  chooser.setAttribute("aria-label", "Il file che l'ufficio ha rimandato");
  chooser.addEventListener("change", async () => {
    answer.value = (await chooser.files[0]?.text()) ?? "";
  });
  answer.before(chooser);
}
