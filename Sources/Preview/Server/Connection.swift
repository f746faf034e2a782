import NIOCore
import NIOHTTP1

/// A connection whose requests are answered one after the other.
struct Connection: Sendable {
  typealias Channel = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

  let responder: Responder

  /// Puts HTTP/1 on a channel, and what bounds it.
  static func open(on channel: any NIOCore.Channel) throws -> Channel {
    var limits = NIOHTTPDecoderLimitConfiguration()
    (limits.maxHeaderFieldSize, limits.maxHeaderListSize) = (80 << 10, 80 << 10)
    let pipeline = channel.pipeline.syncOperations
    try pipeline.configureHTTPServerPipeline(
      // Requests that come at once are read one by one below, where what cannot be read is answered too.
      withPipeliningAssistance: false, withErrorHandling: false,
      withEncoderConfiguration: .init(), withDecoderLimitConfiguration: limits)
    try pipeline.addHandlers([ConnectionPatience(), RequestForms()])
    return try NIOAsyncChannel(
      wrappingChannelSynchronously: channel,
      configuration: .init(isOutboundHalfClosureEnabled: true))
  }

  func serve(_ connection: Channel) async {
    // Where reading or writing fails, the browser has gone: there is nobody to tell.
    try? await connection.executeThenClose { inbound, outbound in
      do {
        try await answerAll(inbound, outbound, Visit(connection.channel))
      } catch is HTTPParserError {
        let head = HTTPResponseHead(
          version: .http1_1, status: .badRequest,
          headers: ["Connection": "close", "Content-Length": "0"])
        try await outbound.write(contentsOf: [.head(head), .end(nil)])
      }
      outbound.finish()
      try await connection.channel.closeFuture.get()
    }
  }

  private func answerAll(
    _ inbound: NIOAsyncChannelInboundStream<HTTPServerRequestPart>,
    _ outbound: NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>, _ visit: Visit
  ) async throws {
    var form: PreviewRequest?
    for try await part in inbound {
      switch part {
      case .head(let head):
        let request = PreviewRequest(method: head.method, target: head.uri, headers: head.headers)
        if request.isPost, responder.gate.decideWriting(request, isLocal: visit.isLocal) == .open {
          form = request
          continue
        }
        try await responder.respond(to: request, visit).write(to: outbound, version: head.version)
        if head.headers.first(name: "Connection") == "close" { return }
      // A body is of no other request that anything is done for.
      case .body(let buffer):
        form?.body += buffer.readableBytesView
        if let form, form.body.count > form.bodyLength ?? 0 { return }
      case .end:
        guard let request = form else { continue }
        guard request.body.count == request.bodyLength else { return }
        try await responder.respond(to: request, visit).write(to: outbound, version: .http1_1)
        return
      }
    }
  }
}

/// Takes no more connections than there is room for; the others wait until one ends.
final class ConnectionLimit: ChannelDuplexHandler {
  typealias InboundIn = any Channel
  typealias InboundOut = any Channel
  typealias OutboundIn = Never

  private let most: Int
  private var open = 0
  private var isWaiting = false

  init(_ most: Int) { self.most = most }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    open += 1
    let here = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    unwrapInboundIn(data).closeFuture.hop(to: context.eventLoop).whenComplete { _ in
      here.value.handler.end(here.value.context)
    }
    context.fireChannelRead(data)
  }

  func read(context: ChannelHandlerContext) {
    isWaiting = open >= most
    if !isWaiting { context.read() }
  }

  /// One connection that could not be taken ends no other.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {}

  private func end(_ context: ChannelHandlerContext) {
    open -= 1
    if isWaiting, open < most {
      isWaiting = false
      context.read()
    }
  }
}
