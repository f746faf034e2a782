package import Diagnostics

/// Why something of a document is not taken over.
package enum LeftReason: String, Sendable, CaseIterable {
  case deleted, movedAway, hidden, placeholder, fieldCode, headerOrFooter, comment, contentsList
  case properties, chart, diagram, object, innerDocument, olderForm, choices, customData, settings
  case buildingBlocks, repeated, tooltip, macro, font, preview, separator, unknownPart
  case drawnPicture, outsideText, label, listSign

  /// What it is, for a list with counts: `3 commenti`.
  package func words(_ count: Int) -> Phrase {
    let one = count == 1
    return switch self {
    case .deleted: Phrase(it: one ? "testo cancellato" : "testi cancellati", en: "deleted")
    case .movedAway: Phrase(it: one ? "testo spostato" : "testi spostati", en: "moved away")
    case .hidden: Phrase(it: one ? "testo nascosto" : "testi nascosti", en: "hidden")
    case .placeholder: Phrase(it: one ? "segnaposto" : "segnaposti", en: "placeholders")
    case .fieldCode: Phrase(it: one ? "codice di campo" : "codici di campo", en: "field codes")
    case .headerOrFooter:
      Phrase(
        it: one ? "intestazione o piè di pagina" : "intestazioni e piè di pagina",
        en: "headers and footers")
    case .comment: Phrase(it: one ? "commento" : "commenti", en: "comments")
    case .contentsList:
      Phrase(it: one ? "riga del sommario" : "righe del sommario", en: "lines of the contents")
    case .properties:
      Phrase(it: one ? "proprietà del file" : "proprietà del file", en: "properties of the file")
    case .chart: Phrase(it: one ? "dato di un grafico" : "dati di grafici", en: "data of charts")
    case .diagram:
      Phrase(it: one ? "testo di uno schema" : "testi di schemi", en: "texts of diagrams")
    case .object:
      Phrase(
        it: one ? "oggetto di un altro programma" : "oggetti di altri programmi",
        en: "objects of other programs")
    case .innerDocument:
      Phrase(
        it: one ? "documento dentro il documento" : "documenti dentro il documento",
        en: "documents in the document")
    case .olderForm:
      Phrase(
        it: one ? "forma per programmi vecchi" : "forme per programmi vecchi",
        en: "forms for older programs")
    case .choices: Phrase(it: one ? "voce di un menu" : "voci di menu", en: "entries of menus")
    case .customData: Phrase(it: one ? "dato di un modulo" : "dati di moduli", en: "data of forms")
    case .settings: Phrase(it: one ? "impostazione" : "impostazioni", en: "settings")
    case .buildingBlocks:
      Phrase(it: one ? "blocco predefinito" : "blocchi predefiniti", en: "building blocks")
    case .repeated:
      Phrase(it: one ? "testo scritto due volte" : "testi scritti due volte", en: "said twice")
    case .tooltip:
      Phrase(
        it: one ? "suggerimento di un collegamento" : "suggerimenti di collegamenti", en: "tooltips"
      )
    case .macro:
      Phrase(it: one ? "macro, mai eseguita" : "macro, mai eseguite", en: "macros, never run")
    case .font: Phrase(it: one ? "carattere tipografico" : "caratteri tipografici", en: "fonts")
    case .preview: Phrase(it: one ? "anteprima" : "anteprime", en: "previews")
    case .separator:
      Phrase(
        it: one ? "riga che separa le note" : "righe che separano le note",
        en: "separators of notes")
    case .unknownPart:
      Phrase(it: one ? "parte che non conosco" : "parti che non conosco", en: "unknown parts")
    case .drawnPicture:
      Phrase(
        it: one ? "disegno che i browser non mostrano" : "disegni che i browser non mostrano",
        en: "drawings that browsers do not show")
    case .outsideText:
      Phrase(
        it: one
          ? "indirizzo di un modello o di un'impostazione" : "indirizzi di modelli e impostazioni",
        en: "addresses of templates and settings")
    case .listSign:
      Phrase(
        it: one ? "segno di una voce d'elenco" : "segni di voci d'elenco", en: "signs of list items"
      )
    case .label:
      Phrase(
        it: one ? "titolo che è diventato un campo" : "titoli che sono diventati campi",
        en: "headings that became fields")
    }
  }
}
