/// Numbered names of which some are used, each handed on once.
struct UsedNames {
  private var names: NameTable
  private var isUsed: [Bool] = []
  /// Names that are used and not handed on yet.
  private var pending: [Int] = []

  init(ignoresCase: Bool = false) {
    names = NameTable(ignoresCase: ignoresCase)
  }

  /// The number of a name, used or not.
  mutating func number(of name: CSSIdentifier, in bytes: borrowing Span<UInt8>) -> Int {
    let number = names.insert(name, in: bytes)
    if number == isUsed.count { isUsed.append(false) }
    return number
  }

  mutating func use(_ name: CSSIdentifier, in bytes: borrowing Span<UInt8>) {
    use(number(of: name, in: bytes))
  }

  mutating func use(_ number: Int) {
    guard !isUsed[number] else { return }
    isUsed[number] = true
    pending.append(number)
  }

  func isUsed(_ name: CSSIdentifier, in bytes: borrowing Span<UInt8>) -> Bool {
    guard let number = names.number(of: name, in: bytes) else { return false }
    return isUsed[number]
  }

  /// A used name that was not handed on before.
  mutating func next() -> Int? {
    pending.popLast()
  }
}
