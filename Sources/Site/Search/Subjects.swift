import Diagnostics
import Facts
import Figures
import Search
import SocialReport
import Theme

/// What an edition is about, from A to Z: its pages, figures, acts, terms, plans, sources and offices.
enum Subjects {
  static func all(_ context: SiteContext, _ index: EditionIndex) -> SubjectIndex {
    let edition = index.edition
    var subjects: [SubjectIndex.Subject] = []
    func add(_ kind: String, _ label: String, _ address: String) {
      guard edition.isDraft || !index.isDraft(address) else { return }
      subjects.append(
        .init(
          label: label, address: address, kind: context.strings["search.kind.\(kind)"]))
    }
    for page in edition.contexts {
      add("context", page.title.value, Addresses.page(page.id.value, of: edition))
    }
    for objective in edition.objectives {
      add("objective", objective.title.value, Addresses.objective(objective, of: edition))
      for achievement in objective.achievements {
        add(
          "achievement", achievement.title.value,
          Addresses.achievement(achievement, of: objective, edition))
      }
    }
    for indicator in edition.indicators {
      add("indicator", indicator.name.value, Addresses.indicator(indicator.id.value, of: edition))
    }
    for group in index.uses.groups {
      add("group", Formats.capitalized(group.name), Addresses.group(group.slug, of: edition))
    }
    func entry(_ kind: String, _ label: String, _ id: Sourced<String>, _ list: PageKind) {
      add(kind, label, Addresses.entry(id.value, in: list, of: edition))
    }
    for act in edition.acts {
      entry("act", Formats.capitalized(context.formats.act(act)), act.id, .acts)
    }
    for term in edition.terms {
      entry("term", Formats.capitalized(term.term.value), term.id, .glossary)
    }
    for plan in edition.plans { entry("plan", plan.title.value, plan.id, .plans) }
    for source in edition.sources { entry("source", source.title.value, source.id, .sources) }
    for office in edition.offices { entry("office", office.name.value, office.id, .offices) }
    return SubjectIndex(subjects)
  }
}
