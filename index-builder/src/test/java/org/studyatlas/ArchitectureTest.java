package org.studyatlas;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The package table of {@code docs/architecture.md}, as a test. */
class ArchitectureTest {

  private static final String ROOT = "org.studyatlas.";

  /** What a package may use besides itself and the Java platform, from the bottom to the top. */
  private static final Map<String, Set<String>> TABLE = new LinkedHashMap<>();

  static {
    row("geo");
    row("study", "geo");
    row("fields", "study");
    row("schema", "fields", "study", "geo", "Lucene", "Jackson");
    row("source", "study", "Jackson");
    row("mapping", "schema", "fields", "study", "geo", "Lucene", "Jackson");
    row("stats", "mapping", "schema", "fields", "study", "Lucene", "Jackson");
    row("names", "schema", "study", "geo", "Lucene");
    row("postings", "schema", "Lucene");
    row(
        "build",
        "source",
        "mapping",
        "stats",
        "names",
        "postings",
        "schema",
        "verify",
        "study",
        "Lucene",
        "Jackson");
    row("verify", "schema", "mapping", "stats", "names", "study", "Lucene");
    row("sample", "fields", "study", "geo", "Jackson");
    row(
        "cli",
        "geo",
        "study",
        "fields",
        "schema",
        "source",
        "mapping",
        "build",
        "verify",
        "sample",
        "Lucene",
        "Jackson",
        "picocli",
        "progressbar");
  }

  private static final Map<String, String> LIBRARIES =
      Map.of(
          "org.apache.lucene.", "Lucene",
          "com.fasterxml.jackson.", "Jackson",
          "picocli.", "picocli",
          "me.tongfei.progressbar.", "progressbar");

  private static final Set<String> NETWORK_CHANNELS =
      Set.of("SocketChannel", "ServerSocketChannel", "DatagramChannel", "NetworkChannel");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(new ImportOption.DoNotIncludeJars())
          .importPackages("org.studyatlas");

  private static void row(String name, String... uses) {
    TABLE.put(name, new TreeSet<>(Arrays.asList(uses)));
  }

  @Test
  void hasARowForEveryPackage() {
    Set<String> packages =
        CLASSES.stream().map(ArchitectureTest::packageOf).collect(Collectors.toSet());

    assertThat(packages).isNotEmpty().isSubsetOf(TABLE.keySet());
  }

  @Test
  void followsTheArrowsOfTheTable() {
    Set<String> forbidden = new TreeSet<>();
    for (JavaClass from : CLASSES) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String target = nodeOf(dependency.getTargetClass());
        String source = packageOf(from);
        boolean allowed =
            target.isEmpty()
                || target.equals(source)
                || TABLE.getOrDefault(source, Set.of()).contains(target);
        if (!allowed) {
          forbidden.add(source + " -> " + target + ": " + dependency.getDescription());
        }
      }
    }

    assertThat(forbidden).isEmpty();
  }

  @Test
  void hasNoCycles() {
    slices().matching("org.studyatlas.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void opensNoConnection() {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAPackage("java.net.."))
        .orShould()
        .dependOnClassesThat(resideInAPackage("javax.net.."))
        .orShould()
        .dependOnClassesThat(
            describe(
                "are network channels",
                c -> NETWORK_CHANNELS.stream().anyMatch(c.getSimpleName()::endsWith)))
        .because("nothing opens an outbound connection, ever")
        .check(CLASSES);
  }

  @Test
  void printsAndEndsTheProcessOnlyInTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.studyatlas.cli")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .orShould()
        .dependOnClassesThat(resideInAPackage("java.util.logging"))
        .check(CLASSES);
  }

  @Test
  void usesNoApiWhoseResultsDependOnTheMachine() {
    noClasses()
        .should()
        .callConstructor(java.io.File.class, String.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callConstructor(java.util.Random.class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(String.class, "getBytes")
        .orShould()
        .callConstructor(String.class, byte[].class)
        .check(CLASSES);
  }

  @Test
  void isWhatTheArchitecturePageSays() throws IOException {
    Map<String, Set<String>> page = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Path.of("../docs/architecture.md"))) {
      String[] cells = line.split("\\|");
      if (cells.length == 4 && cells[1].strip().matches("`\\w+`")) {
        String name = cells[1].strip().replace("`", "");
        page.put(name, Set.of(cells[3].strip().split(", ")));
      }
    }

    TABLE.forEach(
        (name, uses) -> {
          Set<String> onPage = page.getOrDefault(name, Set.of("no row"));
          if (name.equals("cli")) {
            assertThat(onPage).containsExactly("all of the builder");
          } else {
            assertThat(onPage).as(name).isEqualTo(uses.isEmpty() ? Set.of("–") : uses);
          }
        });
  }

  private static String packageOf(JavaClass type) {
    String rest =
        type.getPackageName().substring(Math.min(ROOT.length(), type.getPackageName().length()));
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  /** The row or library that a class belongs to, or empty if it needs no leave. */
  private static String nodeOf(JavaClass type) {
    String name = type.getBaseComponentType().getName();
    if (name.startsWith(ROOT)) {
      return packageOf(type.getBaseComponentType());
    }
    return LIBRARIES.entrySet().stream()
        .filter(library -> name.startsWith(library.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
