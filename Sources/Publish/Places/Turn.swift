import Diagnostics
import Files

/// The turn of this machine to publish at a place that others reach as well.
///
/// Servers of files know no locks. So every machine first puts a ticket of its own there, and then looks
/// for those of others: of two, the one that looks later sees the other's, and so never do both go on.
/// Whoever sees another's takes its own away. A ticket that was not renewed for long is of a machine that
/// was switched off or lost its line: it is removed, and should that machine still be there, it finds its
/// ticket gone before it says that its site is the one that is live.
actor Turn {
  private let store: any FileStore
  private let scratch: String
  private let machine: Machine
  private let time: Time
  /// Tickets of this machine that may be there, the newest last.
  private var held: [Ticket] = []
  /// Whether another machine took the turn.
  private var isLost = false
  /// How long ago this machine gave its last sign.
  private var age: Int { held.last.map { time.now().seconds(since: $0.moment) } ?? 0 }

  /// Moments and waits, which tests have of their own.
  struct Time: Sendable {
    /// How long a ticket counts that is not renewed, in seconds.
    let lifetime: Int
    let now: @Sendable () -> Timestamp
    let pause: @Sendable (Duration) async -> Void

    /// - Parameter patience: how long a tool may give no sign, which delays the next ticket.
    init(patience: Duration) {
      lifetime = Int(patience.components.seconds) * 2
      now = { .now }
      pause = { try? await Task.sleep(for: $0) }
    }

    init(
      lifetime: Int, now: @escaping @Sendable () -> Timestamp,
      pause: @escaping @Sendable (Duration) async -> Void
    ) {
      (self.lifetime, self.now, self.pause) = (lifetime, now, pause)
    }

    /// Clocks may differ, but not by more than this.
    func isAlive(_ ticket: Ticket) -> Bool { abs(now().seconds(since: ticket.moment)) <= lifetime }

    /// How long a ticket is not renewed while all is well.
    var step: Duration { .milliseconds(lifetime * 100) }
  }

  init(_ store: any FileStore, scratch: String, _ machine: Machine, _ time: Time) {
    (self.store, self.scratch) = (store, scratch)
    (self.machine, self.time) = (machine, time)
  }

  // Beginning and end

  /// - Throws: `PublishError` where another machine is publishing.
  func take() async throws(PublishError) {
    // Two that begin in the same moment both step back; most often one of them is alone the next time.
    for isLast in [false, true] {
      try await renew()
      let there = try await tickets()
      let others = there.filter { $0.machine != machine.id && time.isAlive($0) }
      let other = others.max()
      if other == nil, there.isSuperset(of: held) {
        return try await remove(there.subtracting(held))
      }
      let error = isLast ? await busy(other) : nil
      try await remove(Set(held))
      if let error { throw error }
      await time.pause(.milliseconds(.random(in: 300...3000)))
    }
  }

  /// Gives the turn back, with the folder that it was in.
  func end() async throws(PublishError) {
    try await remove(Set(held), folders: [RemoteSite.work])
  }

  /// Gives the turn back after something went wrong, as far as that is still possible.
  func giveUp() async {
    try? await remove(Set(held))
  }

  // Meanwhile

  /// - Throws: `PublishError` where another machine took this one for dead, and went on.
  func confirm() async throws(PublishError) {
    if age > time.lifetime / 10 { try await renew() }
    guard !isLost, let own = held.last, try await tickets().contains(own) else {
      throw overtaken
    }
  }

  private var overtaken: PublishError {
    PublishError(
      Phrase(
        it: "un altro computer ha cominciato a pubblicare in \(store.name): mi sono fermato",
        en: "another machine began to publish to \(store.name): this one stopped"),
      help: Phrase(
        it: "aspetta che finisca; poi `bilancio stato` dice che cosa è in linea",
        en: "wait for it to end; then `bilancio status` tells what is live"))
  }

  /// Does something that may take long, and lets others see meanwhile that this machine is at work.
  nonisolated func during(
    _ work: @escaping @Sendable () async throws(PublishError) -> Void
  ) async throws(PublishError) {
    let step = time.step
    let result = await withTaskGroup(of: Result<Void, PublishError>?.self) { group in
      group.addTask {
        do throws(PublishError) {
          try await work()
          return .success(())
        } catch { return .failure(error) }
      }
      group.addTask {
        while (try? await Task.sleep(for: step)) != nil {
          // Its own tool is not ended with the work. What goes wrong here the work will meet as well.
          await Task { try? await self.renew() }.value
        }
        return nil
      }
      var result = Result<Void, PublishError>.success(())
      for await part in group {
        guard let part else { continue }
        result = part
        group.cancelAll()
      }
      return result
    }
    try result.get()
  }

  // Tickets

  /// The new ticket is there before the old one goes, so that at no time there is none.
  private func renew() async throws(PublishError) {
    let ticket = Ticket(machine: machine.id, moment: time.now())
    let old = Set(held)
    guard !isLost, !old.contains(ticket) else { return }
    // A machine that slept may have been taken for dead; well before others do so, it asks again.
    let isLate = age > time.lifetime / 2
    let written = Path.join(scratch, "turno")
    try PublishError.wrapping { () throws(FileError) in
      try FileSystem.removeTree(written)
      try FileSystem.makeFolder(Path.join(written, RemoteSite.work))
      try FileSystem.write(
        Array((machine.name + "\n").utf8), to: Path.join(written, ticket.path))
    }
    held.append(ticket)
    try await store.put([ticket.path], from: written, replacing: [])
    if isLate {
      let there = try await tickets()
      isLost =
        there.isDisjoint(with: old)
        || there.contains { $0.machine != machine.id && time.isAlive($0) }
      if isLost { return try await remove(Set(held)) }
    }
    try await remove(old)
  }

  private func remove(_ tickets: Set<Ticket>, folders: [String] = []) async throws(PublishError) {
    guard !tickets.isEmpty || !folders.isEmpty else { return }
    try await store.remove(tickets.map(\.path).sorted(), folders: folders)
    held.removeAll(where: tickets.contains)
  }

  private func tickets() async throws(PublishError) -> Set<Ticket> {
    Ticket.all(in: try await store.list([RemoteSite.work]))
  }

  /// Says who is at work.
  func busy(_ ticket: Ticket?) async -> PublishError {
    guard let ticket else { return overtaken }
    let folder = Path.join(scratch, "turni")
    try? FileSystem.removeTree(folder)
    var name = ""
    if (try? await store.fetch([ticket.path], to: folder, limit: 0)) != nil {
      let bytes = (try? FileSystem.read(Path.join(folder, ticket.path), limit: 64)) ?? []
      name = String(decoding: bytes, as: UTF8.self).filter { !$0.isNewline }
        .printable(keepsLines: false)
    }
    let who =
      name.isEmpty
      ? Phrase(it: "un altro computer", en: "another machine")
      : Phrase(it: "un altro computer (`\(name)`)", en: "another machine (`\(name)`)")
    let end = ticket.moment.advanced(by: time.lifetime + 60).spoken
    return PublishError(
      Phrase(
        it: "\(who.italian) sta pubblicando in \(store.name); l'ultimo segno è del "
          + ticket.moment.spoken.italian,
        en: "\(who.english) is publishing to \(store.name); its last sign is of "
          + ticket.moment.spoken.english),
      help: Phrase(
        it: "aspetta che finisca e ripeti; se quel computer si è fermato, ripeti dopo il "
          + "\(end.italian): si riprende da dove era arrivato",
        en: "wait for it to end and repeat; if that machine has stopped, repeat after "
          + "\(end.english): it goes on from where it was"))
  }
}

extension Ticket: Comparable {
  package static func < (a: Ticket, b: Ticket) -> Bool {
    (a.moment, a.machine) < (b.moment, b.machine)
  }
}
