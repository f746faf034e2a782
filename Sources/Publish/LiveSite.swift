package import Output

/// What stands at a place where a site is published, as far as it concerns the site.
package struct LiveSite: Sendable {
  /// The files there, by path, with their bytes.
  var listing = Listing()
  /// What was published last and whole; nil where nothing was.
  package var manifest: Manifest? { didSet { ours = owned } }
  /// All that may be ours while a publication goes on, of every release that began; nil where none is
  /// unfinished.
  package var unfinished: Manifest? { didSet { ours = owned } }
  /// The lists that stood there.
  var lists = RemoteSite.Lists()
  /// Another machine that is publishing there.
  var busy: Ticket?
  /// Whether there are signs of machines that are no longer publishing.
  var hasOldTickets = false
  /// Whether another machine is publishing there.
  package var isBusy: Bool { busy != nil }
  /// The content hash of the site that the unfinished publication was to bring.
  var goal: String?
  /// Paths of ours whose bytes are no longer those that were published, as far as that was looked at.
  package var changedByHand: [String] = [] { didSet { touched = Set(changedByHand) } }
  private var touched: Set<String> = []
  /// Paths of ours at which something of others is that is no file: it cannot be kept and replaced.
  var inTheWay: Set<String> = []
  /// Files that an interrupted publication brought there, known by what this machine wrote down.
  var arrived: Set<Manifest.Entry> = []

  /// All that is ours there: a path may have several states while a publication is unfinished.
  private(set) var ours: [String: Set<Manifest.Entry>] = [:]

  private var owned: [String: Set<Manifest.Entry>] {
    let entries = (manifest?.entries ?? []) + (unfinished?.entries ?? [])
    return Dictionary(entries.map { ($0.path, [$0]) }) { $0.union($1) }
  }

  /// Whether a file stands there with just these bytes, as far as is known.
  func has(_ entry: Manifest.Entry) -> Bool {
    guard listing.files[entry.path] == entry.byteCount, !touched.contains(entry.path) else {
      return false
    }
    return ours[entry.path] == [entry] || arrived.contains(entry)
  }
}
