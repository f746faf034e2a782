import SocialReport

/// An address as people write it, in the right form or not.
package enum WrittenAddress {
  private static let starts = ["http://", "https://", "www.", "mailto:", "tel:", "ftp://", "#"]
  private static let endings: Set<String> = [
    "pdf", "doc", "docx", "xls", "xlsx", "csv", "odt", "ods", "zip", "jpg", "jpeg", "png", "webp",
    "svg", "gif", "html", "htm", "md", "yml", "p7m", "txt", "rtf", "ppt", "pptx",
  ]
  private static let domains: Set<String> = [
    "it", "eu", "com", "org", "net", "info", "gov", "edu", "io", "europa",
  ]

  /// Whether some words are an address: of the web, of a fact, of a file.
  static func isLikely(_ words: String) -> Bool {
    let text = words.lowercased()
    guard text.contains(where: \.isLetter) || text.hasPrefix("tel:") else { return false }
    return starts.contains(where: text.hasPrefix) && text.count > 4 || isFact(text)
      || isFile(text) || isHost(text)
  }

  /// `dato:x@2021`, with a blank behind the colon too where an id follows.
  static func isFact(_ text: String) -> Bool {
    guard let colon = text.utf8.prefix(longestScheme + 1).firstIndex(of: UInt8(ascii: ":")),
      schemes.contains(String(text[..<colon]).lowercased())
    else { return false }
    let rest = text[text.index(after: colon)...]
    let id = rest.drop { $0 == " " }
    guard !id.isEmpty, !id.contains(" ") else { return false }
    return id.count == rest.count || id.contains { $0.isNumber || $0 == "-" || $0 == "@" }
  }

  static let schemes = Set(TypedLink.schemes.flatMap { [$0.italian, $0.english] })
  private static let longestScheme = schemes.map(\.utf8.count).max() ?? 0

  /// `documenti/bando 2024.pdf`.
  private static func isFile(_ text: String) -> Bool {
    guard let dot = text.lastIndex(of: "."), dot != text.startIndex else { return false }
    return endings.contains(String(text[text.index(after: dot)...]))
  }

  /// `comune.palermo.it/mensa`: a host of a domain that is in use here.
  package static func isHost(_ text: String) -> Bool {
    let host = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last, domains.contains(last.lowercased()) else {
      return false
    }
    return labels.allSatisfy { label in
      !label.isEmpty && label.utf8.allSatisfy { Alphabet.isPart($0) || $0 == UInt8(ascii: "-") }
    }
  }
}
