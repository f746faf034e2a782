/// A place elsewhere that is reached file by file, through a tool.
///
/// Paths are relative to the place, with `/` between their parts. A new kind of place is a store here, a case of
/// `PublishingMethod` with its words in `CodeLists`, and its line where `Publisher` chooses; what its tool says when
/// it fails gets its words in `ToolFailure`.
protocol FileStore: Sendable {
  /// The place in words.
  var name: String { get }

  /// What stands in some folders, without what lies deeper; `""` is the place itself. Folders that are not
  /// there have nothing in them.
  func list(_ folders: Set<String>) async throws(PublishError) -> Listing

  /// Brings files, all of which are there, to a folder of this machine.
  ///
  /// - Parameter limit: the most bytes that any of them should have; what has far more is cut short.
  func fetch(_ paths: [String], to folder: String, limit: Int) async throws(PublishError)

  /// Takes files of a folder of this machine there; each appears whole, in place of what it replaces.
  ///
  /// - Parameter replaced: those of the paths where something stands already.
  func put(
    _ paths: [String], from folder: String, replacing replaced: Set<String>
  ) async throws(PublishError)

  /// Removes files, and then folders, deepest first, which are empty by then.
  func remove(_ paths: [String], folders: [String]) async throws(PublishError)

  /// Removes all that stores themselves put into `RemoteSite.work`, and then the list that is there; tickets stay.
  func clearWork(_ list: String) async throws(PublishError)
}
