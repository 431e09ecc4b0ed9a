package org.studyatlas.sample;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes {@code derivedSection}: what the registry itself adds to a record. */
final class DerivedWriter {

  private final LocalDate dataDate;
  private final Cities cities;
  private final double removed;
  private final double browse;
  private final double tracked;
  private final double certified;
  private final double unreleased;
  private final double unknownDate;
  private final double numbered;

  /** Writes for the registry of that day. */
  DerivedWriter(World world, LocalDate dataDate) {
    this.dataDate = dataDate;
    RegistryFacts facts = world.facts();
    cities = world.cities();
    removed = facts.share("removedCountries");
    browse = facts.share("browse");
    tracked = facts.share("tracking.submissions");
    certified = facts.share("tracking.certified");
    unreleased = facts.share("tracking.unreleased");
    unknownDate = facts.share("tracking.unknownDate");
    numbered = facts.share("tracking.numbered");
  }

  /** Writes the section. */
  void write(Draft draft) {
    StudyPlan plan = draft.plan();
    StudyJson json = draft.json().object("derivedSection");
    misc(draft);
    if (plan.status() != StudyStatus.WITHHELD) {
      boolean browsed = draft.dice().chance(browse);
      module(
          json,
          "conditionBrowseModule",
          plan.conditions().stream().map(Condition::findMesh).flatMap(Optional::stream).toList(),
          browsed,
          "All Conditions");
      module(
          json,
          "interventionBrowseModule",
          plan.interventions().stream()
              .map(Intervention::findMesh)
              .flatMap(Optional::stream)
              .toList(),
          browsed,
          "All Drugs and Chemicals");
    }
    json.end();
  }

  private void misc(Draft draft) {
    Dice dice = draft.dice();
    StudyPlan plan = draft.plan();
    StudyJson json = draft.json().object("miscInfoModule").text("versionHolder", dataDate);
    if (dice.chance(removed)) {
      Set<String> countries = new LinkedHashSet<>();
      int count = dice.between(1, 4);
      for (int i = 0; i < count; i++) {
        countries.add(cities.draw(dice).country());
      }
      json.texts("removedCountries", List.copyOf(countries));
    }
    boolean submitted = plan.status().ended() && !plan.hasResults() && dice.chance(tracked);
    boolean certificate = plan.hasResults() && dice.chance(certified);
    if (submitted || certificate) {
      tracking(draft, submitted);
    }
    json.end();
  }

  private void tracking(Draft draft, boolean submitted) {
    Dice dice = draft.dice();
    LocalDate released = draft.plan().timeline().updated().minusDays(60);
    StudyJson json = draft.json().object("submissionTracking");
    if (submitted) {
      json.text("estimatedResultsFirstSubmitDate", released);
      json.array("submissionInfos").object().text("releaseDate", released);
      if (dice.chance(unreleased)) {
        json.text("unreleaseDate", released.plusDays(dice.between(2, 20)));
      } else if (dice.chance(unknownDate)) {
        json.flag("unreleaseDateUnknown", true);
      } else {
        json.text("resetDate", released.plusDays(dice.between(20, 60)));
      }
      if (dice.chance(numbered)) {
        json.number("mcpReleaseN", dice.between(1, 12));
      }
      json.end().end();
    } else {
      json.object("firstMcpInfo").object("postDateStruct").text("date", released);
      json.text("type", "ACTUAL").end().end();
    }
    json.end();
  }

  private static void module(
      StudyJson json, String name, List<MeshTerm> terms, boolean browsed, String allName) {
    if (terms.isEmpty()) {
      return;
    }
    Map<String, MeshTerm> meshes = new LinkedHashMap<>();
    terms.forEach(term -> meshes.put(term.id(), term));
    Map<String, MeshTerm> ancestors = new LinkedHashMap<>();
    for (MeshTerm term : terms) {
      term.ancestors().forEach(ancestor -> ancestors.put(ancestor.id(), ancestor));
    }
    ancestors.keySet().removeAll(meshes.keySet());
    json.object(name);
    headings(json, "meshes", meshes);
    headings(json, "ancestors", ancestors);
    if (browsed) {
      leaves(json, meshes, ancestors);
      branches(json, terms, allName);
    }
    json.end();
  }

  private static void headings(StudyJson json, String name, Map<String, MeshTerm> terms) {
    if (terms.isEmpty()) {
      return;
    }
    json.array(name);
    for (MeshTerm term : terms.values()) {
      json.object().text("id", term.id()).text("term", term.term()).end();
    }
    json.end();
  }

  private static void leaves(
      StudyJson json, Map<String, MeshTerm> meshes, Map<String, MeshTerm> ancestors) {
    json.array("browseLeaves");
    for (MeshTerm term : meshes.values()) {
      json.object().text("id", term.leafId()).text("name", term.term());
      json.text("asFound", term.term()).text("relevance", "HIGH").end();
    }
    for (MeshTerm term : ancestors.values()) {
      json.object().text("id", term.leafId()).text("name", term.term());
      json.text("relevance", "LOW").end();
    }
    json.end();
  }

  private static void branches(StudyJson json, List<MeshTerm> terms, String allName) {
    Set<MeshTerm.Branch> branches = new LinkedHashSet<>();
    terms.forEach(term -> branches.addAll(term.branches()));
    branches.add(new MeshTerm.Branch("All", allName));
    json.array("browseBranches");
    for (MeshTerm.Branch branch : branches) {
      json.object().text("abbrev", branch.abbrev()).text("name", branch.name()).end();
    }
    json.end();
  }
}
