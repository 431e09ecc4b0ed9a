package org.studyatlas.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.studyatlas.fields.EnumType;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;

/**
 * A parameter of the native face. Its kind says how it is read and what it may be; names, words and
 * limits stand here only. The description is one or more sentences without the allowed values.
 */
public sealed interface Parameter {

  /** Its name in addresses and bodies. */
  String name();

  /** A value that is taken on every index; with some parameters only beside others. */
  String example();

  /** What it is for. */
  String description();

  /**
   * Text of a form that its description tells.
   *
   * @param required whether a request without it is refused
   * @param maxChars greatest number of characters, or 0 for any
   */
  record Text(String name, String example, String description, boolean required, int maxChars)
      implements Parameter {

    /** Text of any length that may be absent. */
    public Text(String name, String example, String description) {
      this(name, example, description, false, 0);
    }
  }

  /** An area on the map: text, in a body also an object. */
  record Shape(String name, String example, String description) implements Parameter {}

  /** Names of something, separated by bars since a name may hold a comma. */
  record Names(String name, String example, String description) implements Parameter {}

  /** Items of a form that its description tells, separated by commas or bars. */
  record Items(String name, String example, String description) implements Parameter {}

  /**
   * Constants of one of the registry's enumerations, in any case or by their labels; a list is a
   * choice.
   *
   * @param piece whose enumeration it is
   */
  record Constants(String name, String piece, String example, String description)
      implements Parameter {

    /** The field whose enumeration it is. */
    public Field field() {
      return FieldCatalogue.standard().getPiece(piece);
    }

    /** The enumeration. */
    public EnumType type() {
      return FieldCatalogue.standard().getEnum(field().findEnumType().orElseThrow());
    }
  }

  /**
   * One of some words, in any case.
   *
   * @param words the first is taken if the parameter is absent
   */
  record OneOf(String name, List<String> words, String description) implements Parameter {

    /** Copies the list. */
    public OneOf {
      words = List.copyOf(words);
    }

    @Override
    public String example() {
      return words.getFirst();
    }
  }

  /** Some of some words, separated by commas or bars. */
  record SomeOf(String name, List<String> words, String example, String description)
      implements Parameter {

    /** Copies the list. */
    public SomeOf {
      words = List.copyOf(words);
    }
  }

  /**
   * A list of orders, each with or without a direction.
   *
   * @param orders their names
   * @param upwards those that know one direction only
   */
  record Orders(
      String name, List<String> orders, List<String> upwards, String example, String description)
      implements Parameter {

    /** Copies the lists. */
    public Orders {
      orders = List.copyOf(orders);
      upwards = List.copyOf(upwards);
    }

    List<String> withDirections() {
      List<String> all = new ArrayList<>();
      for (String order : orders) {
        all.addAll(List.of(order, order + ":asc"));
        if (!upwards.contains(order)) {
          all.add(order + ":desc");
        }
      }
      return all;
    }
  }

  /** A switch; absent is neither, unless the description tells. */
  record Flag(String name, String description) implements Parameter {

    /** Its words. */
    public static final List<String> WORDS = List.of("true", "false");

    @Override
    public String example() {
      return WORDS.getFirst();
    }
  }

  /**
   * A whole number.
   *
   * @param least that is taken
   * @param greatest that is taken
   * @param byDefault taken if the parameter is absent; empty if that depends on the request
   */
  record Number(String name, int least, int greatest, OptionalInt byDefault, String description)
      implements Parameter {

    /** A number with a default. */
    public Number(String name, int least, int greatest, int byDefault, String description) {
      this(name, least, greatest, OptionalInt.of(byDefault), description);
    }

    @Override
    public String example() {
      return Integer.toString(byDefault.orElse(least));
    }
  }

  /** Whether a request without it is refused. */
  default boolean isRequired() {
    return this instanceof Text text && text.required();
  }

  /** The words or constants that it may be; empty if it is free. */
  default List<String> allowed() {
    return switch (this) {
      case Constants constants -> constants.type().constants();
      case OneOf one -> one.words();
      case SomeOf some -> some.words();
      case Orders orders -> orders.withDirections();
      case Flag flag -> Flag.WORDS;
      case Text text -> List.of();
      case Shape shape -> List.of();
      case Names names -> List.of();
      case Items items -> List.of();
      case Number number -> List.of();
    };
  }

  /** What it looks like, a few words for people. */
  default String form() {
    return switch (this) {
      case Constants constants -> "list of constants in any case, or labels";
      case OneOf one -> "one word";
      case SomeOf some -> "list";
      case Orders orders -> "list";
      case Flag flag -> "switch";
      case Text text ->
          text.maxChars() == 0 ? "text" : "text, up to %d characters".formatted(text.maxChars());
      case Shape shape -> "WKT or GeoJSON";
      case Names names -> "names, separated by bars";
      case Items items -> "list";
      case Number number -> "number from %d to %d".formatted(number.least(), number.greatest());
    };
  }

  /** The value that stands for an absent one; empty if there is none or it depends. */
  default Optional<String> defaultValue() {
    return switch (this) {
      case OneOf one -> Optional.of(one.words().getFirst());
      case Number number -> number.byDefault().stream().mapToObj(Integer::toString).findFirst();
      case Text text -> Optional.empty();
      case Shape shape -> Optional.empty();
      case Names names -> Optional.empty();
      case Items items -> Optional.empty();
      case Constants constants -> Optional.empty();
      case SomeOf some -> Optional.empty();
      case Orders orders -> Optional.empty();
      case Flag flag -> Optional.empty();
    };
  }

  /** All of some lists, one after the other. */
  @SafeVarargs
  static List<Parameter> all(List<? extends Parameter>... lists) {
    List<Parameter> all = new ArrayList<>();
    Arrays.stream(lists).forEach(all::addAll);
    return List.copyOf(all);
  }
}
