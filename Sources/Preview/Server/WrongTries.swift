/// How often each machine tried an invitation in vain: a few times at once, then once in a while.
struct WrongTries {
  private var tries: [String: (count: Int, last: ContinuousClock.Instant)] = [:]

  /// So many at once are a slip of the hand.
  static let allowed = 5
  /// After so long one is forgotten.
  static let pause: Duration = .seconds(10)
  /// Machines that are counted separately; all others count as one.
  private static let machines = 1000

  func allows(_ address: String, at now: ContinuousClock.Instant) -> Bool {
    count(of: tries[address] == nil ? other(address) : address, now) < WrongTries.allowed
  }

  mutating func note(_ address: String, at now: ContinuousClock.Instant) {
    if tries.count >= WrongTries.machines {
      tries = tries.filter { count(of: $0.key, now) > 0 }
    }
    let address = tries[address] == nil ? other(address) : address
    tries[address] = (count(of: address, now) + 1, now)
  }

  /// The name under which a machine is counted that is not known yet.
  private func other(_ address: String) -> String {
    tries.count < WrongTries.machines ? address : ""
  }

  private func count(of address: String, _ now: ContinuousClock.Instant) -> Int {
    guard let known = tries[address] else { return 0 }
    let forgotten = Int(exactly: ((now - known.last) / WrongTries.pause).rounded(.down)) ?? 0
    return max(0, known.count - forgotten)
  }
}
