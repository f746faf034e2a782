import Glibc
import NIOCore
import NIOPosix
import Synchronization

/// The server of the preview, at the first port that is free.
struct Server {
  private let settings: Preview.Settings
  private let shelf: RenderStore
  private let tell: @Sendable (Preview.Event) -> Void
  /// How many ports are tried, one after the other.
  private static let tries = 20
  private static let highest = 65535

  init(
    _ settings: Preview.Settings, _ shelf: RenderStore,
    _ tell: @escaping @Sendable (Preview.Event) -> Void
  ) {
    (self.settings, self.shelf, self.tell) = (settings, shelf, tell)
  }

  /// - Throws: `PreviewError`.
  func run() async throws {
    let last = settings.port == 0 ? 0 : min(settings.port + Server.tries - 1, Server.highest)
    for port in settings.port...last {
      do {
        return try await run(at: port)
      } catch let error as IOError where error.errnoCode == EADDRINUSE {
        tell(.portTaken(port))
      } catch {
        throw PreviewError.noPort(port, reason: "\(error)")
      }
    }
    throw PreviewError.noPort(settings.port, reason: "EADDRINUSE")
  }

  private func run(at port: Int) async throws {
    let invitations = settings.isShared ? Invitations() : nil
    let tell = tell
    let bound = Atomic(port)
    let responder = Responder(
      shelf: shelf,
      gate: RequestGate(
        invitations: invitations, sharedName: settings.host.lowercased(),
        writable: settings.addition?.root,
        guests: settings.isShared ? settings.addition?.guestRoot : nil),
      insertion: Insertion(editor: settings.editor), isPlain: settings.isPlain,
      axePaths: settings.axePaths, kinds: settings.kinds,
      addition: settings.addition,
      onAcceptance: {
        if let invitations {
          tell(.invitation(port: bound.load(ordering: .relaxed), invitations.current))
        }
      })
    let listener = try await listener(at: port)
    let actual = listener.channel.localAddress?.port ?? port
    bound.store(actual, ordering: .relaxed)
    tell(.listening(port: actual, invitation: invitations?.current))
    try await withThrowingDiscardingTaskGroup { group in
      try await listener.executeThenClose { connections in
        for try await connection in connections {
          group.addTask { await Connection(responder: responder).serve(connection) }
        }
      }
    }
  }

  private func listener(at port: Int) async throws -> NIOAsyncChannel<Connection.Channel, Never> {
    let room = OpenFiles.roomForConnections()
    return try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(ConnectionLimit(room))
        }
      }
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .bind(host: settings.host, port: port) { channel in
        channel.eventLoop.makeCompletedFuture { try Connection.open(on: channel) }
      }
  }
}
