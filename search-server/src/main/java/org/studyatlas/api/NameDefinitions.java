package org.studyatlas.api;

import java.util.Arrays;
import java.util.List;
import org.studyatlas.names.NameKind;

/** The parameters of the endpoints that complete names. */
public final class NameDefinitions {

  /** What was typed. */
  public static final Parameter.Text TYPED =
      new Parameter.Text(
          "q",
          "bos",
          "What was typed so far: words in any order, the last one may be unfinished. Case and accents"
              + " do not count.",
          true,
          200);

  /** Kinds of places. */
  public static final Parameter.SomeOf PLACE_KINDS =
      new Parameter.SomeOf("kind", kinds(true), "city", "Kinds of places; absent is all.");

  /** Kinds of names. */
  public static final Parameter.SomeOf WORD_KINDS =
      new Parameter.SomeOf("kind", kinds(false), "condition", "Kinds of names; absent is all.");

  /** Where places are. */
  public static final Parameter.Text COUNTRY =
      new Parameter.Text(
          "country", "US", "Only places there: a name, an ISO code or a usual short form (UK).");

  /** How many. */
  public static final Parameter.Number LIMIT =
      new Parameter.Number("limit", 1, 100, 10, "Most names, of /suggest of each kind.");

  private NameDefinitions() {}

  private static List<String> kinds(boolean places) {
    return Arrays.stream(NameKind.values())
        .filter(kind -> kind.isPlace() == places)
        .map(NameKind::text)
        .toList();
  }
}
