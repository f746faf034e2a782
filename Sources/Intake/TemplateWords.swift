import Diagnostics
import Office
import SocialReport

/// What a template says by itself, and nobody of an office has written.
struct TemplateWords {
  private let language: Language

  init(_ language: Language) { self.language = language }

  /// The style of what explains, in every language.
  static let style = "Bilancio spiegazione"

  var write: String { language == .italian ? "Scrivi qui" : "Write here" }

  var choose: String { language == .italian ? "Scegli" : "Choose" }

  var needed: String { language == .italian ? " (serve)" : " (needed)" }

  func most(_ count: Int) -> String {
    language == .italian ? ", al massimo \(count) caratteri" : ", at most \(count) characters"
  }

  var day: String { language == .italian ? ": giorno/mese/anno" : ": day/month/year" }

  /// What is asked, how long it may be, and whether it is needed.
  func advice(_ field: Field) -> String {
    var text = field.meaning.text(in: language)
    if case .text(_, let most?) = field.type { text += self.most(most) }
    if case .date = field.type { text += day }
    return text.prefix(1).uppercased() + text.dropFirst() + (field.isRequired ? needed : "")
  }

  var indicator: String { language == .italian ? "Indicatore" : "Indicator" }

  var indicators: String { language == .italian ? "Indicatori" : "Indicators" }

  var keepName: String {
    language == .italian
      ? "Lascia il nome com'è: è quello del bilancio"
      : "Leave the name as it is: it is the report's"
  }

  var value: String {
    language == .italian
      ? "Il valore, con la virgola per i decimali; vuoto dove non c'è"
      : "The value; empty where there is none"
  }

  /// The sheet of words to choose from.
  var lists: String { language == .italian ? "Elenchi" : "Lists" }

  /// Whether a hidden sheet is a template's own.
  static func isOwn(_ sheet: Workbook.Sheet) -> Bool {
    sheet.isHidden && Language.allCases.map(TemplateWords.init).contains { $0.lists == sheet.name }
  }

  var opening: String {
    language == .italian
      ? "Scrivi sotto ogni titolo, e lascia i titoli come sono: quello che non serve resta vuoto. Le righe grigie come "
        + "questa spiegano, e non entrano nel bilancio."
      : "Write under each heading, and leave the headings as they are: what is not needed stays empty. Grey lines like "
        + "this one explain, and do not come into the report."
  }

  /// Whether a paragraph is a template's own: by its style, or as the words that stand where nothing was typed.
  static func isOwn(_ paragraph: OfficeText.Paragraph) -> Bool {
    if paragraph.style.lowercased() == style.lowercased() { return true }
    let words = Blank.trimmed(paragraph.text)
    return Language.allCases.map(TemplateWords.init).contains {
      [$0.write, $0.choose].contains(words)
    }
  }
}
