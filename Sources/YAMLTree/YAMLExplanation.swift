import Diagnostics

/// libyaml's words for a mistake, in words for someone who has never seen YAML.
struct YAMLExplanation {
  let message: Phrase
  let help: Phrase?

  init(_ problem: String, _ context: String, _ text: String, _ start: Int) {
    let bytes = Array(text.utf8.dropFirst(start).prefix(1))
    if bytes.first == 0x09 || problem.contains("tab") {
      message = Phrase(
        it: "qui c'è un tabulatore: il rientro si fa con gli spazi",
        en: "there is a tab here: indentation is made of spaces")
      help = Phrase(it: "sostituiscilo con due spazi", en: "replace it with two spaces")
    } else if problem.contains("mapping values are not allowed") {
      message = Phrase(
        it: "qui i due punti non possono stare così",
        en: "a colon cannot stand here like this")
      help = Phrase(
        it: "un testo che contiene `: ` va tra virgolette; controlla anche il rientro della riga",
        en: "a text that contains `: ` goes in quotes; check the line's indentation too")
    } else if problem.contains("unexpected end of stream") {
      message = Phrase(
        it: "una virgoletta o una parentesi è aperta e non è chiusa",
        en: "a quote or a bracket is opened and not closed")
      help = Phrase(it: "chiudila", en: "close it")
    } else if problem.contains("could not find expected ':'") {
      message = Phrase(
        it: "qui manca il nome di un campo seguito da `:`",
        en: "the name of a field followed by `:` is missing here")
      help = Phrase(
        it: "un testo lungo più righe va rientrato sotto il suo campo, dopo `|`",
        en: "a text of several lines goes indented below its field, after `|`")
    } else if problem.contains("did not find expected key")
      || problem.contains("did not find expected <block end>")
      || problem.contains("block sequence entries are not allowed")
      || problem.contains("did not find expected '-' indicator")
    {
      message = Phrase(
        it: "il rientro di questa riga non va d'accordo con quelle sopra",
        en: "this line's indentation does not agree with those above")
      help = Phrase(
        it: "metti i campi dello stesso livello uno sotto l'altro, con gli stessi spazi davanti",
        en: "put fields of one level below one another, with the same spaces in front")
    } else if problem.contains("did not find expected ',' or") {
      message = Phrase(
        it: "in un elenco tra parentesi manca una virgola o la parentesi di chiusura",
        en: "a list in brackets lacks a comma or its closing bracket")
      help = nil
    } else if problem.contains("cannot start any token") {
      message = Phrase(
        it: "un testo non può cominciare con questo carattere",
        en: "a text cannot begin with this character")
      help = Phrase(it: "metti il testo tra virgolette", en: "put the text in quotes")
    } else if problem.contains("unknown escape character") {
      message = Phrase(
        it: "tra virgolette doppie `\\` ha un significato speciale",
        en: "between double quotes `\\` has a special meaning")
      help = Phrase(it: "usa gli apici: '…'", en: "use single quotes: '…'")
    } else if problem.contains("undefined alias") {
      message = Phrase(
        it: "un testo che comincia con `*` va tra virgolette",
        en: "a text that begins with `*` goes in quotes")
      help = nil
    } else if problem.contains("another document") {
      message = Phrase(
        it: "dopo `---` comincia un secondo documento: in un file ce ne sta uno solo",
        en: "a second document begins after `---`: a file holds only one")
      help = nil
    } else {
      message = Phrase(
        it: "questo YAML non si legge (\(problem))", en: "this YAML cannot be read (\(problem))")
      help = nil
    }
  }
}
