import CLinux

/// Whether a folder's file system reports changes made by other machines.
enum FileSystemKind {
  /// The numbers of file systems that another machine, or a program of this one, keeps (statfs(2)):
  /// NFS, SMB, SMB 2, CIFS, FUSE, 9P, Ceph, AFS, VirtualBox.
  private static let remote: Set<UInt32> = [
    0x6969, 0x517B, 0xFE53_4D42, 0xFF53_4D42, 0x6573_5546, 0x0102_1997, 0x00C3_6400, 0x5346_414F,
    0x786F_4256,
  ]

  static func tellsOfChanges(_ path: String) -> Bool {
    var information = statfs()
    guard unsafe statfs(path, &information) == 0 else { return true }
    return !remote.contains(UInt32(truncatingIfNeeded: information.f_type))
  }
}
