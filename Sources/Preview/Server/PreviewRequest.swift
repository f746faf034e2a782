import Files
import NIOHTTP1

/// What a browser asks for, as far as the preview looks at it.
package struct PreviewRequest: Sendable {
  let method: HTTPMethod
  /// The host that it is asked of (`Host`); nil where it names none.
  package let authority: String?
  /// As it was sent, with its `%` signs.
  package let path: String
  /// What was sent with it; empty for a request that only reads.
  package internal(set) var body: [UInt8] = []
  let headers: HTTPHeaders
  private let queryText: Substring

  init(method: HTTPMethod, target: String, headers: HTTPHeaders) {
    self.method = method
    self.headers = headers
    authority = headers.first(name: "Host")
    let whole = target.prefix { $0 != "#" }
    path = String(whole.prefix { $0 != "?" })
    queryText = whole.dropFirst(path.count + 1)
  }

  /// A value of the query (`?name=value`), decoded; nil where it has none of that name.
  package func query(_ name: String) -> String? {
    for pair in queryText.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let first = parts.first, first == name else { continue }
      // Forms write a space as `+`.
      let value = parts.count == 2 ? String(parts[1]).replacing("+", with: " ") : ""
      return Path.decoded(value) ?? value
    }
    return nil
  }

  /// Whether something is to be done, and not only read.
  package var isPost: Bool { method == .POST }

  /// The values of a cookie that came along.
  package func cookies(_ name: String) -> [String] {
    headers["Cookie"].flatMap { $0.split(separator: ";") }.compactMap { pair in
      let pair = pair.drop { $0 == " " }
      return pair.hasPrefix(name + "=") ? String(pair.dropFirst(name.utf8.count + 1)) : nil
    }
  }
}
