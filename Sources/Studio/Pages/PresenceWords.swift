import Desk
import Files

/// Who else is writing in a page: `Anna Riva sta scrivendo qui, da 3 minuti`.
enum PresenceWords {
  /// Empty where nobody is.
  static func of(
    _ others: [Presences.Presence], to author: String, now: Timestamp = .now
  ) -> String {
    let sentences = others.map { other in
      let minutes = now.seconds(since: other.since) / 60
      let time = minutes < 1 ? "da poco" : minutes == 1 ? "da un minuto" : "da \(minutes) minuti"
      if other.author == author { return "In un'altra finestra stai scrivendo qui, \(time)." }
      return "\(other.author.isEmpty ? "Qualcun altro" : other.author) sta scrivendo qui, \(time)."
    }
    return sentences.joined(separator: " ")
  }
}
