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
