// What the keys and the marks of a text do, for whoever asks: `?` outside of a text, or the bar's last button.

const rows = [
  ["Ctrl-B, Ctrl-I", "grassetto, corsivo"], ["Ctrl-K", "collega un fatto"], ["Ctrl-S", "salva"], ["Ctrl-Z", "torna indietro"],
  ["Tab", "esce dal testo"], ["Invio, ↓, ↑", "in una serie: stessa colonna, altra riga"], ["?", "questo elenco"],
  ["## Titolo", "un titolo dentro il testo"], ["**parola**, *parola*", "grassetto, corsivo"], ["- voce", "un elenco"],
  ["[parole](dato:…)", "parole unite a un fatto"], ["![descrizione](file)", "un'immagine"], ["[^1]", "una nota"],
];

let dialog;

export function guide() {
  dialog ??= make();
  dialog.showModal();
}

function make() {
  const made = document.createElement("dialog");
  made.setAttribute("aria-labelledby", "titolo-guida");
  const list = rows.map(([key, words]) => `<dt><kbd>${key}</kbd></dt><dd>${words}</dd>`).join("");
  made.innerHTML = `<form method="dialog"><h2 id="titolo-guida">Tasti e segni</h2><dl class="tasti">${list}</dl><p><button class="primo">Chiudi</button></p></form>`;
  document.body.append(made);
  return made;
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "?" || event.target.closest("input, textarea, select, dialog")) return;
  event.preventDefault();
  guide();
});
