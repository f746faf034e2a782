import Files
import NIOHTTP1

/// What a browser asks for, as far as the preview looks at it.
struct PreviewRequest: Sendable {
  let method: HTTPMethod
  /// The host that it is asked of (`Host`); nil where it names none.
  let authority: String?
  /// As it was sent, with its `%` signs.
  let path: String
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
  func query(_ name: String) -> String? {
    for pair in queryText.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let first = parts.first, first == name else { continue }
      let value = parts.count == 2 ? String(parts[1]) : ""
      return Path.decoded(value) ?? value
    }
    return nil
  }
}
