/// Files that systems, editors and downloads leave beside those of people, known by their names.
enum StrayFiles {
  private static let names: Set<String> = [
    "thumbs.db", "thumbs.db:encryptable", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini",
    "icon\r", "$recycle.bin", "system volume information", "recycler", "@eadir", "#recycle",
    "lost+found",
  ]

  /// Those of Office's open documents and recoveries, and of what is being downloaded or edited.
  private static let beginnings = ["~$", "~wrl", "~wrd", "~wra"]
  private static let endings = [
    "~", ".bak", ".old", ".orig", ".rej", ".save", ".tmp", ".temp", ".swp", ".swo", ".lnk", ".wbk",
    ".asd", ".xlk", ".laccdb",
    ".crdownload", ".part", ".partial", ".download", ":zone.identifier",
  ]

  static func contain(_ name: some StringProtocol) -> Bool {
    let name = name.lowercased()
    return names.contains(name) || beginnings.contains(where: name.hasPrefix)
      || endings.contains(where: name.hasSuffix)
      || name.count > 2 && name.hasPrefix("#") && name.hasSuffix("#")
  }
}
