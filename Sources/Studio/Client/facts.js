// "Collega un fatto": what a text says, linked to the figure, act or page that it rests on.

import { insert } from "./toolbar.js";

const kinds = [
  ["dato", "Dato"],
  ["variazione", "Variazione"],
  ["conteggio", "Conteggio"],
  ["atto", "Atto"],
  ["voce", "Voce del glossario"],
  ["pagina", "Pagina"],
  ["fonte", "Fonte"],
];

let dialog;
let target;

/// Opens the dialogue; what is chosen in the text becomes the words of the link.
export function link(area) {
  const edition = area.form?.dataset.edizione;
  if (!edition) return;
  target = { area, start: area.selectionStart, end: area.selectionEnd };
  dialog ??= make();
  dialog.dataset.edizione = edition;
  dialog.returnValue = "";
  dialog.showModal();
  dialog.querySelector("#parole-fatto").select();
  search();
}

function make() {
  const made = document.createElement("dialog");
  made.className = "fatti";
  made.setAttribute("aria-labelledby", "titolo-fatti");
  made.innerHTML = `<form method="dialog"><h2 id="titolo-fatti">Collega un fatto</h2>
    <p><label for="genere-fatto">Che cosa</label> <select id="genere-fatto">${kinds.map(([value, label]) => `<option value="${value}">${label}</option>`).join("")}</select></p>
    <p><label for="parole-fatto">Parole</label> <input type="text" id="parole-fatto" autocomplete="off"></p>
    <fieldset><legend>Trovati</legend><div class="trovati" aria-live="polite"></div></fieldset>
    <p><button value="metti" class="primo">Metti nel testo</button> <button value="" formnovalidate>Annulla</button></p></form>`;
  let timer;
  made.querySelector("#parole-fatto").addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, 200);
  });
  made.querySelector("select").addEventListener("change", search);
  made.addEventListener("close", put);
  document.body.append(made);
  return made;
}

async function search() {
  const query = new URLSearchParams({
    fatti: dialog.querySelector("select").value,
    q: dialog.querySelector("#parole-fatto").value,
    parte: "1",
  });
  const response = await fetch(`/_studio/${encodeURI(dialog.dataset.edizione)}/?${query}`);
  if (response.ok) dialog.querySelector(".trovati").innerHTML = await response.text();
}

function put() {
  const { area, start, end } = target;
  area.focus();
  area.setSelectionRange(start, end);
  const chosen = dialog.querySelector("input[name=fatto]:checked");
  if (dialog.returnValue !== "metti" || !chosen) return;
  const words = area.value.slice(start, end).trim() || chosen.dataset.parole;
  const link = `[${words.replace(/([[\]])/g, "\\$1")}](${chosen.value})`;
  // Words are parted from what stands beside them.
  const before = /[\p{L}\p{N})]$/u.test(area.value.slice(0, start)) ? " " : "";
  const after = /^[\p{L}\p{N}(]/u.test(area.value.slice(end)) ? " " : "";
  insert(area, before + link + after);
}
