extension HTML {
  /// Writes the opening tag of an element, its seams with it.
  ///
  /// - Parameter attributes: names and values; those without a value are left out.
  package mutating func open(_ name: String, _ attributes: [(name: String, value: String?)] = []) {
    bytes(of: "<")
    append(markup: name.utf8)
    for (name, value) in attributes {
      guard let value else { continue }
      bytes(of: " ")
      append(markup: name.utf8)
      bytes(of: "=\"")
      append(value: value, of: name)
      bytes(of: "\"")
    }
    bytes(of: ">")
  }

  /// Writes the value of an attribute, which stands between double quotes, with its seams.
  package mutating func append(value: String, of attribute: String) {
    switch AttributeKind(attribute) {
    case .plain: append(text: value)
    case .address:
      append(seam: .address)
      append(text: value)
      append(seam: .addressEnd)
    case .identifier:
      for (number, identifier) in value.split(separator: " ").enumerated() {
        if number > 0 { bytes(of: " ") }
        append(seam: .identifier)
        append(text: String(identifier))
      }
    }
  }

  /// - Parameter id: nil for a heading that nothing leads to.
  package mutating func open(heading level: Int, id: String? = nil) {
    bytes(of: "<h")
    append(seam: .level)
    append(markup: String(level).utf8)
    if let id {
      bytes(of: " id=\"")
      append(value: id, of: "id")
      bytes(of: "\"")
    }
    bytes(of: ">")
  }

  package mutating func close(heading level: Int) {
    bytes(of: "</h")
    append(seam: .level)
    append(markup: String(level).utf8)
    bytes(of: ">")
  }

  package mutating func close(_ name: String) {
    bytes(of: "</")
    append(markup: name.utf8)
    bytes(of: ">")
  }

  private mutating func bytes(of markup: StaticString) { append(markup: markup) }
}

/// What the value of an attribute is to the page it stands on.
enum AttributeKind: Sendable {
  /// Text as it stands.
  case plain
  /// An address, of the site or not.
  case address
  /// The id of an element of the page, or several with blanks between them.
  case identifier

  init(_ name: some StringProtocol) {
    self =
      switch name {
      case "href", "src", "action": .address
      case "id", "for", "aria-labelledby", "aria-describedby": .identifier
      default: .plain
      }
  }
}
