package org.studyatlas.verify;

import java.util.List;

/**
 * Outcome of a check.
 *
 * @param generation name of the generation
 * @param depth how thoroughly it was checked
 * @param studies found in the index
 * @param sites found in the index
 * @param recordsRead records inflated and CRC checked
 * @param differences all that is not as it should be; empty if the generation is sound
 */
public record Verification(
    String generation,
    Depth depth,
    long studies,
    long sites,
    long recordsRead,
    List<Difference> differences) {

  /** Copies the list. */
  public Verification {
    differences = List.copyOf(differences);
  }

  /** Whether nothing differs. */
  public boolean sound() {
    return differences.isEmpty();
  }
}
