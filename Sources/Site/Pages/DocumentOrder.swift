import Diagnostics
import Facts
import SocialReport

/// The parts of the whole document in the order of reading, each with the number of its piece.
///
/// The head has number 0. Jobs should come in about this order, since pieces wait for those
/// before them.
struct DocumentOrder: Sendable {
  private let contexts: Int
  let slices: Int
  let indicators: Int
  /// The lists at the end.
  let registers: [PageKind]

  init(_ edition: Edition) {
    contexts = edition.contexts.count
    slices = ObjectiveSlices(edition).all.count
    registers = PageKind.closing(edition)
    indicators = (edition.indicators.count + ObjectiveSlices.size - 1) / ObjectiveSlices.size
  }

  func number(ofContext position: Int) -> Int { 1 + position }

  func number(ofSlice position: Int) -> Int { 1 + contexts + position }

  func number(ofIndicators slice: Int) -> Int { 1 + contexts + slices + slice }

  func number(of register: PageKind) -> Int? {
    registers.firstIndex(of: register).map { 1 + contexts + slices + indicators + $0 }
  }

  var last: Int { 1 + contexts + slices + indicators + registers.count }
}

/// The areas whose part of the whole document begins before an objective, those without one among
/// them.
struct AreasBefore {
  private let areas: [Area]
  /// For each objective the place of its area among all, −1 for one that belongs to none.
  private let ranks: [Int]

  init(_ edition: Edition) {
    areas = edition.areas
    let places = Dictionary(
      edition.areas.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    ranks = edition.objectives.map { $0.area.flatMap { places[$0] } ?? -1 }
  }

  /// - Parameter position: the objective's place among the edition's, which are in the order of
  ///   their areas.
  subscript(position: Int) -> ArraySlice<Area> {
    let before = position == 0 ? -1 : ranks[position - 1]
    return ranks[position] > before ? areas[(before + 1)...ranks[position]] : []
  }
}
