import Diagnostics
import Facts
import Figures
import SocialReport
import Theme

extension ViewBuilder {
  func view(_ act: LegalAct) -> View {
    let file = context.address(ofFile: act.file).map { context.href($0) }
    let url = act.url?.value ?? file ?? Law(act)?.address
    return record(
      act,
      [
        "id": .text(act.id.value),
        "name": .text(Formats.capitalized(formats.act(act))),
        "office": office(act.office),
        "effect": .text(act.effect.map { word("effect", $0.value) }),
        "url": .text(url),
        "file": .text(file == url ? nil : file),
        "format": .text(format(of: act.file)),
        "uses": uses(index.uses.ofActs[act.id.value]),
      ])
  }

  /// Acts in order of date, then of number.
  var actsInOrder: [LegalAct] {
    edition.acts.sorted {
      $0.date.value != $1.date.value
        ? $0.date.value < $1.date.value
        : $0.id.value.utf8.lexicographicallyPrecedes($1.id.value.utf8)
    }
  }

  var sources: View {
    .list(
      edition.sources.map { source in
        record(
          source,
          [
            "id": .text(source.id.value),
            "name": .text(source.title.value),
            "kind": .text(word("source-kind", source.kind.value)),
            "quality": .text(word("quality", source.quality.value)),
            "retrieved": .text(
              source.retrievedOn.map { formats.dated("source.retrieved", $0.value) }),
            "archived": .text(
              context.address(ofFile: source.archived?.file).map { context.href($0) }),
            "format": .text(format(of: source.archived?.file)),
            "uses": uses(index.uses.ofSources[source.id.value]),
          ])
      })
  }

  /// Terms in the order of the alphabet, accents and capitals aside.
  var termsInOrder: [GlossaryTerm] {
    edition.terms.sorted {
      (ElementIDs.slug($0.term.value), $0.id.value) < (
        ElementIDs.slug($1.term.value), $1.id.value
      )
    }
  }

  func view(_ term: GlossaryTerm) -> View {
    record(
      term,
      ["id": .text(term.id.value), "uses": uses(index.uses.ofTerms[term.id.value])])
  }

  var offices: View {
    .list(
      edition.offices.map { office in
        record(
          office,
          [
            "id": .text(office.id.value),
            "kind": .text(office.kindName?.value ?? office.kind.map { word("office", $0) }),
            "phones": .list(
              office.phones.map {
                .record([
                  "label": .text($0.value), "url": .text(TelephoneNumber.address(of: $0.value)),
                ])
              }),
            "emails": .list(
              office.emails.map {
                .record(["label": .text($0.value), "url": .text("mailto:" + $0.value)])
              }),
            "parent": self.office(office.parent),
            "uses": uses(index.uses.ofOffices[office.id.value]),
          ])
      })
  }

  var plans: View {
    .list(
      edition.plans.map { plan in
        record(
          plan,
          [
            "id": .text(plan.id.value), "name": .text(plan.title.value),
            "adoption": act(plan.adoption),
          ])
      })
  }
}
