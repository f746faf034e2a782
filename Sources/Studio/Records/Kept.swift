import Synchronization

/// Values by their names for as long as the studio runs; the oldest go where all of them would be too large.
///
/// What was written last is among them, and files as forms were made of them: no request names a file, but one of these.
final class Kept<Value: Sendable>: Sendable {
  private struct State {
    var values: [String: Value] = [:]
    var order: [String] = []
    var size = 0
  }

  private let state = Mutex(State())
  private let most: Int
  private let sizeOf: @Sendable (Value) -> Int

  /// - Parameters:
  ///   - most: of all sizes together.
  ///   - sizeOf: a value's size, in bytes.
  init(most: Int, sizeOf: @escaping @Sendable (Value) -> Int) {
    (self.most, self.sizeOf) = (most, sizeOf)
  }

  subscript(name: String) -> Value? { state.withLock { $0.values[name] } }

  func put(_ value: Value, as name: String) {
    state.withLock { state in
      remove(name, &state)
      state.values[name] = value
      state.order.append(name)
      state.size += sizeOf(value)
      while state.size > most, state.order.count > 1 { remove(state.order[0], &state) }
    }
  }

  /// Nil for what was never kept, or is taken already.
  func take(_ name: String) -> Value? { state.withLock { remove(name, &$0) } }

  @discardableResult
  private func remove(_ name: String, _ state: inout State) -> Value? {
    guard let found = state.values.removeValue(forKey: name) else { return nil }
    state.order.removeAll { $0 == name }
    state.size -= sizeOf(found)
    return found
  }
}
