globalThis.feedback = {
  ANSWERS: {
    positive: ["Quali sono stati gli aspetti che hai preferito?", [
      "Le indicazioni erano chiare", "Le indicazioni erano complete",
      "Capivo sempre che stavo procedendo correttamente", "Non ho avuto problemi tecnici", "Altro"],
        "risposta_positiva"],
    negative: ["Dove hai incontrato le maggiori difficoltà?", ["A volte le indicazioni non erano chiare",
      "A volte le indicazioni non erano complete", "A volte non capivo se stavo procedendo correttamente",
      "Ho avuto problemi tecnici", "Altro"], "risposta_negativa"],
  },

  /** The wording is the criterion's in Italian; in another language something must stand there. */
  says: (text, wanted) => (feedback.italian() ? text === wanted : text !== ""),
  italian: () => document.documentElement.lang.startsWith("it"),

  part: (name, inside = document) => [...inside.querySelectorAll(`[data-element="${name}"]`)],
  form: () => document.querySelector("form[method=post i]"),

  /** A form without an address is only there to be seen. */
  isStub() {
    const form = feedback.form();
    return !!form && (!form.getAttribute("action") || !form.querySelector(
      "button:not(:disabled), input[type=submit]:not(:disabled)"));
  },

  enable() {
    for (const each of feedback.form().querySelectorAll("[disabled]")) each.disabled = false;
  },

  /** The component of C.SI.2.5, as it stands before anything is chosen. */
  component() {
    const wrong = [], containers = feedback.part("feedback");
    if (containers.length !== 1)
      return [[`C.SI.2.5: ${containers.length} containers \`data-element=feedback\`: one is wanted`, ""]];
    const box = containers[0], say = (what, element) => wrong.push(
      [`C.SI.2.5: ${what}`, element ? probe.html(element) : ""]);
    const titles = feedback.part("feedback-title", box);
    if (titles.length !== 1 || titles[0].tagName !== "H2" ||
        !feedback.says(probe.text(titles[0]), "Quanto sono chiare le informazioni su questa pagina?"))
      say("`h2[data-element=feedback-title]` must be «Quanto sono chiare le informazioni su questa pagina?»",
        titles[0]);

    const rates = [...box.querySelectorAll("label[data-element^=feedback-rate-]")];
    if (rates.map((each) => each.dataset.element).join() !== [1, 2, 3, 4, 5].map((n) => `feedback-rate-${n}`).join())
      say("labels `feedback-rate-1` … `feedback-rate-5` must stand once each, in this order", rates[0]);
    const radios = [...box.querySelectorAll("input[type=radio][name=valutazione]")];
    if (radios.map((each) => each.value).join() !== "1,2,3,4,5")
      say("five radios `valutazione` 1 to 5 are wanted, in this order", radios[0]);
    rates.forEach((each, at) => {
      if (each.control !== radios[at]) say("the label belongs to another radio", each);
      const text = probe.text(each);
      if (!text.includes(String(at + 1)) || (feedback.italian() && !/^Valuta (1 stella|[1-5] stelle) su 5$/.test(text)))
        say(`the label must say «Valuta ${at + 1} stelle su 5»`, each);
    });
    const lefts = rates.map((each) => each.getBoundingClientRect().left);
    if (lefts.some((left, at) => at > 0 && left <= lefts[at - 1]))
      say("the stars are not shown from 1 to 5, left to right", rates[0]);
    if (radios.some((each) => each.checked))
      say("a star is chosen before the reader chose", radios.find((each) => each.checked));

    for (const [name, [question, answers, field]] of Object.entries(feedback.ANSWERS)) {
      const sets = box.querySelectorAll(`fieldset[data-element=feedback-rating-${name}]`);
      if (sets.length !== 1) { say(`\`fieldset[data-element=feedback-rating-${name}]\` must be there at load, once`,
        box); continue; }
      const set = sets[0], legend = set.firstElementChild;
      if (probe.rendered(set)) say(`\`feedback-rating-${name}\` is shown before a star is chosen`, set);
      if (legend?.tagName !== "LEGEND" || legend.dataset.element !== "feedback-rating-question" || !feedback.says(
        probe.text(legend), question))
        say(`\`legend[data-element=feedback-rating-question]\` must come first and say only «${question}»`, legend ||
          set);
      const labels = feedback.part("feedback-rating-answer", set);
      if (labels.length !== answers.length || labels.some((each, at) => !feedback.says(probe.text(each), answers[at])))
        say(`the answers must be: ${answers.join("; ")}`, labels[0] || set);
      for (const each of labels)
        if (each.tagName !== "LABEL" || each.control?.type !== "radio" || each.control?.name !== field ||
          !each.control?.value)
          say(`the answer is no label of a radio \`${field}\` with a value`, each);
      if (new Set(labels.map((each) => each.control?.value)).size !== labels.length)
        say("two answers post the same value", set);
    }
    const texts = feedback.part("feedback-input-text", box);
    if (!texts.length || texts.some((each) => each.tagName !== "TEXTAREA" || each.name !== "dettagli"))
      say("`textarea[data-element=feedback-input-text][name=dettagli]` is missing", texts[0] || box);
    return wrong;
  },

  /** The question whether the page was useful, for the modes that ask it. */
  useful() {
    const wrong = [], radios = [...document.querySelectorAll("input[type=radio][name=utile]")];
    if (radios.map((each) => each.value).join() !== "si,in_parte,no")
      wrong.push(["radios `utile` must be si, in_parte and no, in this order", ""]);
    const set = radios[0]?.closest("fieldset"), legend = set?.querySelector(":scope > legend");
    if (!feedback.says(probe.text(legend), "Ti è stata utile questa pagina?"))
      wrong.push(["«Ti è stata utile questa pagina?» must be the legend of its own fieldset", set ? probe.html(set) :
        ""]);
    if (set?.querySelector("[name=valutazione]"))
      wrong.push(["the stars stand in the fieldset of the other question", probe.html(set)]);
    const stars = document.querySelector("[name=valutazione]");
    if (stars && radios[0] && !(radios[0].compareDocumentPosition(stars) & Node.DOCUMENT_POSITION_FOLLOWING))
      wrong.push(["the question about use stands first", probe.html(radios[0])]);
    return wrong;
  },

  /** What holds for the form in every mode. */
  around(address) {
    const wrong = [], form = feedback.form(), say = (what, element) => wrong.push([what, probe.html(element || form)]);
    if (!form) return [["no `form[method=post]` for the feedback", ""]];
    const hidden = Object.fromEntries([...form.querySelectorAll("input[type=hidden]")].map(
      (each) => [each.name, each.value]));
    if (!hidden.pagina || !new URL(hidden.pagina, location.origin).pathname.endsWith(address))
      say(`hidden \`pagina\` is «${hidden.pagina}», not this page's address ${address}`);
    if (hidden.edizione === undefined) say("hidden `edizione` is missing");
    else if (/\/\d{4}\//.test(address) && !address.includes(`/${hidden.edizione}/`))
      say(`hidden \`edizione\` is «${hidden.edizione}»`);
    if (!/^[\w-]{8,}$/.test(hidden.contenuto || "")) say(`hidden \`contenuto\` is «${hidden.contenuto}», no hash`);

    const trap = form.querySelector("[name=sito_web]");
    if (!trap) say("the honeypot field `sito_web` is missing");
    else {
      if (probe.seen(trap) || [...trap.labels].some(probe.seen)) say("the honeypot can be seen: hide it", trap);
      if (probe.rendered(trap) && (trap.tabIndex >= 0 || !trap.closest("[aria-hidden=true]")))
        say("the honeypot reaches keyboards or screen readers: `hidden`, or `tabindex=-1` inside `aria-hidden=true`",
          trap);
      if (trap.value || trap.getAttribute("autocomplete") !== "off")
        say("the honeypot must be empty and `autocomplete=off`", trap);
      if (trap.required) say("the honeypot may not be required", trap);
    }
    for (const each of form.querySelectorAll("input[type=email], [autocomplete=email]"))
      say("asks for an e-mail address", each);
    for (const each of form.querySelectorAll("textarea")) {
      if (!(each.maxLength > 0)) say("a text without a limit: set `maxlength`", each);
      const help = (each.getAttribute("aria-describedby") || "").split(" ").map(
        (id) => probe.text(document.getElementById(id))).join(" ");
      if (!help.trim() || (feedback.italian() && !help.includes("Per favore non inserire dati personali")))
        say("the hint «Per favore non inserire dati personali» must describe the text (`aria-describedby`)", each);
    }
    const button = form.querySelector("button[type=submit], button:not([type]), input[type=submit]");
    if (!button) say("no button to send with");
    const around = form.closest("[data-element=feedback]") || form;
    if (![...around.querySelectorAll("a[href]")].some((each) => /privacy/i.test(probe.text(each))))
      say("no link to the privacy notice next to the button");
    if (feedback.isStub()) {
      if ([...form.querySelectorAll("input:not([type=hidden]), textarea, button")].some(
        (each) => !each.matches(":disabled")))
        say("a form without an address must be disabled as a whole (`fieldset disabled`)");
      if (feedback.italian() && !/non (è )?attiv|inattiv|disattivat/i.test(probe.text(around)))
        say("a form without an address must say that it is not active");
    }
    return wrong;
  },

  shown: () => Object.fromEntries(["positive", "negative"].map((name) => {
    const set = feedback.part(`feedback-rating-${name}`)[0];
    return [name, !!set && probe.seen(set) && [...set.querySelectorAll("label, textarea")].every(probe.seen)];
  }).concat(["positive", "negative"].map((name) => {
    const set = feedback.part(`feedback-rating-${name}`)[0];
    return [`${name}Rendered`, !!set && probe.rendered(set)];
  }))),
};
