import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// A connection that closes where nothing is received, where nothing is taken, and after the answer to a
/// client that knows no other way.
struct BoundedChannel: ServerChildChannel {
  private let http: HTTP1Channel

  init(_ responder: @escaping HTTPChannelHandler.Responder) {
    http = HTTP1Channel(responder: responder)
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
    http.setup(channel: channel, logger: logger).flatMapThrowing { value in
      let pipeline = channel.pipeline.syncOperations
      let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
      try pipeline.addHandler(RequestForms(), position: .after(decoder))
      try pipeline.addHandler(ConnectionPatience(), position: .after(decoder))
      return value
    }
  }

  func handle(value: HTTP1Channel.Value, logger: Logger) async {
    await http.handle(value: value, logger: logger)
  }
}
