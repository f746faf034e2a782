import Diagnostics
package import SocialReport

/// The amounts that an edition's achievements state, added up as far as they can be.
///
/// Amounts of different stages of spending, or of different accounts, are never added: the same money is
/// committed, then verified, then paid.
package struct StatedCosts: Sendable {
  /// All amounts of one stage and of one kind of accounts.
  package struct Sum: Sendable {
    package let stage: SpendingStage
    package let basis: AmountBasis?
    package var amount: DecimalNumber
    /// How many achievements state such an amount.
    package var achievements: Int
  }

  /// In the order of the stages, from what was set aside to what was paid.
  package private(set) var sums: [Sum] = []
  /// Whether an amount that two achievements state with the same code of a project or the same act counts once.
  package private(set) var hasRepeated = false

  private struct Kind: Hashable {
    let stage: SpendingStage
    let basis: AmountBasis?
  }

  /// What makes two statements one expense.
  private struct Expense: Hashable {
    let kind: Kind
    let year: Int?
    let amount: String
    let reference: String
  }

  package init(_ achievements: some Sequence<Achievement>) {
    var byKind: [Kind: Sum] = [:]
    var tooLarge: Set<Kind> = []
    var known: Set<Expense> = []
    for achievement in achievements {
      var stated: Set<Kind> = []
      var own: Set<Expense> = []
      for resource in achievement.resources {
        let kind = Kind(stage: resource.stage.value, basis: resource.basis?.value)
        if let expense = StatedCosts.expense(resource, kind) {
          own.insert(expense)
          if known.contains(expense) {
            hasRepeated = true
            continue
          }
        }
        var sum =
          byKind[kind]
          ?? Sum(stage: kind.stage, basis: kind.basis, amount: DecimalNumber(0), achievements: 0)
        if let total = sum.amount.adding(resource.amount.value) {
          sum.amount = total
        } else {
          tooLarge.insert(kind)
        }
        if stated.insert(kind).inserted { sum.achievements += 1 }
        byKind[kind] = sum
      }
      // The same line twice in one achievement is two expenses.
      known.formUnion(own)
    }
    let stages = SpendingStage.allCases
    let bases: [AmountBasis?] = [nil] + AmountBasis.allCases
    sums = stages.flatMap { stage in
      bases.compactMap { basis in
        let kind = Kind(stage: stage, basis: basis)
        return tooLarge.contains(kind) ? nil : byKind[kind]
      }
    }
  }

  /// - Returns: nil where nothing says which expense it is.
  private static func expense(_ resource: Resource, _ kind: Kind) -> Expense? {
    let codes = resource.cups.isEmpty ? resource.cigs : resource.cups
    let reference =
      codes.isEmpty ? resource.act?.value : codes.map(\.value).sorted().joined(separator: " ")
    return reference.map {
      Expense(
        kind: kind, year: resource.year?.value,
        amount: resource.amount.value.plainest.plain, reference: $0)
    }
  }
}
