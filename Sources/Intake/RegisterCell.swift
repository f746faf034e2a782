import Content
import Diagnostics
import Office
import Scaffolding
import SocialReport

/// What a cell says for a field of a register, as the register writes it.
struct RegisterCell {
  /// Why a cell cannot stand in the field.
  struct Flaw: Error {
    let reason: Phrase
  }

  private let language: Language
  private let offices: Names
  private let acts: Names

  /// What can be referred to: by ids, and by names in small letters.
  private struct Names {
    let ids: [String]
    private let known: [String: Set<String>]

    init(_ pairs: [(id: String, name: String)]) {
      ids = pairs.map(\.id)
      var known: [String: Set<String>] = [:]
      for (id, name) in pairs {
        known[id, default: []].insert(id)
        known[name.lowercased(), default: []].insert(id)
      }
      self.known = known
    }

    /// Nil for what is none, or might be two.
    subscript(text: String) -> String? {
      let found = known[text] ?? known[text.lowercased()] ?? []
      return found.count == 1 ? found.first : nil
    }
  }

  init(_ edition: Edition, _ language: Language) {
    self.language = language
    offices = Names(edition.offices.map { ($0.id.value, $0.name.value) })
    acts = Names(edition.acts.map { ($0.id.value, $0.subject.value) })
  }

  /// Whether a field has one value, which a cell can hold.
  static func fits(_ field: Field) -> Bool {
    switch field.type {
    case .text, .slug, .reference(.office), .reference(.act), .label, .integer, .date, .period,
      .url, .choice, .openChoice:
      true
    default: false
    }
  }

  /// - Throws: `Flaw` for what the register could not read.
  func text(_ cell: Workbook.Cell, _ field: Field) throws(Flaw) -> String {
    if case .error(let code) = cell.value {
      throw Flaw(
        reason: Phrase(it: "è un errore del foglio (\(code))", en: "is an error (\(code))"))
    }
    let words = cell.shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch field.type {
    case .date: return try day(cell, words)
    case .slug:
      guard AnsweredText(words)?.slug == words else {
        throw Flaw(
          reason: Phrase(
            it: "non può essere un nome: servono lettere minuscole, cifre e trattini",
            en: "cannot be a name: it has small letters, digits and hyphens"))
      }
      return words
    case .label, .integer:
      // `1.234` is seen where the sheet means the number 1234.
      if case .number(let digits) = cell.value { return digits }
      return words
    case .period:
      if case .number(let digits) = cell.value { return digits }
      guard let period = DateText.period(words) else {
        throw Flaw(reason: Phrase(it: "non è un periodo", en: "is no period"))
      }
      return period.written
    case .choice(let list): return try word(words, list)
    case .openChoice(let list):
      return ChoiceWords.find(words, in: list).map(written) ?? words
    case .reference(let reference): return try name(words, reference)
    case .url:
      do throws(WebAddress.Flaw) { _ = try WebAddress(words) } catch {
        throw Flaw(
          reason: Phrase(
            it: "non è un indirizzo: comincia con `https://`",
            en: "is no address: one begins with `https://`"))
      }
      return words
    default: return words
    }
  }

  /// Whether two texts of a field say the same: a day in another form, a word by another of its names.
  static func isSame(_ field: Field, _ one: String, _ other: String) -> Bool {
    if one == other { return true }
    switch field.type {
    case .date: return DateText.date(one).map { $0 == DateText.date(other) } ?? false
    case .period: return DateText.period(one).map { $0 == DateText.period(other) } ?? false
    case .choice(let list), .openChoice(let list):
      let words = [one, other].map { ChoiceWords.find($0, in: list)?.english }
      return words[0] != nil && words[0] == words[1]
    default:
      return one.split(whereSeparator: \.isWhitespace)
        .elementsEqual(other.split(whereSeparator: \.isWhitespace))
    }
  }

  private func day(_ cell: Workbook.Cell, _ words: String) throws(Flaw) -> String {
    if case .date(let text) = cell.value { return String(text.prefix(10)) }
    guard let date = DateText.date(words), date.day != nil else {
      throw Flaw(
        reason: Phrase(
          it: "non è un giorno: scrivilo come `29/06/2025`",
          en: "is no day: write it as `29/06/2025`"))
    }
    return date.iso8601
  }

  private func word(_ text: String, _ list: [FieldType.Word]) throws(Flaw) -> String {
    if let word = ChoiceWords.find(text, in: list) { return written(word) }
    throw Flaw(
      reason: Phrase(
        it: "può essere: " + list.map(\.italian).joined(separator: ", "),
        en: "can be: " + list.map(\.english).joined(separator: ", ")))
  }

  private func written(_ word: FieldType.Word) -> String {
    language == .italian ? word.italian : word.english
  }

  private func name(_ text: String, _ reference: Reference) throws(Flaw) -> String {
    let names = reference == .office ? offices : acts
    if let id = names[text] { return id }
    let list = names.ids.prefix(8).joined(separator: ", ")
    let more = names.ids.count > 8
    throw Flaw(
      reason: Phrase(
        it: "non c'è nel bilancio; ci sono: \(list)\(more ? " e altri" : "")",
        en: "is not in the report; there are: \(list)\(more ? " and more" : "")"))
  }
}
