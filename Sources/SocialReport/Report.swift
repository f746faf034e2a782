/// Everything a municipality reports: its site and the editions, newest first.
package struct Report: Sendable {
  package let site: SiteInfo
  package let editions: [Edition]

  package init(site: SiteInfo, editions: [Edition]) {
    self.site = site
    self.editions = editions
  }
}
