package import Diagnostics

extension FileFlaw {
  /// - Parameter name: as people know the file.
  package func message(_ name: String) -> Phrase { diagnostic(name, at: nil).message }

  /// - Parameter name: as the author writes it.
  package func diagnostic(_ name: String, at place: SourceRange?) -> Diagnostic {
    let shown = name.printable(keepsLines: false)
    switch self {
    case .name(let flaw):
      return Diagnostic(
        .forbiddenFile, FileFlaw.message(flaw, shown), help: FileFlaw.help(flaw), at: place)
    case .content(.actions, _):
      return Diagnostic(
        .activePDF,
        Phrase(
          it: "il PDF `\(shown)` fa qualcosa da solo quando si apre",
          en: "the PDF `\(shown)` does something by itself when it is opened"),
        help: Phrase(
          it: "stampalo o esportalo di nuovo come PDF/A, senza moduli né azioni",
          en: "print it or export it again as PDF/A, without forms and actions"),
        at: place, severity: .warning)
    case .content(let flaw, let ending):
      return Diagnostic(
        .falseFile, FileFlaw.message(flaw, shown, ending), help: FileFlaw.help(flaw), at: place,
        severity: isForbidden ? .error : .warning)
    case .place:
      return Diagnostic(
        .picturePlace,
        Phrase(
          it: "la foto `\(shown)` dice a tutti dove è stata scattata",
          en: "the photograph `\(shown)` tells everybody where it was taken"),
        help: Phrase(
          it: "`bilancio immagini` fa le versioni da pubblicare, senza il luogo e più leggere",
          en: "`bilancio pictures` makes versions to be published, lighter and without the place"),
        at: place, severity: .warning)
    case .untagged(let pages):
      let count = pages.map {
        Phrase(
          it: $0 == 1 ? " (1 pagina)" : " (\($0) pagine)",
          en: $0 == 1 ? " (1 page)" : " (\($0) pages)")
      }
      return Diagnostic(
        .untaggedPDF,
        Phrase(
          it:
            "il PDF `\(shown)`\(count?.italian ?? "") non è accessibile: non dice che cosa è titolo, elenco o tabella",
          en:
            "the PDF `\(shown)`\(count?.english ?? "") is not accessible: it does not say what is a heading, a list or a table"
        ),
        help: Phrase(
          it:
            "esportalo di nuovo con i tag: in Word «Tag della struttura del documento per l'accessibilità», in LibreOffice "
            + "«PDF con tag»; una scansione va sostituita con il documento da cui è nata",
          en:
            "export it again with tags: in Word “Document structure tags for accessibility”, in LibreOffice “Tagged PDF”; "
            + "a scan is to be replaced by the document that it was made of"),
        at: place, severity: .warning)
    case .drawing(let flaw):
      return Diagnostic(
        .activeDrawing, FileFlaw.message(flaw, shown), help: FileFlaw.help(flaw), at: place)
    }
  }

  // Names

  private static func message(_ flaw: AttachmentName.Flaw, _ name: String) -> Phrase {
    switch flaw {
    case .run(let word):
      Phrase(
        it: "`\(name)` non si può pubblicare: un server può eseguire i file `\(word)`",
        en: "`\(name)` cannot be published: a server may run files of the kind `\(word)`")
    case .page(let word):
      Phrase(
        it: "`\(name)` non si può pubblicare: un file `\(word)` parlerebbe a nome del sito",
        en: "`\(name)` cannot be published: a file `\(word)` would speak as the site itself")
    case .program(let word):
      Phrase(
        it: "`\(name)` non si può pubblicare: `\(word)` è un programma, non un documento",
        en: "`\(name)` cannot be published: `\(word)` is a program, no document")
    case .macros(let word):
      Phrase(
        it: "`\(name)` non si può pubblicare: i file `\(word)` possono contenere macro",
        en: "`\(name)` cannot be published: files of the kind `\(word)` may hold macros")
    case .oldOffice(let word):
      Phrase(
        it: "`\(name)` non si può pubblicare: i file `\(word)` possono nascondere macro",
        en: "`\(name)` cannot be published: files of the kind `\(word)` may hide macros")
    case .markup(let word):
      Phrase(
        it:
          "`\(name)` non si può pubblicare: un browser esegue quello che c'è in un file `\(word)`",
        en: "`\(name)` cannot be published: a browser runs what stands in a file `\(word)`")
    case .unknown(let word):
      Phrase(
        it: "`\(name)` non si può pubblicare: i file `\(word)` non sono tra quelli ammessi",
        en: "`\(name)` cannot be published: files of the kind `\(word)` are not accepted")
    case .noEnding:
      Phrase(
        it: "`\(name)` non si può pubblicare: il nome non dice di che tipo è",
        en: "`\(name)` cannot be published: its name does not say of what kind it is")
    case .end:
      Phrase(
        it: "`\(name)` non si può pubblicare: il nome finisce con un punto o uno spazio",
        en: "`\(name)` cannot be published: its name ends with a full stop or a blank")
    }
  }

  private static func help(_ flaw: AttachmentName.Flaw) -> Phrase {
    let accepted = Phrase(
      it: "si accettano: \(FileKind.names)", en: "accepted are: \(FileKind.englishNames)")
    switch flaw {
    case .run:
      return Phrase(
        it: "se è un documento, dagli un nome senza quella parola dopo un punto; "
          + accepted.italian,
        en: "if it is a document, give it a name without that word behind a full stop; "
          + accepted.english)
    case .page:
      return Phrase(
        it: "salva la pagina come PDF, o scrivine il testo in un file `.md`; " + accepted.italian,
        en: "save the page as PDF, or write its text into a `.md` file; " + accepted.english)
    case .macros, .oldOffice:
      return Phrase(
        it: "salvalo in un formato senza macro: `.docx`, `.xlsx`, `.pptx`, `.odt`, `.ods` o PDF; "
          + accepted.italian,
        en: "save it in a format without macros: `.docx`, `.xlsx`, `.pptx`, `.odt`, `.ods` or PDF; "
          + accepted.english)
    case .markup:
      return Phrase(
        it: "se sono dati, salvali come `.csv`, `.json` o `.geojson`, o mettili in uno `.zip`; "
          + accepted.italian,
        en: "if it is data, save them as `.csv`, `.json` or `.geojson`, or put them into a `.zip`; "
          + accepted.english)
    case .unknown("heic"), .unknown("heif"), .unknown("tif"), .unknown("tiff"):
      return Phrase(
        it: "se è una foto da mostrare, `bilancio immagini` ne fa una che tutti i browser mostrano",
        en: "if it is a photograph, `bilancio pictures` makes one of it that all browsers show")
    case .program, .unknown, .noEnding, .end:
      return Phrase(
        it: "salvalo in un altro formato, o correggi il nome; " + accepted.italian,
        en: "save it in another format, or mend its name; " + accepted.english)
    }
  }

  // Contents

  private static func message(
    _ flaw: AttachmentContent.Flaw, _ name: String, _ ending: String
  ) -> Phrase {
    switch flaw {
    case .page:
      Phrase(
        it: "`\(name)` non è un file `\(ending)`: dentro c'è una pagina web",
        en: "`\(name)` is no file of the kind `\(ending)`: a web page is in it")
    case .code:
      Phrase(
        it: "in `\(name)` ci sono istruzioni che un server può eseguire",
        en: "in `\(name)` there are instructions that a server may run")
    case .program:
      Phrase(
        it: "`\(name)` non è un file `\(ending)`: è un programma",
        en: "`\(name)` is no file of the kind `\(ending)`: it is a program")
    case .macros:
      Phrase(it: "in `\(name)` ci sono macro", en: "there are macros in `\(name)`")
    case .other, .actions:
      Phrase(
        it:
          "`\(name)` non comincia come un file `\(ending)`: forse è rovinato, o ha un altro formato",
        en: "`\(name)` does not begin as a file `\(ending)`: it may be damaged, or of another kind")
    }
  }

  private static func help(_ flaw: AttachmentContent.Flaw) -> Phrase {
    switch flaw {
    case .macros:
      Phrase(
        it: "salvalo senza macro, o come PDF", en: "save it without macros, or as PDF")
    case .page:
      Phrase(
        it: "spesso è la pagina di errore o di accesso al posto del documento: scaricalo di nuovo",
        en: "often it is the page of an error or a login in place of the document: get it again")
    default:
      Phrase(
        it: "aprilo per vedere che cos'è, e salvalo di nuovo nel formato giusto",
        en: "open it to see what it is, and save it again in the right format")
    }
  }

  // Drawings

  private static func message(_ flaw: ActiveDrawing.Flaw, _ name: String) -> Phrase {
    func found(_ it: String, _ en: String, _ line: Int) -> Phrase {
      Phrase(
        it: "il disegno `\(name)` non si può pubblicare: alla riga \(line) c'è \(it)",
        en: "the drawing `\(name)` cannot be published: at line \(line) there is \(en)")
    }
    switch flaw {
    case .element(let element, let line):
      let shown = element.printable(keepsLines: false)
      return found("un elemento `\(shown)`", "an element `\(shown)`", line)
    case .handler(let attribute, let line):
      let shown = attribute.printable(keepsLines: false)
      return found(
        "un programma, nell'attributo `\(shown)`", "a program, in the attribute `\(shown)`", line)
    case .address(let address, let line):
      let shown = address.printable(keepsLines: false)
      return found(
        "un rimando fuori dal disegno, `\(shown)`", "a reference out of the drawing, `\(shown)`",
        line)
    case .style(let style, let line):
      let shown = style.printable(keepsLines: false)
      return found(
        "uno stile che carica altro, `\(shown)`", "a style that loads something, `\(shown)`", line)
    case .entity(let line):
      return found(
        "una dichiarazione che ne cambia il testo (`<!ENTITY`)",
        "a declaration that changes its text (`<!ENTITY`)", line)
    case .instruction(let target, let line):
      let shown = target.printable(keepsLines: false)
      return found("un'istruzione `<?\(shown)`", "an instruction `<?\(shown)`", line)
    case .malformed(let line):
      return found("un errore, e non si può leggere", "a mistake, and it cannot be read", line)
    case .encoding:
      return Phrase(
        it: "il disegno `\(name)` non è in UTF-8, e non si può guardare che cosa c'è dentro",
        en: "the drawing `\(name)` is not UTF-8, and what is in it cannot be looked at")
    case .noDrawing:
      return Phrase(
        it: "`\(name)` non è un disegno SVG", en: "`\(name)` is no SVG drawing")
    case .tooLarge:
      return Phrase(
        it: "il disegno `\(name)` è troppo grande per guardare che cosa c'è dentro",
        en: "the drawing `\(name)` is too large to look at what is in it")
    }
  }

  private static func help(_ flaw: ActiveDrawing.Flaw) -> Phrase {
    switch flaw {
    case .address, .style:
      Phrase(
        it: "incorpora nel disegno quello a cui rimanda, togli i collegamenti, o salvalo come PNG",
        en: "put what it refers to into the drawing, take the links out, or save it as PNG")
    case .noDrawing, .malformed, .encoding:
      Phrase(
        it: "salvalo di nuovo dal programma che l'ha disegnato, come «SVG semplice» in UTF-8",
        en: "save it again from the program that drew it, as “plain SVG” in UTF-8")
    case .tooLarge:
      Phrase(
        it: "semplificalo, o salvalo come PNG o PDF", en: "simplify it, or save it as PNG or PDF")
    default:
      Phrase(
        it: "salvalo come «SVG semplice» (in Inkscape: Salva con nome), o come PNG",
        en: "save it as “plain SVG” (in Inkscape: Save as), or as PNG")
    }
  }
}
