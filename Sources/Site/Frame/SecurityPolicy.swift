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
