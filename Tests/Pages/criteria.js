globalThis.criteria = function () {
  const wrong = [], FAMILIES = ["titillium web", "lora", "roboto mono"];
  const italian = document.documentElement.lang.startsWith("it");
  const first = (each) => getComputedStyle(each).fontFamily.split(",")[0].replace(/["']/g, "").trim().toLowerCase(
    );

  for (const each of document.querySelectorAll("h1, h2, h3, h4, h5, h6, p"))
    if (!FAMILIES.includes(first(each)))
      wrong.push([`C.SI.1.1: set in «${first(each)}»: use Titillium Web, Lora or Roboto Mono`, probe.html(each)]);
  for (const each of document.querySelectorAll("code, kbd, pre, samp"))
    if (first(each) !== "roboto mono")
      wrong.push([`set in «${first(each)}»: code begins with Roboto Mono`, probe.html(each)]);
  for (const each of document.querySelectorAll("button, input:not([type=hidden]), select, textarea"))
    if (!FAMILIES.includes(first(each)))
      wrong.push([`a control set in «${first(each)}»: give controls \`font: inherit\``, probe.html(each)]);

  const version = getComputedStyle(document.documentElement).getPropertyValue("--bootstrap-italia-version").replace(
    /["'\s]/g, "");
  if (!(parseFloat(version) >= 2))
    wrong.push([`C.SI.1.2: \`--bootstrap-italia-version\` on :root is «${version}»: keep the library's own, 2.0 or ` +
      `later`, ""]);

  const menu = document.querySelector("[data-element=main-navigation]");
  if (!menu) wrong.push(["C.SI.1.6: `[data-element=main-navigation]` is missing from the header", ""]);
  const MENU = { management: "Amministrazione", news: "Novità", "all-services": "Servizi", live: "Vivere il Comune" };
  for (const [name, text] of Object.entries(menu ? MENU : {})) {
    const links = menu.querySelectorAll(`a[data-element="${name}"]`);
    if (links.length !== 1)
      wrong.push([`C.SI.1.6: ${links.length} links \`data-element=${name}\` in the menu: one is wanted`, ""]);
    for (const each of links)
      if (italian && probe.text(each) !== text)
        wrong.push([`C.SI.1.6: \`${name}\` says «${probe.text(each)}»: its name is «${text}»`, probe.html(each)]);
  }

  const FOOTER = [
    ["faq", /faq|domande frequenti/i, /^https?:/, "C.SI.2.3: text holds «FAQ» or «domande frequenti»"],
    ["report-inefficiency", /^segnala disservizio$/i, /^https?:/, "C.SI.2.4: text is «Segnala disservizio»"],
    ["privacy-policy-link", /privacy/i, /^https:/, "C.SI.3.3: text holds «privacy», address begins https:"],
    ["accessibility-link", /dichiarazione di accessibilità/i, /^https:\/\/form\.agid\.gov\.it\//,
      "C.SI.3.2: text holds «Dichiarazione di accessibilità», address begins https://form.agid.gov.it/"],
    ["legal-notes", /note legali/i, /^/, "C.SI.3.4: text holds «Note legali»"],
  ];
  const footer = document.querySelector("footer.it-footer#footer");
  if (!footer) wrong.push(["`footer.it-footer#footer` is missing", ""]);
  for (const [name, text, address, rule] of footer ? FOOTER : []) {
    const link = footer.querySelector(`a[data-element="${name}"]`);
    if (!link) wrong.push([`no \`a[data-element=${name}]\` in the footer: ${rule}`, ""]);
    else if ((italian && !text.test(probe.text(link))) || !address.test(link.getAttribute("href")) && !address.test(
      link.href))
      wrong.push([rule, probe.html(link)]);
  }
  return wrong;
};
