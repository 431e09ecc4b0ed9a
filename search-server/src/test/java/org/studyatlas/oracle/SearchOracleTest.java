package org.studyatlas.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.studyatlas.fixture.SharedData;
import org.studyatlas.query.Expr;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.search.SearchPage;
import org.studyatlas.search.TestIndex;

/**
 * The engine against the plain implementation, on random expressions.
 *
 * <p>{@code -Dstudyatlas.oracle.seed=n} repeats a run, {@code -Dstudyatlas.oracle.expressions=n}
 * sets its length.
 */
class SearchOracleTest {

  private static final int EXPRESSIONS = Integer.getInteger("studyatlas.oracle.expressions", 300);
  private static final long SEED =
      Long.getLong("studyatlas.oracle.seed", System.nanoTime() & 0xffffff);

  @Test
  void agreesOnRealStudies() throws IOException {
    agrees(RealStudies.records(SharedData.require("data/registry-sample.zip"), 11));
  }

  private static void agrees(List<byte[]> records) throws IOException {
    List<JsonNode> trees = new ArrayList<>();
    for (byte[] record : records) {
      trees.add(RealStudies.tree(record));
    }
    ReferenceSearch reference = new ReferenceSearch();
    RandomExpressions expressions = new RandomExpressions(trees, new Random(SEED));
    int found = 0;
    try (TestIndex index = TestIndex.of(records, 100)) {
      for (int i = 0; i < EXPRESSIONS; i++) {
        Expr expr = expressions.next();
        List<String> expected = expected(trees, reference, expr);
        SearchRequest request =
            SearchRequest.ALL
                .withFilter(expr)
                .withPage(new SearchRequest.Page(records.size() + 1, null, true));
        SearchPage page = index.search(request);
        assertThat(page.hits())
            .as("seed %d, expression %d: %s", SEED, i, expr)
            .extracting(hit -> hit.id().toString())
            .isEqualTo(expected);
        assertThat(page.total()).hasValue(expected.size());
        found += expected.isEmpty() ? 0 : 1;
      }
    }
    assertThat(found).as("expressions that find something").isGreaterThan(EXPRESSIONS / 3);
  }

  private static List<String> expected(List<JsonNode> trees, ReferenceSearch reference, Expr expr) {
    return trees.stream()
        .filter(tree -> reference.matches(tree, expr))
        .map(tree -> RealStudies.id(tree))
        .sorted()
        .toList();
  }
}
