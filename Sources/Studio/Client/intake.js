// A document of an office: chosen or dropped, sent, and what came of it.

const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  csv: "text/csv",
  tsv: "text/csv",
  txt: "text/csv",
  md: "text/csv",
  doc: "application/msword",
  xls: "application/vnd.ms-excel",
  rtf: "application/rtf",
  html: "text/html",
  htm: "text/html",
  eml: "message/rfc822",
  pdf: "application/pdf",
  // The bytes say what it is: a page with its pictures, a saved page, a photograph.
  zip: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  mht: "message/rfc822",
  mhtml: "message/rfc822",
  ...Object.fromEntries(["jpg", "jpeg", "png", "webp", "heic", "heif", "avif", "tif", "tiff", "gif"].map((ending) => [ending, "image/jpeg"])),
};

export function intake(form) {
  const chooser = form.querySelector("[type=file]");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sendAll(form, [...chooser.files], event.submitter?.value === "prova").catch(() => tell("Lo studio non risponde: quello che non vedi qui non è entrato."));
  });
  // What Word, Google or a page gave to the clipboard comes in as a document of its own.
  document.addEventListener("paste", (event) => {
    if (event.target.closest("input[type=text], textarea")) return;
    const page = event.clipboardData?.getData("text/html");
    if (!page) return;
    event.preventDefault();
    const pasted = new DataTransfer();
    pasted.items.add(new File([page], "incollato.html", { type: "text/html" }));
    chooser.files = pasted.files;
    tell("Ho preso quello che hai incollato: ora «Guarda soltanto» o «Porta dentro».");
  });
  for (const name of ["dragover", "drop"]) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      if (name === "drop" && event.dataTransfer.files.length) chooser.files = event.dataTransfer.files;
    });
  }
}

// One after the other: what came before has taken a number and a name.
async function sendAll(form, files, isTrial) {
  const place = document.getElementById("portato");
  place.replaceChildren();
  for (const [number, file] of files.entries()) {
    const section = document.createElement("section");
    if (files.length > 1) section.append(Object.assign(document.createElement("h2"), { textContent: file.name }));
    const progress = tell(files.length > 1 ? `Leggo il documento ${number + 1} di ${files.length}…` : "Leggo il documento…");
    place.append(section);
    try {
      await send(form, file, isTrial, section);
    } finally {
      progress.remove();
    }
  }
  place.querySelector("a")?.focus();
}

async function send(form, file, isTrial, place) {
  const add = (text) => place.append(Object.assign(document.createElement("p"), { textContent: text }));
  const type = TYPES[file.name.split(".").pop().toLowerCase()];
  if (!type) return add("Servono .docx, .odt, .xlsx, .ods, .csv, .html, .eml, .pdf, .txt o una foto: gli altri si aprono con il programma che li ha scritti e si salvano così.");
  if (file.size > 25 * 1024 * 1024) return add("Il documento è troppo grande: al massimo 25 MiB.");
  const query = new URLSearchParams({ documento: file.name });
  for (const name of ["come", "obiettivo", "ufficio"]) query.set(name, form.elements[name].value);
  if (form.elements.tieni.checked) query.set("tieni", "1");
  if (isTrial) query.set("prova", "1");
  const response = await fetch(`${form.getAttribute("action")}?${query}`, {
    method: "POST",
    body: file,
    headers: { "Content-Type": type, "X-Modulo": form.elements.t.value },
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) answer.guasto ??= "il documento non è stato preso: ricarica la pagina e riprova";
  if (answer.guasto) {
    add(`${answer.guasto[0].toUpperCase()}${answer.guasto.slice(1)}.`);
    if (answer.conflitti) place.append(sideBySide(answer.conflitti));
    return;
  }
  add(`${answer.prova ? "Si farebbe" : "Fatto"}: ${answer.fatto}. ${answer.conto}.`);
  if (answer.righe.length) {
    const list = document.createElement("ul");
    for (const line of answer.righe) list.append(Object.assign(document.createElement("li"), { textContent: line }));
    add("Da guardare:");
    place.append(list);
  }
  for (const page of answer.pagine) {
    const line = document.createElement("p");
    line.append(Object.assign(document.createElement("a"), { href: page.indirizzo, textContent: page.parole }));
    place.append(line);
  }
}

// What is different here and in the document, stretch by stretch.
function sideBySide(conflicts) {
  const place = document.createDocumentFragment();
  const table = document.createElement("table");
  table.className = "confronto";
  table.createCaption().textContent = "Che cosa è diverso";
  const head = table.createTHead().insertRow();
  for (const name of ["Campo", "Qui", "Nel documento"]) head.append(Object.assign(document.createElement("th"), { textContent: name, scope: "col" }));
  const body = table.createTBody();
  for (const { campo, qui, documento } of conflicts) {
    const row = body.insertRow();
    row.append(Object.assign(document.createElement("th"), { textContent: campo, scope: "row" }));
    for (const text of [qui, documento]) row.insertCell().textContent = text.trim() || "(niente)";
  }
  const advice = document.createElement("p");
  advice.textContent = "Metti d'accordo i due testi, qui o nel documento; oppure spunta «tieni quello di qui»: di questi resta il testo di qui, e tutto il resto entra.";
  place.append(table, advice);
  return place;
}

// Says what is going on, above what there is already.
function tell(text) {
  const place = document.getElementById("portato");
  const line = Object.assign(document.createElement("p"), { textContent: text });
  place.prepend(line);
  return line;
}
