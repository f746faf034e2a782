import Diagnostics
package import SocialReport
import Theme

/// What a value is to the one before it, as far as both are of one method.
package struct ValueBefore {
  package enum Change: String, Sendable {
    case better, worse, same
    /// Nobody said which way is better, or the values are no numbers of one kind.
    case other = "before"
  }

  package let observation: Observation
  package let change: Change

  /// - Returns: nil where there is none before it, or the method changed between the two.
  package init?(_ last: Observation, of indicator: Indicator) {
    // A quarter is never held against a year.
    let length = Periodicity(last.period.value)
    let earlier = indicator.observations.filter {
      $0.period.value < last.period.value && Periodicity($0.period.value) == length
    }
    guard let index = earlier.lastIndex(where: { $0.value != nil }) else { return nil }
    let before = earlier[index]
    let later = earlier[(index + 1)...] + [last]
    guard indicator.break(between: before, and: last) == nil,
      !later.contains(where: { $0.status == "B" })
    else { return nil }
    observation = before
    change = ValueBefore.change(from: before, to: last, indicator)
  }

  private static func change(
    from before: Observation, to last: Observation, _ indicator: Indicator
  ) -> Change {
    if case .text(let old)? = before.value?.value, case .text(let new)? = last.value?.value {
      return old == new ? .same : .other
    }
    guard let old = before.number, let new = last.number else { return .other }
    // A place among more is another place.
    if indicator.measure.value == .position, before.outOf?.value != last.outOf?.value {
      return .other
    }
    if old == new { return .same }
    switch indicator.direction.value {
    case .higherIsBetter: return new > old ? .better : .worse
    case .lowerIsBetter: return new < old ? .better : .worse
    case .neutral: return .other
    }
  }
}
