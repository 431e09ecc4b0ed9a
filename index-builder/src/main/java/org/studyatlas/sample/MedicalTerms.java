package org.studyatlas.sample;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Conditions, interventions and their subject headings, from {@code conditions.tsv}, {@code
 * interventions.tsv}, {@code mesh.tsv}, and which goes with which, from {@code indications.tsv}.
 */
final class MedicalTerms {

  /** How much rarer an intervention of no class is than one that fits. */
  private static final double GENERIC = 0.6;

  private final Map<String, MeshTerm> headings = new LinkedHashMap<>();
  private final Weighted<Condition> conditions;
  private final Weighted<Intervention> interventions;
  private final Intervention placebo;
  private final Map<String, Weighted<Intervention>> fitting;
  private final Map<String, Weighted<Condition>> related;

  /** Reads the tables. */
  MedicalTerms() {
    SampleTable.read("mesh.tsv", this::addHeading);
    conditions =
        Weighted.of(SampleTable.read("conditions.tsv", this::condition), Condition::weight);
    interventions =
        Weighted.of(
            SampleTable.read("interventions.tsv", this::intervention), Intervention::weight);
    placebo = interventions.values().getFirst();
    Map<String, List<String>> indications =
        SampleTable.read("indications.tsv", row -> row).stream()
            .collect(Collectors.toMap(row -> row.text(0), row -> row.list(1)));
    fitting =
        conditions.values().stream()
            .collect(Collectors.toMap(Condition::name, c -> fit(c, indications)));
    related =
        conditions.values().stream().collect(Collectors.toMap(Condition::name, this::relatives));
  }

  private String addHeading(SampleTable.Row row) {
    List<MeshTerm> parents = row.list(2).stream().map(this::heading).toList();
    Map<String, MeshTerm> ancestors = new LinkedHashMap<>();
    Stream.concat(parents.stream(), parents.stream().flatMap(p -> p.ancestors().stream()))
        .forEach(ancestor -> ancestors.putIfAbsent(ancestor.term(), ancestor));
    Set<MeshTerm.Branch> branches = new LinkedHashSet<>();
    ancestors.values().forEach(ancestor -> branches.addAll(ancestor.branches()));
    String branch = row.text(3);
    if (!branch.isEmpty()) {
      int blank = branch.indexOf(' ');
      branches.add(new MeshTerm.Branch(branch.substring(0, blank), branch.substring(blank + 1)));
    }
    String term = row.text(1);
    Set<String> lineage = new LinkedHashSet<>(ancestors.keySet());
    lineage.add(term);
    headings.put(
        term,
        new MeshTerm(
            row.text(0), term, List.copyOf(ancestors.values()), lineage, List.copyOf(branches)));
    return term;
  }

  private MeshTerm heading(String term) {
    MeshTerm heading = headings.get(term);
    if (heading == null) {
      throw new IllegalStateException("mesh.tsv: no heading '" + term + "' before its use");
    }
    return heading;
  }

  private Condition condition(SampleTable.Row row) {
    String sex =
        switch (row.text(2)) {
          case "F" -> "FEMALE";
          case "M" -> "MALE";
          default -> "ALL";
        };
    String mesh = row.text(3);
    return new Condition(row.list(0), row.number(1), sex, mesh.isEmpty() ? null : heading(mesh));
  }

  private Intervention intervention(SampleTable.Row row) {
    String mesh = row.text(3);
    return new Intervention(
        row.list(0), row.text(1), row.number(2), mesh.isEmpty() ? null : heading(mesh));
  }

  /** Interventions whose class is indicated for the condition, and those of no class. */
  private Weighted<Intervention> fit(Condition condition, Map<String, List<String>> indications) {
    Set<String> classes = new LinkedHashSet<>();
    Set<String> lineage = condition.findMesh().map(MeshTerm::lineage).orElse(Set.of());
    indications.forEach(
        (heading, list) -> {
          if (lineage.contains(heading)) {
            classes.addAll(list);
          }
        });
    return Weighted.of(interventions.values(), intervention -> weight(intervention, classes));
  }

  private static double weight(Intervention intervention, Set<String> classes) {
    Optional<MeshTerm> mesh = intervention.findMesh();
    if (mesh.isEmpty()) {
      return intervention.weight() * GENERIC;
    }
    return mesh.get().isWithinAny(classes) ? intervention.weight() : 0;
  }

  private Weighted<Condition> relatives(Condition condition) {
    List<Condition> near =
        conditions.values().stream()
            .filter(other -> other == condition || shareParent(condition, other))
            .toList();
    return Weighted.of(near, Condition::weight);
  }

  private static boolean shareParent(Condition a, Condition b) {
    Optional<String> parent = firstParent(a);
    return parent.isPresent() && parent.equals(firstParent(b));
  }

  private static Optional<String> firstParent(Condition condition) {
    return condition
        .findMesh()
        .flatMap(m -> m.ancestors().stream().findFirst())
        .map(MeshTerm::term);
  }

  /** All conditions. */
  Weighted<Condition> conditions() {
    return conditions;
  }

  /** All interventions. */
  Weighted<Intervention> interventions() {
    return interventions;
  }

  /** Names of diseases, the most studied first: all names, then all subject headings. */
  List<String> diseaseNames() {
    return Stream.concat(
            conditions.values().stream()
                .filter(condition -> condition.findMesh().isPresent())
                .sorted(Comparator.comparingDouble(Condition::weight).reversed())
                .flatMap(condition -> condition.names().stream()),
            headings.keySet().stream())
        .distinct()
        .toList();
  }

  /** Names of interventions, the most studied first. */
  List<String> interventionNames() {
    return interventions.values().stream()
        .sorted(Comparator.comparingDouble(Intervention::weight).reversed())
        .flatMap(intervention -> intervention.names().stream())
        .distinct()
        .toList();
  }

  /** The placebo. */
  Intervention placebo() {
    return placebo;
  }

  /** Interventions that one would study in that condition. */
  Weighted<Intervention> interventionsFor(Condition condition) {
    return fitting.getOrDefault(condition.name(), interventions);
  }

  /** Conditions of the same kind, itself among them. */
  Weighted<Condition> relatedTo(Condition condition) {
    return related.getOrDefault(condition.name(), conditions);
  }
}
