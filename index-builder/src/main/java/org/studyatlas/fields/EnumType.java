package org.studyatlas.fields;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One of the registry's enumerations.
 *
 * @param name e.g. {@code Phase}
 * @param values its constants in the registry's order
 */
public record EnumType(String name, List<Value> values) {

  /**
   * A constant.
   *
   * @param constant e.g. {@code PHASE1}
   * @param label the label of the registry's old site, e.g. {@code Phase 1}
   * @param exceptions piece name → label, where a piece has a label of its own
   */
  public record Value(String constant, String label, Map<String, String> exceptions) {
    /** Copies the map. */
    public Value {
      exceptions = Map.copyOf(exceptions);
    }
  }

  /** Copies the list. */
  public EnumType {
    values = List.copyOf(values);
  }

  /** The constants, in the registry's order. */
  public List<String> constants() {
    return values.stream().map(Value::constant).toList();
  }

  /** Whether that is one of its constants, exactly. */
  public boolean hasConstant(String text) {
    for (Value value : values) {
      if (value.constant().equals(text)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The constant that a user means: in any case, with blanks or hyphens for underscores, or by its
   * label.
   */
  public Optional<String> find(String text) {
    String constant = text.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    return values.stream()
        .filter(v -> v.constant().equals(constant) || v.label().equalsIgnoreCase(text.strip()))
        .map(Value::constant)
        .findFirst();
  }
}
