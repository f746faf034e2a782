import NIOCore
import NIOHTTP1

/// Ends a connection on which no request comes, or that does not take what it asked for.
///
/// An answer that is given out bit by bit, as the news of a page are, may last.
final class ConnectionPatience: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  /// Requests that are not answered to the end.
  private var open = 0
  /// Since when neither a request nor an answer is under way.
  private var idleSince = NIODeadline.now()
  private var isTicking = false
  /// Since when a request is coming that is not there whole.
  private var comingSince: NIODeadline?
  /// Bytes that nobody had taken at the last look back.
  private var waiting = 0
  /// Bytes of answers since.
  private var added = 0
  private var lookedBack = NIODeadline.now()

  private static let tick = TimeAmount.seconds(5)
  /// Within so long a request has come whole; browsers ask for the parts of a page at once.
  private static let patience = TimeAmount.seconds(20)
  /// A form of the greatest size comes in less on any machine.
  private static let patienceWithForms = TimeAmount.seconds(30)
  /// The fewest bytes that are taken in that time, on the slowest line that can show a page.
  private static let least = 16_384

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { begin(context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    begin(context)
    context.fireChannelActive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      open += 1
      comingSince = .now()
    case .body: break
    case .end: comingSince = nil
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .body(let body): added += body.readableBytes
    case .end:
      open = max(0, open - 1)
      idleSince = .now()
    case .head: break
    }
    context.write(data, promise: promise)
  }

  private func begin(_ context: ChannelHandlerContext) {
    guard !isTicking else { return }
    isTicking = true
    (idleSince, lookedBack) = (.now(), .now())
    tickLater(context)
  }

  private func tickLater(_ context: ChannelHandlerContext) {
    context.eventLoop.assumeIsolated().scheduleTask(in: ConnectionPatience.tick) {
      guard context.channel.isActive else { return }
      if self.isOver(context) {
        context.close(promise: nil)
      } else {
        self.tickLater(context)
      }
    }
  }

  private func isOver(_ context: ChannelHandlerContext) -> Bool {
    let now = NIODeadline.now()
    if let comingSince, now - comingSince >= ConnectionPatience.patienceWithForms { return true }
    let left = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    if left > 0 {
      // What is being taken is no idle time.
      idleSince = now
      guard now - lookedBack >= ConnectionPatience.patience else { return false }
      let isTaken = waiting + added - left >= ConnectionPatience.least
      (waiting, added, lookedBack) = (left, 0, now)
      return !isTaken
    }
    (waiting, added, lookedBack) = (0, 0, now)
    return open == 0 && now - idleSince >= ConnectionPatience.patience
  }
}
