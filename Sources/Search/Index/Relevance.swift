import Diagnostics

/// How much a term says of a document, by Okapi BM25 (Robertson and Zaragoza, 2009,
/// https://doi.org/10.1561/1500000019), in 6 bits.
struct Relevance {
  private static let saturation = 1.2
  private static let lengthShare = 0.75
  private static let levels = 63.0

  private let documents: Double
  private let averageLength: Double
  /// What no term can exceed.
  private let highest: Double

  /// - Parameter length: of all documents together.
  init(documents: Int, length: Int) {
    self.documents = Double(documents)
    averageLength = max(1, Double(length) / Double(max(1, documents)))
    highest =
      Relevance.rarity(of: 1, in: Double(documents)) * (Relevance.saturation + 1)
  }

  /// - Parameter frequency: how many documents have the term.
  func rarity(of frequency: Int) -> Double {
    Relevance.rarity(of: Double(frequency), in: documents)
  }

  private static func rarity(of frequency: Double, in documents: Double) -> Double {
    logarithm(1 + (documents - frequency + 0.5) / (frequency + 0.5))
  }

  /// How slowly a document of a length is filled by one term.
  func damping(length: Int) -> Double {
    let relative = Double(length) / averageLength
    return Relevance.saturation
      * (1 - Relevance.lengthShare + Relevance.lengthShare * relative)
  }

  /// From 1 to 63.
  ///
  /// - Parameters:
  ///   - weight: how often the document has the term.
  ///   - damping: the document's.
  func impact(rarity: Double, weight: Int, damping: Double, boost: Int) -> Int {
    let often = Double(weight)
    let score =
      rarity * often * (Relevance.saturation + 1) / (often + damping) * Double(boost) / 100
    return min(63, max(1, Int(exactly: (score / highest * Relevance.levels).rounded()) ?? 1))
  }

  /// The natural logarithm by the series of its area tangent, in operations that give the same bits on every
  /// machine; libraries differ in the last.
  ///
  /// - Parameter value: 1 or more.
  static func logarithm(_ value: Double) -> Double {
    guard value > 1 else { return 0 }
    let ratio = (value.significand - 1) / (value.significand + 1)
    let square = ratio * ratio
    var (power, sum) = (ratio, 0.0)
    for odd in stride(from: 1.0, to: 40, by: 2) {
      sum += power / odd
      power *= square
    }
    return 2 * sum + Double(value.exponent) * 0.6931471805599453
  }
}
