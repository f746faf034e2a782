import Diagnostics
import SocialReport

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
