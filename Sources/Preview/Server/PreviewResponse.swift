import Attachments
import Files
import NIOCore
import NIOHTTP1

/// A response with what every response of the preview says.
package struct PreviewResponse: Sendable {
  private enum Body {
    case bytes([UInt8])
    case news(NewsStream)
    /// Of an answer to `HEAD`, which says how many bytes there would be.
    case unsent
  }

  private var status: HTTPResponseStatus
  private var headers: HTTPHeaders
  private var body: Body

  /// What the preview's own pages may load.
  static let headers: [(name: String, value: String)] = [
    (
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
  ]

  /// - Parameters:
  ///   - name: the file's name, whose extension decides the content type.
  ///   - mark: distinguishes this state of the file from others; nil for a file that never changes.
  ///   - headers: what the site says with its files; the least of it where there is no site.
  ///   - request: which may hold the mark of a state that the browser has already.
  init(
    _ bytes: [UInt8], name: String, mark: String?, headers: [(name: String, value: String)]?,
    to request: PreviewRequest? = nil
  ) {
    self.headers = PreviewResponse.fields(headers ?? PreviewResponse.headers)
    self.headers.replaceOrAdd(name: "Content-Type", value: PreviewResponse.mediaType(of: name))
    self.headers.replaceOrAdd(name: "Cache-Control", value: "no-cache")
    (status, body) = (.ok, .bytes(bytes))
    if let mark {
      self.headers.replaceOrAdd(name: "ETag", value: "\"\(mark)\"")
      if request?.headers.first(name: "If-None-Match") == "\"\(mark)\"" {
        (status, body) = (.notModified, .bytes([]))
      }
    }
    if case .bytes(let bytes) = body {
      self.headers.replaceOrAdd(name: "Content-Length", value: "\(bytes.count)")
    }
  }

  private init(_ news: NewsStream) {
    (status, body) = (.ok, .news(news))
    headers = PreviewResponse.fields(PreviewResponse.headers)
    headers.replaceOrAdd(name: "Content-Type", value: "text/event-stream")
    headers.replaceOrAdd(name: "Cache-Control", value: "no-store")
  }

  /// A page, with what it may load.
  package static func page(
    _ bytes: [UInt8], policy: String, status: Int = 200
  ) -> PreviewResponse {
    PreviewResponse(bytes, name: "x.html", mark: nil, headers: nil)
      .with("Content-Security-Policy", policy).with("Cache-Control", "no-store")
      // Without a referrer a browser does not say either where a form comes from (`Origin: null`).
      .with("Referrer-Policy", "same-origin")
      .with(HTTPResponseStatus(statusCode: status))
  }

  /// A file that pages load, whose name says what it is.
  package static func file(_ bytes: [UInt8], name: String) -> PreviewResponse {
    PreviewResponse(bytes, name: name, mark: nil, headers: nil)
  }

  /// The same as an answer to what may not be.
  package var refused: PreviewResponse { with(.forbidden) }

  /// Leads on after something was done.
  package static func done(to address: String) -> PreviewResponse {
    text(.seeOther, "").with("Location", address)
  }

  static func text(_ status: HTTPResponseStatus, _ text: String) -> PreviewResponse {
    PreviewResponse(Array((text + "\n").utf8), name: "x.txt", mark: nil, headers: nil).with(status)
  }

  package static func moved(to address: String) -> PreviewResponse {
    text(.found, "").with("Location", address)
  }

  static func stream(_ news: NewsStream) -> PreviewResponse { PreviewResponse(news) }

  func with(_ status: HTTPResponseStatus) -> PreviewResponse {
    var copy = self
    // What the browser has already stays what it has.
    if self.status != .notModified { copy.status = status }
    return copy
  }

  package func with(_ name: String, _ value: String) -> PreviewResponse {
    var copy = self
    copy.headers.replaceOrAdd(name: name, value: value)
    return copy
  }

  var withoutBody: PreviewResponse {
    var copy = self
    copy.body = .unsent
    return copy
  }

  func write(
    to outbound: NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>, version: HTTPVersion
  ) async throws {
    let head = HTTPServerResponsePart.head(
      HTTPResponseHead(version: version, status: status, headers: headers))
    switch body {
    case .unsent: try await outbound.write(contentsOf: [head, .end(nil)])
    case .bytes(let bytes):
      let buffer = ByteBuffer(bytes: bytes)
      try await outbound.write(contentsOf: [head, .body(.byteBuffer(buffer)), .end(nil)])
    case .news(let news):
      try await outbound.write(head)
      try await news.write { try await outbound.write(.body(.byteBuffer($0))) }
      try await outbound.write(.end(nil))
    }
  }

  private static func fields(_ headers: [(name: String, value: String)]) -> HTTPHeaders {
    var fields = HTTPHeaders()
    for (name, value) in headers { fields.replaceOrAdd(name: name, value: value) }
    // Nothing of a draft is for other sites, whatever the published data allow.
    for name in ["Cross-Origin-Resource-Policy", "Cross-Origin-Opener-Policy"] {
      fields.replaceOrAdd(name: name, value: "same-origin")
    }
    return fields
  }

  private static let mediaTypes: [String: String] = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "woff2": "font/woff2",
    "jsonld": "application/ld+json", "xml": "application/xml", "ttl": "text/turtle; charset=utf-8",
  ]

  private static func mediaType(of name: String) -> String {
    let ending = Path.ending(of: name)
    return mediaTypes[ending] ?? MediaType.of(ending) ?? "application/octet-stream"
  }
}
