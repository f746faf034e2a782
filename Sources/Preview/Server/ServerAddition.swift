import NIOHTTP1

/// Pages of somebody else's under an address of their own, which the server of the preview gives out too.
package protocol ServerAddition: Sendable {
  /// Where its addresses begin, with `/` at both ends; no page of a site has such a one.
  var root: String { get }

  /// Where the addresses begin that other machines of the network may ask for, where the server is shared; whom it
  /// answers there is the addition's to judge.
  var guestRoot: String { get }

  /// Answers a request whose path begins with one of the roots; below the first it comes from this machine.
  ///
  /// A request with a body is one that a page of this server sent (`RequestGate`), whole and within the bounds.
  func answer(_ request: PreviewRequest, _ store: RenderStore) async -> PreviewResponse

  /// Whether a guest may see a file of the site as it would be published.
  ///
  /// - Parameter address: relative to the site's root, as `2021/scuole/`.
  func admits(_ request: PreviewRequest, to address: String, _ store: RenderStore) async -> Bool
}

extension PreviewRequest {
  /// The most that a form may send, in bytes.
  static let mostOfForm = 1 << 20

  /// The most that a picture or a document may have, in bytes.
  private static let mostOfFile = 25 << 20

  /// What a picture's body may be.
  private static let pictureTypes: Set<String> = ["image/jpeg", "image/png", "image/webp"]

  /// What a document's body may be.
  private static let documentTypes: Set<String> = [
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.spreadsheet", "text/csv", "application/msword",
    "application/vnd.ms-excel", "application/rtf",
    "text/html", "message/rfc822", "application/pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.oasis.opendocument.text",
  ]

  /// Whether its body is one that is read.
  var hasKnownBody: Bool { bodyType == "application/x-www-form-urlencoded" || isFile }

  /// Whether it brings a picture, as it says.
  package var isPicture: Bool { bodyType.map(PreviewRequest.pictureTypes.contains) ?? false }

  /// Whether it brings a document of an office, as it says.
  private var isDocument: Bool { bodyType.map(PreviewRequest.documentTypes.contains) ?? false }

  /// Whether it brings a file, and no form.
  package var isFile: Bool { isPicture || isDocument }

  /// The most bytes that its body may have.
  var mostOfBody: Int { isFile ? PreviewRequest.mostOfFile : PreviewRequest.mostOfForm }

  private var bodyType: String? {
    let types = headers["Content-Type"]
    guard types.count == 1, let type = types.first?.prefix(while: { $0 != ";" }) else { return nil }
    return type.filter { $0 != " " }.lowercased()
  }

  /// The value of a header field that is sent once.
  package func field(_ name: String) -> String? {
    let values = headers[name]
    return values.count == 1 ? values[0] : nil
  }

  /// How long its body is; nil where it does not say, or says it in two ways.
  var bodyLength: Int? {
    let lengths = headers["Content-Length"]
    guard lengths.count == 1, !headers.contains(name: "Transfer-Encoding") else { return nil }
    return Int(lengths[0]).flatMap { $0 >= 0 ? $0 : nil }
  }
}
