package org.studyatlas.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.studyatlas.query.Coverage;
import org.studyatlas.query.Expansion;
import org.studyatlas.query.Expr;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.query.SearchTarget;
import org.studyatlas.sample.SampleOptions;
import org.studyatlas.sample.SampleRegistry;

/** A short page passes over most hits; it must be the beginning of the page with all of them. */
class RefinedOrderTest {

  private static final int STUDIES = 1_500;
  private static final int QUERIES = 60;
  private static final long SEED =
      Long.getLong("studyatlas.oracle.seed", System.nanoTime() & 0xffffff);

  private final Random random = new Random(SEED);

  @Test
  void aShortPageIsTheBeginningOfTheWholeResult() throws Exception {
    SampleRegistry registry = new SampleRegistry(SampleOptions.of(STUDIES, 3));
    List<byte[]> studies = new ArrayList<>();
    for (int i = 0; i < STUDIES; i++) {
      studies.add(registry.study(i));
    }
    int longest = 0;
    try (TestIndex index = TestIndex.of(studies, 700)) {
      for (int i = 0; i < QUERIES; i++) {
        Expr query = query(studies);
        List<StudyHit> all = page(index, query, STUDIES);
        List<StudyHit> first = page(index, query, 10);
        assertThat(first)
            .as("%s, -Dstudyatlas.oracle.seed=%d", query, SEED)
            .isEqualTo(all.subList(0, Math.min(10, all.size())));
        longest = Math.max(longest, all.size());
      }
    }
    assertThat(longest).as("hits of the widest query").isGreaterThan(200);
  }

  private static List<StudyHit> page(TestIndex index, Expr query, int size) throws Exception {
    SearchRequest request =
        SearchRequest.ALL.withQuery(query).withPage(new SearchRequest.Page(size, null, true));
    return index.searcher().search(request).hits();
  }

  /** Words that stand side by side in a title, some of them common; sometimes two such terms. */
  private Expr query(List<byte[]> studies) throws IOException {
    Expr one = words(studies);
    return switch (random.nextInt(3)) {
      case 0 -> one;
      case 1 -> Expr.allOf(List.of(one, words(studies)));
      default -> Expr.anyOf(List.of(one, words(studies)));
    };
  }

  private Expr words(List<byte[]> studies) throws IOException {
    JsonNode study = new ObjectMapper().readTree(studies.get(random.nextInt(studies.size())));
    String[] words =
        study.at("/protocolSection/identificationModule/briefTitle").asText().split("\\W+");
    int from = random.nextInt(words.length);
    int to = Math.min(words.length, from + 1 + random.nextInt(2));
    String text = String.join(" ", List.of(words).subList(from, to)).strip();
    String area = List.of("BasicSearch", "ConditionSearch", "TitleSearch").get(random.nextInt(3));
    return Expr.Words.of(
        SearchTarget.area(area),
        text.isEmpty() ? "study" : text,
        Expansion.RELAXATION,
        Coverage.CONTAINS);
  }
}
