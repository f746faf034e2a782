// What makes writing easier where scripts run; every page works without.

import { check } from "./check.js";
import { grid } from "./grid.js";
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

const dressed = new WeakSet();

/// Gives what is in the form, and was not there before, what scripts add.
function dressAll() {
  for (const one of form.querySelectorAll("input, textarea, .griglia table")) {
    // A text is as high as what is in it.
    if (one.localName === "textarea") one.style.fieldSizing = "content";
    if (dressed.has(one)) continue;
    dressed.add(one);
    if (one.dataset.massimo) count(one);
    if (one.matches("textarea[data-testo]")) dress(one);
    if (one.localName === "table") grid(one, form);
  }
}

/// What has to be read first: what kept something from being saved, what was read of a sheet.
function lead() {
  const summary = document.getElementById("letto") ?? document.getElementById("conflitti") ?? document.getElementById("problemi");
  if (summary && (summary.id === "letto" || document.title.startsWith("Errore"))) summary.focus();
}

if (form) {
  dressAll();
  check(form, () => {
    dressAll();
    lead();
  });
  form.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      form.requestSubmit(form.querySelector("button.primo"));
    }
  });
}

lead();

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
