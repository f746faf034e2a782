import Glibc

/// How many connections this process may hold: each is an open file, of which the system allows so many.
enum OpenFiles {
  /// What files of the content, watches and the terminal need beside them.
  private static let kept = 128
  private static let most = 2000

  /// Raises the limit as far as the system allows, and returns how many connections that makes.
  static func roomForConnections() -> Int {
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    var limit = rlimit()
    guard unsafe getrlimit(resource, &limit) == 0 else { return kept }
    let wanted = min(limit.rlim_max, rlim_t(most + kept))
    if limit.rlim_cur < wanted {
      limit.rlim_cur = wanted
      // Where it is refused, what there is counts.
      if unsafe setrlimit(resource, &limit) != 0, unsafe getrlimit(resource, &limit) != 0 {
        return kept
      }
    }
    let files = Int(exactly: min(limit.rlim_cur, rlim_t(most + kept))) ?? 0
    return max(files - kept, kept / 2)
  }
}
