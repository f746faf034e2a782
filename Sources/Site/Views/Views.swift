import SocialReport
package import Theme

/// What every template sees.
///
/// The site's views are built to these shapes, a theme's tags are
/// checked against them, and the manual lists them. Of an entity a template sees all its plain fields too, by
/// its declaration (`ViewShape+Fields`): here stands what is said otherwise than it was written.
package enum Views {
  package static let catalogue = ViewCatalogue(pages: pages, components: components)

  /// The templates of pages (`templates/<name>.md`).
  package static let pages: [String: ViewShape] = [
    "home": page([
      "newest": edition, "editions": .list(edition), "entity": .text, "intro": .text,
    ]),
    "edition": page([
      "subtitle": .text, "introduction": .prose, "objectives": .list(objectiveItem),
      "areas": .list(area), "about": .text, "approval": link,
      "contexts": .list(link), "figures": .list(count), "glance": glance,
      "key_figures": .list(indicatorItem), "entity": .text,
      "registers": .list(link), "criteria": .prose, "boundary": .prose, "limits": .prose,
      "changes": .prose, "assurance": assurance, "period": .text, "has_method": .flag,
      "report_type": .text, "published": .text, "updated": .text,
    ]),
    "objective": page(
      of: Objective.self,
      [
        "area": link, "beneficiaries": .list(link), "owner": link, "assessment": assessment,
        "indicators": .list(usedIndicator), "achievements": .list(achievementItem),
        "continues": link, "concludes": .flag,
      ]),
    "achievement": achievement,
    "context": page(of: ContextPage.self, ["origin": origin]),
    "indicators": page(["indicators": .list(indicatorItem), "missing": standing]),
    "indicator": page(
      of: Indicator.self,
      [
        "measure": .text, "direction": .text, "source": link, "owner": link, "chart": .html,
        "observations": .list(observation),
        "has_rank": .flag, "breaks": .list(methodBreak), "targets": .list(target),
        "uses": .list(link), "last": .text, "period": .text, "out_of": .text, "before": .text,
        "goal": .text, "has_sources": .flag,
      ]),
    "standing": page(["groups": .list(standing)]),
    "acts": page(["acts": .list(act)]),
    "sources": page(["sources": .list(source)]),
    "glossary": page(["terms": .list(term)]),
    "offices": page(["offices": .list(office)]),
    "plans": page(["plans": .list(plan)]),
    "group": page(["achievements": .list(achievementItem), "objectives": .list(objectiveItem)]),
    "not-found": page(["home": .text, "editions": .list(link)]),
    "corrections": page(["corrections": .list(correction)]),
    "moved": page(["label": .text, "url": .text]),
    "map": page(["editions": .list(mapped)]),
    "legal-notes": page([
      "licence": .text, "licence_url": .text, "is_of_model": .flag, "entity": .text,
      "has_form": .flag, "privacy": .text, "retention": .text,
    ]),
  ].merging(searchPages) { own, _ in own }

  /// The layout and the components that the program or the pages use (`components/<name>.html`).
  package static let components: [String: ViewShape] = [
    "layout": .record([
      "language": .text, "locale": .text, "page_title": .text, "title": .text, "description": .text,
      "canonical": .text, "moved_to": .text, "is_indexed": .flag, "header": .html, "footer": .html,
      "notice": .html,
      "breadcrumb": .list(crumb), "content": .html, "contents": .list(contentsItem),
      "navigation": .html, "previous": link, "next": link, "updated": .text, "updated_iso": .text,
      "office": .text, "licence": .text, "licence_url": .text, "draft": .flag, "home": .text,
      "kind": .text, "site_title": .text, "running_title": .text, "colour": .text, "policy": .text,
      "structured_data": .html, "head": .html, "feedback": .html, "downloads": .list(download),
      "document": .text, "corrections": .list(correction), "corrections_url": .text,
      "newest": newest, "years": .list(inYear), "trial": trial, "shared_picture": sharedPicture,
    ]),
    "feedback": .record([
      "asks_clarity": .flag, "asks_usefulness": .flag, "action": .text, "is_registered": .flag,
      "login": .text, "privacy": .text, "retention": .text, "max_characters": .text,
      "page": .text, "edition": .text, "content_hash": .text,
    ]),
    "header": .record([
      "entity": .text, "site_title": .text, "home": .text, "region": link,
      "menu": .list(element), "logo": picture, "search": .text,
    ]),
    "footer": .record([
      "entity": .text, "address": .text, "phone": .text, "phone_url": .text, "email": .text,
      "pec": .text,
      "vat": .text, "links": .list(element), "legal_notes": .text, "map": .text,
      "editions": .list(link),
      "logo": picture,
    ]),
    "navigation": .record(["title": .text, "url": .text, "items": .html]),
    "navigation-item": .record([
      "label": .text, "url": .text, "current": .flag, "items": .html,
    ]),
    "document": .record([
      "title": .text, "subtitle": .text, "entity": .text, "period": .text, "about": .text,
      "approval": link,
    ]),
    "document-area": area,
    "area": area,
    "assurance": .record(["assurance": assurance]),
    "document-opening": .record(["contents": .html, "introduction": .html]),
    "document-glance": .record(["glance": .html]),
    "document-item": documentItem,
    "document-method": .record([
      "criteria": .html, "boundary": .html, "limits": .html, "changes": .html,
      "assurance": assurance,
    ]),
    "acts": achievement,
    "indicators": .record(["indicators": .list(usedIndicator)]),
    "chart": .record([
      "id": .text, "title": .text, "drawing": .html, "name": .text, "unit": .text,
      "notes": .list(.text), "sources": .list(link), "csv": .text,
      "values": .list(observation),
    ]),
    "page-terms": .record(["id": .text, "title": .text, "terms": .list(pageTerm)]),
    "map-item": mapped,
    "home-head": .record(["entity": .text, "intro": .text, "newest": edition]),
    "edition-item": edition,
    "legal-licence": .record([
      "licence": .text, "licence_url": .text, "is_of_model": .flag, "entity": .text,
    ]),
    "edition-head": .record([
      "subtitle": .text, "period": .text, "entity": .text, "report_type": .text,
      "published": .text, "updated": .text, "about": .text, "approval": link,
    ]),
    "key-figures": .record(["key_figures": .list(indicatorItem)]),
    "at-a-glance": .record(["glance": glance]),
    "counts": .record(["figures": .list(count)]),
    "objective-head": .record([
      "number": .text, "area": link, "assessment": assessment, "expected_result": .text,
      "beneficiaries": .list(link), "owner": link, "continues": link, "concludes": .flag,
    ]),
    "indicator-head": .record([
      "definition": .text, "unit": .text, "measure": .text, "direction": .text, "geography": .text,
      "source": link, "owner": link, "last": .text, "period": .text, "out_of": .text,
      "before": .text, "goal": .text,
    ]),
    "achievement-head": achievement,
    "premise": achievement,
    "actions": achievement,
    "milestones": achievement,
    "resources": achievement,
    "attachments": achievement,
    "standing-item": standing,
    "act-item": act,
    "source-item": source,
    "term-item": term,
    "office-item": office,
    "plan-item": plan,
    "correction-item": correction,
    "achievement-item": achievementItem,
    "objective-item": objectiveItem,
    "indicator-item": indicatorItem,
    "observations": .record([
      "observations": .list(observation), "has_rank": .flag, "unit": .text, "title": .text,
      "has_sources": .flag,
    ]),
  ].merging(searchComponents) { own, _ in own }

  static func page<Owner: Entity>(
    of owner: Owner.Type, _ fields: [String: ViewShape]
  ) -> ViewShape {
    page(ViewShape.fields(of: owner, fields))
  }

  static func page(_ fields: [String: ViewShape]) -> ViewShape {
    .record(fields.merging(["title": .text], uniquingKeysWith: { a, _ in a }))
  }

  // Records

  static let link = ViewShape.record(["label": .text, "url": .text])
  private static let trial = ViewShape.record([
    "official": .text, "updated": .text, "drafts": .flag,
  ])
  /// A page of another edition.
  private static let inYear = ViewShape.record(["label": .text, "url": .text, "edition": .text])
  private static let newest = inYear.merging(["is_same_page": .flag])
  private static let element = ViewShape.record([
    "label": .text, "url": .text, "element": .text, "current": .flag,
  ])
  private static let sharedPicture = ViewShape.record([
    "url": .text, "width": .text, "height": .text, "description": .text,
  ])
  private static let picture = ViewShape.record(["url": .text, "width": .text, "height": .text])
  private static let download = ViewShape.record([
    "label": .text, "url": .text, "format": .text, "media_type": .text,
  ])
  private static let count = ViewShape.record(["label": .text, "count": .text, "url": .text])
  /// A part of a whole, with where it begins and how long it is in hundredths of it.
  private static let part = ViewShape.record([
    "label": .text, "count": .text, "word": .text, "start": .text, "share": .text, "url": .text,
  ])
  /// What a year came to.
  private static let glance = ViewShape.record([
    "promised": .text, "assessments": .list(part), "made": .text, "statuses": .list(part),
    "undone": .list(count), "costs": .list(count), "has_repeated": .flag,
    "groups": .list(count),
  ])
  /// What is in one state, for readers who want to know which it is.
  private static let standing = ViewShape.record([
    "id": .text, "label": .text, "items": .list(standingItem),
  ])
  private static let standingItem = ViewShape.record([
    "label": .text, "url": .text, "detail": .text,
  ])
  private static let assurance = ViewShape.record([
    "kind": .text, "body": .text, "date": .text, "scope": .text, "document": link,
  ])
  private static let area = ViewShape.record([
    "id": .text, "label": .text, "summary": .text, "mission": .text,
    "objectives": .list(objectiveItem),
  ])
  private static let crumb = ViewShape.record([
    "label": .text, "url": .text, "current": .flag,
  ])
  private static let contentsItem = ViewShape.record(["label": .text, "id": .text])
  private static let documentItem = ViewShape.record([
    "label": .text, "id": .text, "items": .list(contentsItem),
  ])
  static let assessment = ViewShape.record(["label": .text, "word": .text])
  private static let edition = ViewShape.record([
    "label": .text, "url": .text, "subtitle": .text, "year": .text, "promised": .text,
    "done": .text, "draft": .flag, "glance": glance,
  ])
  /// An edition on the map of the site, with its pages and those below them.
  private static let mapped = ViewShape.record([
    "label": .text, "id": .text, "url": .text, "draft": .flag, "edition": .text,
    "pages": .list(link.merging(["pages": .list(link)])),
  ])
  private static let origin = ViewShape.record([
    "work": .text, "url": .text, "date": .text, "licence": .text,
  ])
  private static let objectiveItem = ViewShape.record([
    "number": .text, "label": .text, "url": .text, "area": .text, "assessment": assessment,
    "achievements": .text, "expected_result": .text, "statuses": .list(part), "draft": .flag,
  ])
  private static let achievementItem = ViewShape.record([
    "number": .text, "label": .text, "url": .text, "summary": .text, "status": .text,
    "status_word": .text, "status_on": .text, "as_of": .text, "draft": .flag,
  ])
  private static let indicatorItem = ViewShape.record([
    "id": .text, "label": .text, "url": .text, "last": .text, "period": .text, "definition": .text,
    "out_of": .text, "source": link, "draft": .flag, "before": .text, "goal": .text,
    "spark": .html,
  ])
  /// An indicator on a page that rests on it.
  static let usedIndicator = indicatorItem.merging(["chart": .html])
  private static let observation = ViewShape.record([
    "period": .text, "value": .text, "out_of": .text, "status": .text, "note": .text,
    "source": link, "missing": .text, "id": .text, "tied": .text,
  ])
  private static let methodBreak = ViewShape.record(["years": .text, "reason": .text])
  private static let target = ViewShape.record([
    "value": .text, "year": .text, "baseline": .text, "baseline_source": link, "kind": .text,
  ])
}
