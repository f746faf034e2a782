import Facts
import SocialReport

/// What a page may load and where its form may go (Content Security Policy Level 3,
/// https://www.w3.org/TR/CSP3/).
package enum SecurityPolicy {
  static func text(_ context: SiteContext) -> String {
    var directives = [
      "default-src 'none'", "style-src 'self'", "font-src 'self'", "img-src 'self'",
      "script-src 'self'",
    ]
    if context.purpose == .preview { directives.append("connect-src 'self'") }
    // Names in ASCII and numbers: nothing that could begin a directive of its own.
    let action = context.feedbackAction.flatMap { try? WebAddress($0) }
    let host = action.map { " " + $0.origin } ?? ""
    directives.append("form-action 'self'" + host)
    directives.append("base-uri 'none'")
    return directives.joined(separator: "; ")
  }

  /// The same with what only a header can say.
  static func header(_ context: SiteContext) -> String {
    text(context) + "; frame-ancestors 'self'"
  }
}

extension SecurityPolicy {
  /// Whether a policy could be one of ours: a page with it loads nothing from elsewhere and runs nothing that
  /// stands in it.
  ///
  /// Where its form goes is the site's to say.
  package static func isOwn(_ text: String) -> Bool {
    var stated: [String: [Substring]] = [:]
    for directive in text.split(separator: ";") {
      let words = directive.split(separator: " ")
      guard let name = words.first.map(String.init), stated[name] == nil else { return false }
      stated[name] = Array(words.dropFirst())
    }
    guard stated["default-src"] == ["'none'"], stated["base-uri"] == ["'none'"],
      stated["script-src"] != nil, stated["form-action"]?.first == "'self'"
    else { return false }
    return stated.allSatisfy { name, sources in
      name == "form-action" ? sources.count <= 2 : sources == ["'self'"] || sources == ["'none'"]
    }
  }
}
