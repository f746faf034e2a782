package import Diagnostics

/// One field of a kind of file: its names, its type and what it means.
///
/// The tables of keys are the one place that knows the fields: the decoder, the near misses and
/// the reference page of the manual all read them.
package struct Key: Sendable {
  package let italian: String
  package let english: String
  package let type: FieldType
  package let isRequired: Bool
  package let meaning: Phrase
  /// In which case an optional field is required; a rule sees to it.
  private(set) var condition: Phrase?
  /// Where a value goes that stands on no page as it was written; nil for what readers see.
  package private(set) var destination: Phrase?
  /// Whether people read what stands there as words, so that it is looked at as all texts are.
  ///
  /// It is so unless the table says otherwise: a field that is new cannot be forgotten.
  private(set) var holdsWords = true
  /// The English name of a field that may stand in the place of a required one.
  private(set) var alternative: String?

  static func required(
    _ italian: String, _ english: String, _ type: FieldType, _ it: String, _ en: String
  ) -> Key {
    Key(
      italian: italian, english: english, type: type, isRequired: true,
      meaning: Phrase(it: it, en: en))
  }

  /// The same key, required in a case.
  func needed(_ it: String, _ en: String) -> Key {
    var key = self
    key.condition = Phrase(it: it, en: en)
    return key
  }

  /// The same key, whose value is seen elsewhere than on a page.
  func going(_ it: String, _ en: String) -> Key {
    var key = self
    key.destination = Phrase(it: it, en: en)
    return key
  }

  /// The same key, whose value names what the file is about.
  var asName: Key {
    going("negli indirizzi delle pagine e nei rimandi", "into addresses and references")
  }

  /// The same key for a code of a register or a setting, in which digits tell nothing of a person.
  var withoutWords: Key {
    var key = self
    key.holdsWords = false
    return key
  }

  /// The same key, which another may stand for.
  func orElse(_ alternative: String, _ it: String, _ en: String) -> Key {
    var key = needed(it, en)
    key.alternative = alternative
    return key
  }

  static func optional(
    _ italian: String, _ english: String, _ type: FieldType, _ it: String, _ en: String
  ) -> Key {
    Key(
      italian: italian, english: english, type: type, isRequired: false,
      meaning: Phrase(it: it, en: en))
  }
}

/// What a field holds and how it is read.
package indirect enum FieldType: Sendable {
  /// One paragraph of plain text; lengths in characters.
  case text(minimum: Int? = nil, maximum: Int? = nil)
  case markdown
  /// Lower-case letters, digits and hyphens, stable across editions.
  case slug
  /// The id of another entity.
  case reference
  /// The year or the id of an edition.
  case edition
  /// What is printed as a number: `2`, `08`, `2.1`.
  case label
  /// A code of exactly so many digits, zeros in front kept.
  case digits(Int)
  case integer(ClosedRange<Int>)
  case decimal
  /// Euro, to the cent.
  case money
  /// A number, or the text of a qualitative indicator.
  case observedValue
  case flag
  case date
  /// A day, a month, a year, a range, or the word for "not known".
  case dateOrUnknown
  /// A year, a range of years or of dates, or a record with both ends.
  case period
  /// Two years, the earlier first.
  case yearPair
  /// An absolute `https` or `http` address.
  case url
  /// Of a whole site, to which the addresses of its pages are added.
  case siteAddress
  /// A file beside the one that names it.
  case file
  case choice([Word])
  /// One word of a list or, where it is none of them, any text.
  case openChoice([Word])
  /// The code of a project or a tender, of so many characters.
  case code(Int)
  /// An e-mail address.
  case email
  /// A measure of the PNRR, in any of the usual forms.
  case pnrrMeasure
  /// A mission of the municipal budget by its number.
  case budgetMission
  case list(FieldType)
  case record(Table)
  /// Names that are free, each with one of some words.
  case choices([Word])
  /// A list of observations, or the name of a CSV file that holds them.
  case observations(Table)

  /// One word of a list, in both languages, with other ways to write it.
  package struct Word: Sendable {
    package let italian: String
    package let english: String
    package let synonyms: [String]

    /// - Parameter synonyms: with commas between.
    init(_ italian: String, _ english: String, also synonyms: String = "") {
      (self.italian, self.english) = (italian, english)
      self.synonyms = synonyms.split(separator: ",").map { part in
        String(part.drop(while: \.isWhitespace))
      }
    }
  }

  /// - Parameter synonyms: by the English word, with commas between.
  static func words(
    _ pairs: KeyValuePairs<String, String>, also synonyms: [String: String] = [:]
  ) -> FieldType {
    .choice(list(pairs, synonyms))
  }

  static func openWords(
    _ pairs: KeyValuePairs<String, String>, also synonyms: [String: String] = [:]
  ) -> FieldType {
    .openChoice(list(pairs, synonyms))
  }

  private static func list(
    _ pairs: KeyValuePairs<String, String>, _ synonyms: [String: String]
  ) -> [Word] {
    pairs.map { Word($0.key, $0.value, also: synonyms[$0.value] ?? "") }
  }
}

extension FieldType {
  /// Whether a value of this type is a text of the author's own that is printed as it is.
  ///
  /// Ids, references and addresses are names that the program looks up; words of a list are its own.
  var isPrinted: Bool {
    switch self {
    case .text, .label, .file, .observedValue, .openChoice, .code, .email, .pnrrMeasure: true
    case .list(let element): element.isPrinted
    case .markdown, .slug, .reference, .edition, .digits, .integer, .decimal, .money, .flag, .date,
      .dateOrUnknown, .period, .yearPair, .url, .siteAddress, .choice, .record, .choices,
      .observations, .budgetMission:
      false
    }
  }
}

/// The fields of a kind of file or of a record inside one, in the order of the manual.
package struct Table: Sendable {
  package let keys: [Key]
  private let indexes: [String: Int]
  /// All fields by their names, for messages; there may be one for every line of a file.
  let fields: Phrase
  /// Whether a key that is written with nothing behind it is a mistake even where it may be absent.
  private(set) var refusesEmpty = false

  init(_ keys: [Key]) {
    self.keys = keys
    var indexes: [String: Int] = [:]
    for (index, key) in keys.enumerated() {
      indexes[key.italian] = index
      indexes[key.english] = index
    }
    self.indexes = indexes
    fields = Phrase(
      it: "i campi sono: " + keys.map(\.italian).joined(separator: ", "),
      en: "the fields are: " + keys.map(\.english).joined(separator: ", "))
  }

  /// The same table for fields that do harm when they are empty, such as links of a menu.
  var refusingEmpty: Table {
    var table = self
    table.refusesEmpty = true
    return table
  }

  /// The same table for fields of which none stands on a page.
  func going(_ it: String, _ en: String) -> Table {
    var table = Table(keys.map { $0.going(it, en) })
    table.refusesEmpty = refusesEmpty
    return table
  }

  /// The place of a key by either of its names.
  func index(of name: String) -> Int? { indexes[name] }

  /// Whether one of the fields may be the name of a CSV file.
  var holdsObservations: Bool {
    keys.contains { if case .observations = $0.type { true } else { false } }
  }

  /// All names, for near misses.
  var names: [String] { keys.map(\.italian) + keys.map(\.english) }
}
