/// What is taken of a drawing, so that no text stands on another.
struct LabelRoom {
  private let bounds: Box
  private let marks: [Box]
  private let strokes: [Stroke]
  private var texts: [Box] = []

  /// - Parameters:
  ///   - bounds: where texts may stand.
  ///   - marks: where none may.
  ///   - strokes: lines that texts should keep off.
  init(bounds: Box, marks: [Box], strokes: [Stroke]) {
    (self.bounds, self.marks, self.strokes) = (bounds, marks, strokes)
  }

  private func isFree(_ label: ChartLabel) -> Bool {
    let (box, spaced) = (label.box, label.spacedBox)
    return bounds.holds(box) && !texts.contains { $0.meets(spaced) }
      && !marks.contains { $0.meets(box) }
  }

  /// The first of some labels that has room, best one that no line crosses.
  ///
  /// - Parameter mayCross: whether one on a line is better than none.
  mutating func place(_ candidates: [ChartLabel], mayCross: Bool) -> ChartLabel? {
    let free = candidates.filter(isFree)
    func clear(by margin: Double) -> ChartLabel? {
      free.first { label in
        let box = label.box.grown(by: margin)
        return !strokes.contains { $0.crosses(box) }
      }
    }
    guard let label = clear(by: 2) ?? clear(by: 0) ?? (mayCross ? free.first : nil) else {
      return nil
    }
    texts.append(label.spacedBox)
    return label
  }
}
