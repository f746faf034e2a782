/// Labels of host names with letters of any script, as the name system has them: `xn--forl-yma` is `forlì`.
///
/// RFC 3492, with the constants of its section 5.
enum Punycode {
  private static let prefix = "xn--"

  /// The label in ASCII; one that is too long for a name comes back as it is.
  static func encoded(_ label: String) -> String {
    let scalars = label.unicodeScalars.map(\.value)
    guard scalars.contains(where: { $0 >= 0x80 }), scalars.count <= 63 else { return label }
    var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
    let basic = output.count
    var handled = basic
    if basic > 0 { output.append(UInt8(ascii: "-")) }
    var state = State()
    while handled < scalars.count {
      guard let next = scalars.filter({ $0 >= state.code }).min() else { break }
      state.delta += Int(next - state.code) * (handled + 1)
      state.code = next
      for scalar in scalars {
        if scalar < state.code { state.delta += 1 }
        guard scalar == state.code else { continue }
        var rest = state.delta
        var step = 36
        while true {
          let threshold = state.threshold(step)
          if rest < threshold { break }
          output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
          rest = (rest - threshold) / (36 - threshold)
          step += 36
        }
        output.append(digit(rest))
        state.adapt(state.delta, handled + 1, isFirst: handled == basic)
        state.delta = 0
        handled += 1
      }
      state.delta += 1
      state.code += 1
    }
    return prefix + String(decoding: output, as: UTF8.self)
  }

  /// The letters that a label in ASCII stands for; nil where it is not written so, or wrongly.
  static func decoded(_ label: String) -> String? {
    let lower = label.lowercased()
    guard lower.hasPrefix(prefix), lower.utf8.count <= 63 else { return nil }
    let bytes = Array(lower.utf8.dropFirst(prefix.utf8.count))
    let mark = bytes.lastIndex(of: UInt8(ascii: "-"))
    var scalars = (mark.map { bytes[..<$0] } ?? []).map { UInt32($0) }
    var rest = bytes[(mark.map { $0 + 1 } ?? 0)...]
    var state = State()
    var index = 0
    while !rest.isEmpty {
      let old = index
      var weight = 1
      var step = 36
      while true {
        guard let byte = rest.popFirst(), let digit = value(byte) else { return nil }
        index += digit * weight
        // No label of 63 letters reaches so far.
        guard index < 1 << 40 else { return nil }
        let threshold = state.threshold(step)
        if digit < threshold { break }
        weight *= 36 - threshold
        guard weight < 1 << 40 else { return nil }
        step += 36
      }
      let count = scalars.count + 1
      state.adapt(index - old, count, isFirst: old == 0)
      guard let code = UInt32(exactly: Int(state.code) + index / count), code <= 0x10FFFF
      else { return nil }
      state.code = code
      index %= count
      scalars.insert(state.code, at: index)
      index += 1
    }
    let letters = scalars.compactMap(Unicode.Scalar.init)
    return letters.count == scalars.count ? String(String.UnicodeScalarView(letters)) : nil
  }

  private struct State {
    var code: UInt32 = 128
    var delta = 0
    var bias = 72

    func threshold(_ step: Int) -> Int { min(max(step - bias, 1), 26) }

    mutating func adapt(_ delta: Int, _ count: Int, isFirst: Bool) {
      var delta = isFirst ? delta / 700 : delta / 2
      delta += delta / count
      var step = 0
      while delta > 455 {
        delta /= 35
        step += 36
      }
      bias = step + 36 * delta / (delta + 38)
    }
  }

  private static func digit(_ value: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: value < 26 ? value + 0x61 : value + 22)
  }

  private static func value(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x61...0x7A: Int(byte) - 0x61
    case 0x30...0x39: Int(byte) - 22
    default: nil
    }
  }
}
