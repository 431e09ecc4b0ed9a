package org.studyatlas.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.studyatlas.fields.FieldCatalogue;

/**
 * Random and broken text: it is an expression that round-trips, or a {@link ParseException}, and
 * never anything else. {@code -Dstudyatlas.fuzz.runs=1000000} makes it longer, {@code
 * -Dstudyatlas.fuzz.seed=…} repeats one run.
 */
class ParserFuzzTest {

  private static final int RUNS = Integer.getInteger("studyatlas.fuzz.runs", 200_000);
  private static final long SEED = Long.getLong("studyatlas.fuzz.seed", System.nanoTime());

  private static final List<String> SEEDS =
      List.of(
          "(head OR neck) AND pain NOT cancer",
          "AREA[StartDate]RANGE[2020-01-01, MAX] AND NOT AREA[Phase]MISSING",
          "SEARCH[Location](AREA[LocationCity]Boston AND AREA[LocationStatus]RECRUITING)",
          "AREA[LocationGeoPoint]DISTANCE[42.36,-71.06,50mi]",
          "AREA[LeadSponsorName]COVERAGE[FullMatch]\"Merck Sharp & Dohme LLC\"",
          "EXPANSION[None]SLE, TILT[StudyFirstPostDate]\"heart \\\"attack\\\"\"",
          "AREA[MinimumAge]RANGE[MIN, 16 years] OR AREA[Phase:size]2",
          "AREA[NCTIdSearch](NCT00000001 OR nct2) AND AREA[Sex]\"ALL\" \\NOT \\[x\\]");

  private static final List<String> PIECES = pieces();

  private int parsed;

  @Test
  void neverThrowsAnythingElse() {
    Random random = new Random(SEED);
    for (int run = 0; run < RUNS; run++) {
      String text = random.nextBoolean() ? soup(random) : mutated(random);
      try {
        check(text);
      } catch (RuntimeException | StackOverflowError | AssertionError e) {
        throw new AssertionError("seed " + SEED + ", run " + run + ": " + text, e);
      }
    }
    assertThat(parsed).as("texts that parsed, seed %d", SEED).isGreaterThan(RUNS / 20);
  }

  private void check(String text) {
    Expr expr;
    try {
      expr = EssieParser.parse(text, ParseContext.ofAdvancedFilter());
    } catch (ParseException e) {
      assertThat(e.position()).isBetween(0, text.length());
      assertThat(e.caret()).contains("^");
      return;
    }
    parsed++;
    assertThat(Parsing.parse(ExprPrinter.print(expr))).isEqualTo(expr);
  }

  private static String soup(Random random) {
    StringBuilder text = new StringBuilder();
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      text.append(random.nextInt(3) == 0 ? "" : " ");
    }
    return text.toString();
  }

  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
    int edits = 1 + random.nextInt(3);
    for (int i = 0; i < edits && !text.isEmpty(); i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> text.setCharAt(at, (char) random.nextInt(0x3000));
        default -> text.setLength(at);
      }
    }
    return text.toString();
  }

  private static List<String> pieces() {
    List<String> pieces = new ArrayList<>(EssieText.OPERATORS);
    pieces.addAll(List.of("(", ")", "[", "]", ",", "\"", "\\", ":size", " ", "\t", "\u0000"));
    pieces.addAll(List.of("cancer", "lymph node", "2022", "16 years", "PHASE2", "true", "NCT7"));
    pieces.addAll(List.of("MIN", "MAX", "RANGE[1,MAX]", "RANGE[2020-02,2021]", "\ud83d\ude00"));
    pieces.addAll(List.of("\"a b\"", "(a OR b)", "COVERAGE[FullMatch]", "EXPANSION[Term]"));
    pieces.addAll(List.of("SEARCH[Location]", "TILT[StartDate]", "DISTANCE[1,2,3km]", "NOT "));
    FieldCatalogue.standard().areas().forEach(area -> pieces.add("AREA[" + area.name() + "]"));
    for (String piece : List.of("Phase", "StartDate", "MinimumAge", "NCTId", "Sex", "HasResults")) {
      pieces.add("AREA[" + piece + "]");
    }
    return List.copyOf(pieces);
  }
}
