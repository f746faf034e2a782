// A picture in a text: chosen, sent, described. Without a description it is put in only as decoration.

import { insert } from "./toolbar.js";

let dialog;
let target;

/// Opens the dialogue; a picture that was pasted or dropped is chosen already.
export function picture(area, file) {
  target = { area, start: area.selectionStart, end: area.selectionEnd, file };
  dialog ??= make();
  const form = dialog.querySelector("form");
  form.reset();
  form.querySelector(".detto").textContent = file ? `Hai incollato ${file.name || "un'immagine"}.` : "";
  form.querySelector("[type=file]").required = !file;
  describe();
  dialog.showModal();
}

function make() {
  const made = document.createElement("dialog");
  made.className = "fatti";
  made.setAttribute("aria-labelledby", "titolo-immagine");
  made.innerHTML = `<form method="dialog"><h2 id="titolo-immagine">Un'immagine</h2>
    <div class="campo"><label for="file-immagine">Il file</label><p class="aiuto" id="aiuto-file">JPEG, PNG o WebP; anche HEIC, dal telefono</p>
    <input type="file" id="file-immagine" accept="image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif" aria-describedby="aiuto-file"></div>
    <div class="campo"><label for="descrizione-immagine">Che cosa mostra <span class="serve">(serve)</span></label>
    <p class="aiuto" id="aiuto-immagine">la legge chi non la vede: «La sala con i tavoli apparecchiati»</p>
    <textarea id="descrizione-immagine" rows="2" aria-describedby="aiuto-immagine"></textarea></div>
    <div class="campo"><label class="scelta"><input type="checkbox" id="decorativa-immagine"> È decorativa: non dice niente a nessuno</label></div>
    <div class="campo"><label for="didascalia-immagine">Didascalia</label><p class="aiuto" id="aiuto-didascalia">sotto l'immagine, con l'autore della foto</p>
    <input type="text" id="didascalia-immagine" autocomplete="off" aria-describedby="aiuto-didascalia"></div>
    <p class="detto" role="status"></p>
    <p><button type="submit" class="primo">Metti nel testo</button> <button type="button">Annulla</button></p></form>`;
  const form = made.querySelector("form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    put(form).catch(() => tell("Lo studio non risponde: l'immagine non è nel testo."));
  });
  form.querySelector("[type=button]").addEventListener("click", () => made.close());
  form.querySelector("#decorativa-immagine").addEventListener("change", describe);
  made.addEventListener("close", () => target.area.focus());
  document.body.append(made);
  return made;
}

/// A decoration has neither description nor caption; anything else needs the first.
function describe() {
  const isDecorative = dialog.querySelector("#decorativa-immagine").checked;
  for (const name of ["descrizione", "didascalia"]) dialog.querySelector(`#${name}-immagine`).disabled = isDecorative;
  dialog.querySelector("#descrizione-immagine").required = !isDecorative;
}

function tell(text) {
  dialog.querySelector(".detto").textContent = text;
}

async function put(form) {
  const file = form.querySelector("[type=file]").files[0] ?? target.file;
  const value = (name) => form.querySelector(`#${name}-immagine`).value.replace(/\s+/g, " ").trim();
  const isDecorative = form.querySelector("#decorativa-immagine").checked;
  if (!isDecorative && !value("descrizione")) {
    form.querySelector("#descrizione-immagine").value = "";
    form.querySelector("#descrizione-immagine").reportValidity();
    return;
  }
  if (file.size > 25 * 1024 * 1024) return tell("Il file è troppo grande: al massimo 25 MiB.");
  tell("Mando l'immagine…");
  const { area } = target;
  const address = `${area.form.getAttribute("action")}?immagine=${encodeURIComponent(file.name || "immagine")}`;
  const response = await fetch(address, {
    method: "POST",
    body: file,
    // The bytes say what it is; a browser that does not know the name sends nothing that is taken.
    headers: { "Content-Type": /^image\/(jpeg|png|webp)$/.test(file.type) ? file.type : "image/jpeg", "X-Modulo": area.form.elements.t.value },
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) answer.guasto ??= "l'immagine non è stata presa: ricarica la pagina e riprova";
  if (answer.guasto) return tell(`${answer.guasto[0].toUpperCase()}${answer.guasto.slice(1)}.`);
  const title = isDecorative ? "decorativa" : value("didascalia");
  const words = isDecorative ? "" : value("descrizione").replace(/[\\[\]]/g, "\\$&");
  const link = /[\s()<>]/.test(answer.indirizzo) ? `<${answer.indirizzo}>` : answer.indirizzo;
  const mark = `![${words}](${link}${title ? ` "${title.replace(/[\\"]/g, "\\$&")}"` : ""})`;
  dialog.close();
  area.setSelectionRange(target.start, target.end);
  between(area, mark);
  if (answer.detto) told(area, answer.detto);
}

/// In a paragraph of its own, behind the one at hand.
function between(area, mark) {
  const gap = area.value.indexOf("\n\n", area.selectionEnd);
  const end = gap < 0 ? area.value.trimEnd().length : gap;
  area.setSelectionRange(end, end);
  insert(area, `${end ? "\n\n" : ""}${mark}`);
}

function told(area, text) {
  area.parentElement.querySelector(".incollato")?.remove();
  const place = document.createElement("p");
  place.className = "incollato";
  place.setAttribute("role", "status");
  area.after(place);
  place.textContent = text;
}

/// The picture among what was pasted or dropped, where there is no text with it.
export function pictureIn(data) {
  if (!data || data.types.includes("text/html") || data.types.includes("text/plain")) return null;
  return [...data.files].find((file) => file.type.startsWith("image/")) ?? null;
}
