import NIOCore
import NIOHTTP1

/// Brings the forms that a request may have in HTTP/1 into the one that `RequestGate` judges, and says in the
/// answer whether the connection goes on (RFC 9112, 3.2 and 9.3).
final class RequestForms: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  /// Of each request that was not answered yet, whether its connection ends with the answer.
  private var endings: [Bool] = []
  /// Whether the parser stopped at a word that is no method it knows.
  private var isMethodUnknown = false

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(var head) = unwrapInboundIn(data) else {
      context.fireChannelRead(data)
      return
    }
    let isLast = RequestForms.isLast(head)
    endings.append(isLast)
    if isLast { head.headers.replaceOrAdd(name: "Connection", value: "close") }
    RequestForms.settleTarget(of: &head)
    context.fireChannelRead(wrapInboundOut(.head(head)))
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    isMethodUnknown = error as? HTTPParserError == .invalidMethod
    context.fireErrorCaught(error)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(var head) where endings.first == true:
      head.headers.replaceOrAdd(name: "Connection", value: "close")
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .head(var head) where isMethodUnknown && endings.isEmpty:
      head.status = .methodNotAllowed
      head.headers.replaceOrAdd(name: "Allow", value: "GET, HEAD")
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .end:
      if !endings.isEmpty { endings.removeFirst() }
      context.write(data, promise: promise)
    default: context.write(data, promise: promise)
    }
  }

  /// HTTP/1.0 ends with the answer, as does what says so and what does not read; a body, which nobody
  /// looks at here, is not waited for.
  private static func isLast(_ head: HTTPRequestHead) -> Bool {
    let connection = head.headers[canonicalForm: "Connection"].map { $0.lowercased() }
    return (head.version.major, head.version.minor) < (1, 1) || connection.contains("close")
      || ![.GET, .HEAD].contains(head.method) || head.headers.contains(name: "Transfer-Encoding")
      || head.headers["Content-Length"].contains { $0 != "0" }
  }

  /// `GET http://name/path`: what stands in the target is the host, and `Host` says the same.
  ///
  /// An empty host is nobody's, so that no request of two minds is taken for one of ours.
  private static func settleTarget(of head: inout HTTPRequestHead) {
    var hosts = head.headers["Host"]
    if !head.uri.hasPrefix("/"), head.uri != "*" {
      let scheme = "http://"
      guard head.uri.lowercased().hasPrefix(scheme) else {
        head.headers.replaceOrAdd(name: "Host", value: "")
        return
      }
      let target = head.uri.dropFirst(scheme.count)
      let authority = target.prefix { !"/?#".contains($0) }
      let rest = target[authority.endIndex...]
      head.uri = rest.hasPrefix("/") ? String(rest) : "/" + rest
      hosts.append(String(authority))
    }
    guard let host = hosts.last else { return }
    let areOne = hosts.allSatisfy { $0.lowercased() == host.lowercased() }
    // Twice the same name is no name either: which of them another program reads is not known.
    let isRepeated = head.headers["Host"].count > 1
    head.headers.replaceOrAdd(name: "Host", value: areOne && !isRepeated ? host : "")
  }
}
