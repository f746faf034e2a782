import SocialReport

/// What a page may load and where its form may go (Content Security Policy Level 3,
/// https://www.w3.org/TR/CSP3/).
enum SecurityPolicy {
  static func text(_ context: SiteContext) -> String {
    var directives = [
      "default-src 'none'", "style-src 'self'", "font-src 'self'", "img-src 'self'",
      "script-src 'self'",
    ]
    if context.purpose == .preview { directives.append("connect-src 'self'") }
    let host = context.feedbackAction.flatMap(origin).map { " " + $0 } ?? ""
    directives.append("form-action 'self'" + host)
    directives.append("base-uri 'none'")
    return directives.joined(separator: "; ")
  }

  /// The same with what only a header can say.
  static func header(_ context: SiteContext) -> String {
    text(context) + "; frame-ancestors 'self'"
  }

  /// `https://host:port/path` → `https://host:port`.
  private static func origin(of url: String) -> String? {
    guard let scheme = url.firstRange(of: "://") else { return nil }
    let host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return host.isEmpty ? nil : String(url[..<scheme.upperBound] + host)
  }
}
