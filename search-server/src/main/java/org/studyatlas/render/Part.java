package org.studyatlas.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An object of a study, read into memory as far as it was selected. What is absent, or of another
 * shape than asked for, is empty: readers need no checks of their own.
 */
final class Part {

  private static final Part EMPTY = new Part();

  /** JSON name → {@code String} for any scalar, {@code Part}, or {@code List} of these. */
  private final Map<String, Object> members = new LinkedHashMap<>();

  void put(String name, Object value) {
    members.put(name, value);
  }

  /** Whether it has a member of that name; of a name that stands twice the first one counts. */
  boolean has(String name) {
    return members.containsKey(name);
  }

  /** Whether it has no members. */
  boolean isEmpty() {
    return members.isEmpty();
  }

  /** The scalar of that name as it stands in the JSON, strings without their quotes. */
  String text(String name) {
    return members.get(name) instanceof String text ? text : "";
  }

  /** The same, or null if there is none or it is empty. */
  @Nullable String findText(String name) {
    String text = text(name);
    return text.isEmpty() ? null : text;
  }

  /** Whether the member is the JSON literal {@code true}, or the string. */
  boolean isTrue(String name) {
    return text(name).equals("true");
  }

  /** The scalars of that name: the elements of a list, or a single one. */
  List<String> texts(String name) {
    return all(name, String.class);
  }

  /** The object at a dotted path of names. */
  Part part(String path) {
    Part part = this;
    for (String name : path.split("\\.")) {
      part = part.members.get(name) instanceof Part member ? member : EMPTY;
    }
    return part;
  }

  /** The objects of that name: the elements of a list, or a single one. */
  List<Part> parts(String name) {
    return all(name, Part.class);
  }

  /** All objects at a dotted path, through whatever lists are on the way. */
  List<Part> partsAt(String path) {
    Stream<Part> parts = Stream.of(this);
    for (String name : path.split("\\.")) {
      parts = parts.flatMap(part -> part.parts(name).stream());
    }
    return parts.toList();
  }

  /** All scalars at a dotted path, through whatever lists are on the way. */
  List<String> textsAt(String path) {
    int dot = path.lastIndexOf('.');
    List<Part> parents = dot < 0 ? List.of(this) : partsAt(path.substring(0, dot));
    String name = path.substring(dot + 1);
    return parents.stream().flatMap(part -> part.texts(name).stream()).toList();
  }

  private <T> List<T> all(String name, Class<T> type) {
    Object value = members.get(name);
    List<?> values =
        value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    return values.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
