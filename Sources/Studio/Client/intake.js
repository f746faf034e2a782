// A document of an office: chosen or dropped, sent, and what came of it.

const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  csv: "text/csv",
  doc: "application/msword",
  xls: "application/vnd.ms-excel",
  rtf: "application/rtf",
  html: "text/html",
  htm: "text/html",
  eml: "message/rfc822",
  pdf: "application/pdf",
};

export function intake(form) {
  const chooser = form.querySelector("[type=file]");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, chooser.files[0], event.submitter?.value === "prova").catch(() => tell("Lo studio non risponde: il documento non è entrato."));
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

async function send(form, file, isTrial) {
  if (!file) return;
  const type = TYPES[file.name.split(".").pop().toLowerCase()];
  if (!type) return tell("Servono .docx, .odt, .xlsx, .ods, .csv, .html, .eml o .pdf: gli altri si aprono con il programma che li ha scritti e si salvano così.");
  if (file.size > 25 * 1024 * 1024) return tell("Il documento è troppo grande: al massimo 25 MiB.");
  tell("Leggo il documento…");
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
    const place = tell(`${answer.guasto[0].toUpperCase()}${answer.guasto.slice(1)}.`);
    if (answer.conflitti) place.append(sideBySide(answer.conflitti));
    return;
  }
  const place = tell(`${answer.prova ? "Si farebbe" : "Fatto"}: ${answer.fatto}. ${answer.conto}.`);
  if (answer.righe.length) {
    const list = document.createElement("ul");
    for (const line of answer.righe) list.append(Object.assign(document.createElement("li"), { textContent: line }));
    place.append(Object.assign(document.createElement("p"), { textContent: "Da guardare:" }), list);
  }
  const links = answer.pagine.map((page) =>
    Object.assign(document.createElement("a"), {
      href: page.indirizzo,
      textContent: answer.pagine.length > 1 ? `Apri «${page.titolo}»` : "Apri la bozza",
    }),
  );
  for (const link of links) {
    const line = document.createElement("p");
    line.append(link);
    place.append(line);
  }
  links[0]?.focus();
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

function tell(text) {
  const place = document.getElementById("portato");
  place.replaceChildren(Object.assign(document.createElement("p"), { textContent: text }));
  return place;
}
