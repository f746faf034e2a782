import Diagnostics
import Files

/// A document of an older form, which LibreOffice turns into one that can be read: the proof begins at what comes of it.
struct OlderDocument {
  private let bytes: [UInt8]
  /// Of its file here, which nobody else has named.
  private let ending: String
  private let wanted: String

  /// Nil for what is none: a binary document of Office before 2007, or one in RTF.
  init?(_ bytes: [UInt8], named name: String) {
    self.bytes = bytes
    let stated = Path.ending(of: name).lowercased()
    if bytes.starts(with: Array("{\\rtf".utf8)) {
      (ending, wanted) = ("rtf", "docx")
      return
    }
    // The same container holds texts and sheets; the name tells which, and what is in it shows whether that is true.
    guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { return nil }
    switch stated {
    case "doc", "dot": (ending, wanted) = ("doc", "docx")
    case "xls", "xlt": (ending, wanted) = ("xls", "xlsx")
    default: return nil
    }
  }

  /// What is to be said where it was read.
  var remark: Phrase {
    Phrase(
      it:
        "il documento è di un formato vecchio: l'ha convertito LibreOffice in .\(wanted), e la prova comincia da lì: "
        + "guardalo accanto all'originale",
      en:
        "the document is of an old form: LibreOffice turned it into .\(wanted), and the proof begins there: look at "
        + "it beside the original")
  }

  /// - Throws: `OlderDocumentFlaw`, `FileError`.
  func converted() async throws -> [UInt8] {
    let (outcome, made) = try await LibreOffice.turned([bytes], from: ending, to: wanted)
    if outcome == .missing { throw OlderDocumentFlaw.missingProgram(wanted) }
    guard outcome == .done, let made = made[0] else { throw OlderDocumentFlaw.refused(wanted) }
    return made
  }
}

/// Why an older document is not read.
enum OlderDocumentFlaw: ExplainedError {
  case missingProgram(String)
  case refused(String)

  var message: Phrase {
    switch self {
    case .missingProgram:
      Phrase(
        it: "il documento è di un formato vecchio, e qui non c'è LibreOffice per convertirlo",
        en:
          "the document is of an old form, and there is no LibreOffice here to turn it into a new one"
      )
    case .refused:
      Phrase(
        it:
          "LibreOffice non riesce a convertire il documento: è rovinato, o protetto da una password",
        en: "LibreOffice cannot turn the document into a new one: it is damaged, or has a password")
    }
  }

  var help: Phrase? {
    switch self {
    case .missingProgram(let ending), .refused(let ending):
      Phrase(
        it: "aprilo con il programma che l'ha scritto e salvalo come .\(ending)",
        en: "open it with the program that wrote it and save it as .\(ending)")
    }
  }
}
