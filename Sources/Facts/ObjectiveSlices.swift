package import SocialReport

/// Some achievements of one objective; the first slice has the objective's own page as well.
package struct ObjectiveSlice: Sendable {
  package let objective: Objective
  /// The place of the objective among the edition's, from 0.
  package let position: Int
  package let range: Range<Int>

  package var isFirstObjective: Bool { position == 0 }
  package var isFirst: Bool { range.lowerBound == 0 }
  package var isLast: Bool { range.upperBound == objective.achievements.count }
}

package struct ObjectiveSlices {
  package let all: [ObjectiveSlice]

  /// How many achievements one job renders; enough to share an objective's premise and
  /// navigation, few enough that no job is long.
  package static let size = 25

  package init(_ edition: Edition) {
    all = edition.objectives.enumerated().flatMap { number, objective in
      let count = objective.achievements.count
      let starts = count == 0 ? [0] : Array(stride(from: 0, to: count, by: ObjectiveSlices.size))
      return starts.map {
        ObjectiveSlice(
          objective: objective, position: number, range: $0..<min($0 + ObjectiveSlices.size, count))
      }
    }
  }
}
