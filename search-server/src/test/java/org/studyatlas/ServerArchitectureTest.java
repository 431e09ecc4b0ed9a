package org.studyatlas;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The server's part of the package table of {@code docs/architecture.md}, as a test. */
class ServerArchitectureTest {

  private static final String ROOT = "org.studyatlas.";

  /** What every package of index-builder's contract is called together on the page. */
  private static final List<String> CONTRACT = List.of("geo", "study", "fields", "schema", "names");

  /** What a package may use besides itself and the Java platform, from the bottom to the top. */
  private static final Map<String, Set<String>> TABLE = new LinkedHashMap<>();

  static {
    row("query", "fields", "study", "geo");
    row("typed", "query", "schema", "Lucene");
    row("area", "geo", "Jackson", "Spatial4j");
    row("facet", "fields", "schema", "Lucene");
    row("places", "names", "schema", "study", "geo", "Lucene");
    row("search", "query", "facet", "places", "contract", "stats", "Lucene");
    row("highlight", "query", "fields", "schema", "Lucene");
    row("render", "fields", "schema", "study", "Jackson");
    row("api", "facet", "names", "schema", "fields", "Jackson");
    row("http", "all above", "Micronaut");
    row("http.ctgov", "http", "all above", "Micronaut");
    row("http.search", "http", "all above", "Micronaut");
    row("web", "api", "search", "render", "Micronaut");
    row("server", "http", "web", "search", "schema", "Micronaut");
  }

  /** Libraries by the beginning of their classes' names; Micronaut stands for what it brings. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "org.apache.lucene.", "Lucene",
          "org.locationtech.", "Spatial4j",
          "com.fasterxml.jackson.", "Jackson",
          "io.micronaut.", "Micronaut",
          "io.netty.", "Micronaut",
          "io.micrometer.", "Micronaut",
          "jakarta.", "Micronaut",
          "reactor.", "Micronaut",
          "org.reactivestreams.", "Micronaut",
          "org.slf4j.", "Micronaut");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(new ImportOption.DoNotIncludeJars())
          .importPath(Path.of("target/classes"));

  private static void row(String name, String... uses) {
    TABLE.put(name, expanded(Set.of(uses)));
  }

  private static Set<String> expanded(Set<String> uses) {
    Set<String> expanded = new TreeSet<>();
    for (String use : uses) {
      switch (use) {
        case "contract" -> expanded.addAll(CONTRACT);
        case "all above" -> {
          expanded.addAll(CONTRACT);
          expanded.addAll(
              List.of(
                  "stats",
                  "query",
                  "typed",
                  "area",
                  "facet",
                  "places",
                  "search",
                  "highlight",
                  "render",
                  "api",
                  "Jackson"));
        }
        default -> expanded.add(use);
      }
    }
    return expanded;
  }

  @Test
  void hasARowForEveryPackage() {
    Set<String> packages =
        CLASSES.stream().map(ServerArchitectureTest::packageOf).collect(Collectors.toSet());
    assertThat(packages).isEqualTo(TABLE.keySet());
  }

  @Test
  void followsTheArrowsOfTheTable() {
    Set<String> forbidden = new TreeSet<>();
    for (JavaClass from : CLASSES) {
      String source = packageOf(from);
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String target = nodeOf(dependency.getTargetClass());
        if (!target.isEmpty()
            && !target.equals(source)
            && !TABLE.getOrDefault(source, Set.of()).contains(target)) {
          forbidden.add(source + " -> " + target + ": " + dependency.getDescription());
        }
      }
    }
    assertThat(forbidden).isEmpty();
  }

  @Test
  void everyArrowPointsUp() {
    List<String> rows = List.copyOf(TABLE.keySet());
    TABLE.forEach(
        (name, uses) ->
            assertThat(uses).as(name).allMatch(use -> rows.indexOf(use) < rows.indexOf(name)));
  }

  @Test
  void hasNoCycles() {
    slices().matching("org.studyatlas.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void opensNoConnection() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.net.http..", "javax.net..", "io.micronaut.http.client.."))
        .orShould()
        .dependOnClassesThat(
            describe(
                "connect",
                type ->
                    type.getName()
                            .matches("(java\\.net|java\\.nio\\.channels)\\..*(Socket|Datagram).*")
                        || type.getName().matches("java\\.net\\..*URLConnection")
                        || type.getName().equals("io.netty.bootstrap.Bootstrap")))
        .orShould()
        .callMethod(URL.class, "openStream")
        .orShould()
        .callMethod(URL.class, "openConnection")
        .because("nothing opens an outbound connection, ever")
        .check(CLASSES);
  }

  @Test
  void printsAndEndsTheProcessOnlyInTheProgram() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.studyatlas.server")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Logger.class)
        .check(CLASSES);
  }

  @Test
  void isWhatTheArchitecturePageSays() throws IOException {
    Map<String, Set<String>> page = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Path.of("../docs/architecture.md"))) {
      String[] cells = line.split("\\|");
      if (cells.length == 4 && cells[1].strip().matches("`\\w+`")) {
        page.put(cells[1].strip().replace("`", ""), Set.of(cells[3].strip().split(", ")));
      }
    }
    TABLE.forEach(
        (name, uses) -> {
          if (!name.contains(".")) {
            assertThat(expanded(page.getOrDefault(name, Set.of("no row"))))
                .as("row %s of docs/architecture.md", name)
                .isEqualTo(uses);
          }
        });
  }

  private static String packageOf(JavaClass type) {
    return type.getPackageName().substring(ROOT.length());
  }

  /** The row or library that a class belongs to, or empty if it needs no leave. */
  private static String nodeOf(JavaClass type) {
    JavaClass component = type.getBaseComponentType();
    if (component.getName().startsWith(ROOT)) {
      return packageOf(component);
    }
    return LIBRARIES.entrySet().stream()
        .filter(library -> component.getName().startsWith(library.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
