import Facts
import Files
import Site

/// Where the links of a whole document lead when it is a file of its own.
struct PrintLinks {
  enum Target {
    /// A place in the document, by its label.
    case label(String)
    case address(String)
  }

  private let document: DocumentText
  /// The ids that are there.
  private let ids: Set<String>

  init(_ document: DocumentText, ids: Set<String>) {
    self.document = document
    self.ids = ids
  }

  /// - Returns: nil for a link that leads nowhere.
  func target(of address: String) -> Target? {
    if address.hasPrefix("#") { return label(String(address.dropFirst())) }
    guard address.hasPrefix("/"), !address.hasPrefix("//") else { return .address(address) }
    guard address.hasPrefix(document.basePath) else {
      return .address(String(SiteContext.root(of: document.baseURL).dropLast()) + address)
    }
    let path = address.dropFirst(document.basePath.count)
    let parts = path.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    if let part = document.parts[String(parts[0])] {
      if parts.count > 1, let label = label("\(part)-\(parts[1])") { return label }
      if let label = label(part) { return label }
    }
    return .address(document.baseURL + path)
  }

  private func label(_ id: String) -> Target? { ids.contains(id) ? .label(id) : nil }

  /// The file of the content that a picture shows.
  func file(of address: String) -> String? {
    guard address.hasPrefix(document.basePath) else { return nil }
    return Path.decoded(address.dropFirst(document.basePath.count)).flatMap { document.files[$0] }
  }
}
