/// Folders at a place in which anything is not ours, so that no file may take their place.
struct ForeignFolders {
  private let paths: Set<String>

  init(_ live: LiveSite) {
    let own = Set(live.ours.keys.flatMap(PublicationPlan.folders))
    let folders = live.listing.folders.subtracting(own)
    let files = live.listing.files.keys.filter { live.ours[$0] == nil }
    paths = folders.union((Array(folders) + files).flatMap(PublicationPlan.folders))
  }

  /// Whether a path is that of such a folder.
  func contains(_ path: String) -> Bool { paths.contains(path) }
}
