import Glibc

extension Colour {
  /// The light of each of the 256 values of a channel.
  static let linear: [Double] = (0..<256).map { value in
    let share = Double(value) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
}
