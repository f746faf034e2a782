/// A rectangle of the drawing; y grows downwards.
struct Box: Sendable, Equatable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }

  func grown(by margin: Double) -> Box {
    Box(
      left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }

  func meets(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func holds(_ other: Box) -> Bool {
    left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
  }
}

/// A place in the drawing.
struct Spot: Sendable, Equatable {
  let x: Double
  let y: Double
}

/// A straight line between two places.
struct Stroke: Sendable {
  let from: Spot
  let to: Spot

  /// Whether a part of the line lies in a box (Liang and Barsky's way of clipping).
  func crosses(_ box: Box) -> Bool {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    var (enter, leave) = (0.0, 1.0)
    for (direction, room) in [
      (-dx, from.x - box.left), (dx, box.right - from.x), (-dy, from.y - box.top),
      (dy, box.bottom - from.y),
    ] {
      if direction == 0 {
        if room < 0 { return false }
      } else if direction < 0 {
        enter = max(enter, room / direction)
      } else {
        leave = min(leave, room / direction)
      }
    }
    return enter <= leave
  }
}
