package import Diagnostics

/// Why a document is not read; nothing of it is used then.
package enum OfficeFlaw: ExplainedError, Equatable {
  /// Neither a zip archive nor anything else that is known.
  case unknown
  /// A document of Office before 2007 (`.doc`, `.xls`), or one with a password: both look the same from outside.
  case compound(isEncrypted: Bool)
  /// Encrypted with zip's own means.
  case encrypted
  /// The archive ends too soon, or its parts do not fit.
  case broken(part: String?)
  case tooManyParts(Int)
  /// A part, or all of them, would be larger than any document that somebody wrote.
  case tooLarge(part: String?)
  /// A name that leads out of the archive.
  case name(String)
  /// Markup that is none, with what the parser says of it.
  case markup(part: String, line: Int, reason: String)
  /// A declaration of entities, which no office program writes.
  case documentType(part: String)
  case tooDeep(part: String)

  package var help: Phrase? { nil }

  package var message: Phrase {
    switch self {
    case .unknown:
      Phrase(
        it:
          "il file non è un documento che si può leggere: servono .docx, .odt, .xlsx, .ods, .csv, .html, .eml, .pdf o una foto",
        en:
          "the file is no document that can be read: .docx, .odt, .xlsx, .ods, .csv, .html, .eml, .pdf or a photograph are"
      )
    case .compound(true):
      Phrase(
        it: "il documento è protetto da una password: toglila e salvalo di nuovo",
        en: "the document is protected by a password: take it off and save it again")
    case .compound(false):
      Phrase(
        it: "il documento è di una versione vecchia di Office: aprilo e salvalo come .docx o .xlsx",
        en: "the document is of an old version of Office: open it and save it as .docx or .xlsx")
    case .encrypted:
      Phrase(
        it: "l'archivio è protetto da una password: toglila e salvalo di nuovo",
        en: "the archive is protected by a password: take it off and save it again")
    case .broken(let part):
      Phrase(
        it: "il documento è rovinato o finisce a metà\(part.map { " (`\($0)`)" } ?? ""): "
          + "aprilo con il programma che l'ha scritto e salvalo di nuovo",
        en: "the document is damaged or ends too soon\(part.map { " (`\($0)`)" } ?? ""): "
          + "open it with the program that wrote it and save it again")
    case .tooManyParts(let count):
      Phrase(
        it: "il documento ha \(count) parti: al massimo \(ZipArchive.mostParts)",
        en: "the document has \(count) parts: \(ZipArchive.mostParts) at most")
    case .tooLarge(let part):
      Phrase(
        it:
          "il documento è troppo grande una volta aperto\(part.map { " (`\($0)`)" } ?? ""): dividilo",
        en:
          "the document is too large when it is unpacked\(part.map { " (`\($0)`)" } ?? ""): split it"
      )
    case .name(let name):
      Phrase(
        it: "il documento ha una parte con un nome che porta fuori: `\(name)`",
        en: "the document has a part with a name that leads out of it: `\(name)`")
    case .markup(let part, let line, let reason):
      Phrase(
        it: "la parte `\(part)` non si può leggere, alla riga \(line): \(reason)",
        en: "the part `\(part)` cannot be read, at line \(line): \(reason)")
    case .documentType(let part):
      Phrase(
        it: "la parte `\(part)` dichiara delle entità, che nessun programma d'ufficio scrive",
        en: "the part `\(part)` declares entities, which no office program writes")
    case .tooDeep(let part):
      Phrase(
        it: "la parte `\(part)` ha troppi livelli uno nell'altro",
        en: "the part `\(part)` has too many levels within each other")
    }
  }
}
