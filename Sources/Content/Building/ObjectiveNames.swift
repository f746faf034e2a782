import Diagnostics
import Files
import SocialReport

/// Names for objectives whose folders are called alike, in two areas for example.
///
/// An id is looked up without its area, so it gets the area's name in front: `sociale-scuole` and
/// `ambiente-scuole`. An objective that is alone by its name keeps it, and its address.
struct ObjectiveNames {
  /// The folders of objectives that state no id.
  var unnamed: Set<String> = []

  /// - Parameters:
  ///   - objectives: by their folders.
  ///   - areas: the ids of areas by their folders.
  ///   - home: the edition's folder.
  func settle(
    _ objectives: inout [String: Objective], areas: [String: String], below home: String
  ) {
    var taken = Set(objectives.values.map(\.id.value))
    let folders = Dictionary(grouping: objectives.keys.sorted()) { objectives[$0]?.id.value ?? "" }
    for (id, alike) in folders.sorted(by: { $0.key < $1.key }) where alike.count > 1 {
      let parents = Dictionary(grouping: alike, by: Path.folder).mapValues(\.count)
      for folder in alike where unnamed.contains(folder) {
        let parent = Path.folder(of: folder)
        // Two in one folder differ by their numbers only: their author must say how.
        guard parent != home, !parent.isEmpty, parents[parent] == 1 else { continue }
        let above = areas[parent] ?? Slug.ofName(Path.name(of: parent))
        let name = "\(above)-\(id)"
        guard taken.insert(name).inserted else { continue }
        if let place = objectives[folder]?.id.place {
          objectives[folder]?.id = Sourced(name, at: place)
        }
        objectives[folder]?.shared = (id, above)
      }
    }
  }
}
