import Diagnostics
import NIOCore
import Site

/// News for an open page, as server-sent events (HTML Standard, 9.2).
struct NewsStream: Sendable {
  private let shelf: RenderStore
  /// A page that went away is noticed when something is written to it.
  private static let beat: Duration = .seconds(20)
  /// The most changed pages that are named.
  private static let named = 5

  init(_ shelf: RenderStore) { self.shelf = shelf }

  @concurrent
  func write(_ send: (ByteBuffer) async throws -> Void) async throws {
    // After a stop of the preview the page looks again every second.
    try await send(ByteBuffer(string: "retry: 1000\n\n"))
    // To one that does not read, only the newest is worth keeping.
    let (lines, continuation) = AsyncStream<String>.makeStream(
      bufferingPolicy: .bufferingNewest(8))
    let news = await shelf.news()
    let reading = Task {
      for await item in news { continuation.yield(NewsStream.event(item)) }
      continuation.finish()
    }
    let beating = Task {
      while !Task.isCancelled {
        try await Task.sleep(for: NewsStream.beat)
        continuation.yield(":\n\n")
      }
    }
    defer {
      reading.cancel()
      beating.cancel()
    }
    for await line in lines { try await send(ByteBuffer(string: line)) }
  }

  private static func event(_ news: RenderStore.News) -> String {
    let (name, rebuild) =
      switch news {
      case .made(let rebuild): ("fatto", rebuild)
      case .checked(let rebuild): ("controllato", rebuild)
      }
    var json = JSONWriter()
    json.array { json in
      for page in rebuild.changedPages.prefix(named) {
        json.object { json in
          json.member("indirizzo", page.address)
          json.member("titolo", page.title)
        }
      }
    }
    return "event: \(name)\ndata: \(String(decoding: json.bytes, as: UTF8.self))\n\n"
  }
}
