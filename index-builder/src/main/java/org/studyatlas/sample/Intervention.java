package org.studyatlas.sample;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is done to participants.
 *
 * @param names its name, then other names
 * @param type constant of {@code InterventionType}
 * @param weight how often it is studied, relative
 * @param mesh its subject heading, if it has one
 */
record Intervention(List<String> names, String type, double weight, @Nullable MeshTerm mesh) {

  /** Copies the list. */
  Intervention {
    names = List.copyOf(names);
  }

  /** Its name. */
  String name() {
    return names.getFirst();
  }

  /** Its name with a capital letter, as it heads an entry. */
  String heading() {
    String name = name();
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** The other names. */
  List<String> otherNames() {
    return names.subList(1, names.size());
  }

  /** Its subject heading. */
  Optional<MeshTerm> findMesh() {
    return Optional.ofNullable(mesh);
  }

  /** Whether it is tested in phases: a drug or a biological product. */
  boolean phased() {
    return type.equals("DRUG") || type.equals("BIOLOGICAL") || type.equals("GENETIC");
  }
}
