import Files
import SocialReport

/// What an office was asked for, and until when.
struct OfficeInvitation: Sendable {
  /// By which its answer is known.
  let code: String
  /// What the answer is signed with: it shows which invitation it answers and that it arrived whole, not who wrote it.
  let secret: String
  let office: String
  /// The last day, ISO 8601.
  let until: String
  /// The addresses of the records' forms.
  let records: [String]
  /// SHA-256 of their files when it was made.
  var fingerprints: [String] = []

  /// Whether the last day is over.
  ///
  /// - Parameter today: ISO 8601.
  func isOver(on today: String) -> Bool { !until.isEmpty && String(today.prefix(10)) > until }
}

/// Why an answer is not taken; nothing is changed.
enum ContributionFlaw: Error {
  case unreadable, unknown, changed
  case over(String)
  case unasked(String)
  /// Why it could not be written.
  case notKept(String)

  var message: String {
    switch self {
    case .unreadable: "questo non è un contributo: scegli il file che l'ufficio ha rimandato"
    case .unknown: "questo contributo non risponde a nessun invito fatto qui"
    case .changed:
      "il contributo è stato cambiato a mano, o non è arrivato intero: chiedi all'ufficio di rimandarlo"
    case .over(let day): "l'invito valeva fino al \(day): fanne uno nuovo"
    case .notKept(let reason): reason
    case .unasked(let field): "il contributo ha un campo che non era chiesto: `\(field)`"
    }
  }
}

/// The answer of an office: texts for fields that it was asked for.
struct Contribution: Sendable {
  struct Text: Sendable {
    /// The record's place among those of the invitation.
    let record: Int
    let field: String
    let text: String
  }

  let code: String
  /// SHA-256 of each record's file when the invitation was made.
  let fingerprints: [Int: String]
  let texts: [Text]
  private let signature: String
  private let signed: String

  /// Reads the file that an office sends back: a form as browsers write it, and its signature behind.
  init(_ file: String) throws(ContributionFlaw) {
    let line = String(file.filter { !$0.isNewline && $0 != "\u{FEFF}" }.drop(while: \.isWhitespace))
    let mark = "&firma="
    guard line.hasPrefix("bilancio-contributo=1&"), let found = line.firstRange(of: mark) else {
      throw .unreadable
    }
    signed = String(line[..<found.lowerBound])
    signature = String(line[found.upperBound...].prefix { $0.isHexDigit })
    let data = FormData(Array(signed.utf8))
    guard let code = data["codice"], !code.isEmpty else { throw .unreadable }
    self.code = code
    var fingerprints: [Int: String] = [:]
    for name in data.names("h.") {
      if let number = Int(name.dropFirst(2)) { fingerprints[number] = data[name] }
    }
    self.fingerprints = fingerprints
    texts = data.names("f.").compactMap { name in
      let parts = name.dropFirst(2).split(separator: ".", maxSplits: 1)
      guard parts.count == 2, let number = Int(parts[0]), String(number) == parts[0],
        let text = data[name]
      else { return nil }
      return Text(
        record: number, field: String(parts[1]), text: text.replacing("\r\n", with: "\n"))
    }
  }

  /// - Throws: what keeps it from being taken.
  func check(_ invitation: OfficeInvitation?, on today: String) throws(ContributionFlaw) {
    guard let invitation else { throw .unknown }
    let wanted = FileHash.digest(of: Array((invitation.secret + "\n" + signed).utf8))
    guard wanted == signature.lowercased() else { throw .changed }
    guard !invitation.isOver(on: today) else { throw .over(invitation.until) }
    for text in texts where !invitation.records.indices.contains(text.record) {
      throw .unasked(text.field)
    }
  }

  /// The fields that an office can be asked for: texts and words, and nothing that others hang on.
  static func isAsked(_ item: FormItem) -> Bool {
    guard !["id", "numero", "bozza", "aggiornato_il"].contains(item.name) else { return false }
    return switch item.type {
    case .text, .markdown, .choice, .date, .dateOrUnknown, .money, .decimal, .integer, .list(.text):
      true
    default: false
    }
  }
}
