/// What a field holds and how it is read.
package indirect enum FieldType: Sendable {
  /// One paragraph of plain text; lengths in characters.
  case text(minimum: Int? = nil, maximum: Int? = nil)
  case markdown
  /// Lower-case letters, digits and hyphens, stable across editions.
  case slug
  /// The id of another entity.
  case reference(Reference)
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
  case record(FieldTable)
  /// Names that are free, each with one of some words.
  case choices([Word])
  /// A list of observations, or the name of a CSV file that holds them.
  case observations(FieldTable)

  /// One word of a list, in both languages, with other ways to write it.
  package struct Word: Sendable {
    package let italian: String
    package let english: String
    package let synonyms: [String]

    /// - Parameter synonyms: with commas between.
    package init(_ italian: String, _ english: String, also synonyms: String = "") {
      (self.italian, self.english) = (italian, english)
      self.synonyms = synonyms.split(separator: ",").map { part in
        String(part.drop(while: \.isWhitespace))
      }
    }
  }

  /// - Parameter synonyms: by the English word, with commas between.
  package static func words(
    _ pairs: KeyValuePairs<String, String>, also synonyms: [String: String] = [:]
  ) -> FieldType {
    .choice(list(pairs, synonyms))
  }

  package static func openWords(
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
  package var isPrinted: Bool {
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
