import Attachments
import Files
import HTTPTypes
import HummingbirdCore
import NIOCore

/// A response with what every response of the preview says.
struct PreviewResponse: Sendable {
  private(set) var response: Response

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
    to request: Request? = nil
  ) {
    var fields = PreviewResponse.fields(headers ?? PreviewResponse.headers)
    fields[.contentType] = PreviewResponse.mediaType(of: name)
    fields[.cacheControl] = "no-cache"
    if let mark {
      fields[.eTag] = "\"\(mark)\""
      if request?.headers[.ifNoneMatch] == "\"\(mark)\"" {
        response = Response(status: .notModified, headers: fields)
        return
      }
    }
    response = Response(
      status: .ok, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private init(_ response: Response) { self.response = response }

  static func text(_ status: HTTPResponse.Status, _ text: String) -> PreviewResponse {
    PreviewResponse(Array((text + "\n").utf8), name: "x.txt", mark: nil, headers: nil).with(status)
  }

  static func moved(to address: String) -> PreviewResponse {
    text(.found, "").with(.location, address)
  }

  static func stream(_ news: NewsStream) -> PreviewResponse {
    var fields = fields(headers)
    fields[.contentType] = "text/event-stream"
    fields[.cacheControl] = "no-store"
    return PreviewResponse(
      Response(
        status: .ok, headers: fields,
        body: ResponseBody { writer in
          try await news.write(to: &writer)
          try await writer.finish(nil)
        }))
  }

  func with(_ status: HTTPResponse.Status) -> PreviewResponse {
    var copy = self
    // What the browser has already stays what it has.
    if response.status != .notModified { copy.response.status = status }
    return copy
  }

  func with(_ name: HTTPField.Name, _ value: String) -> PreviewResponse {
    var copy = self
    copy.response.headers[name] = value
    return copy
  }

  private static func fields(_ headers: [(name: String, value: String)]) -> HTTPFields {
    var fields = HTTPFields()
    for (name, value) in headers {
      if let name = HTTPField.Name(name) { fields[name] = value }
    }
    // Nothing of a draft is for other sites, whatever the published data allow.
    for (name, value) in [
      ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Cross-Origin-Opener-Policy", "same-origin"),
    ] {
      if let name = HTTPField.Name(name) { fields[name] = value }
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
