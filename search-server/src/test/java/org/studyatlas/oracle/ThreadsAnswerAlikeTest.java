package org.studyatlas.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.build.BuildListener;
import org.studyatlas.build.BuildOptions;
import org.studyatlas.build.IndexBuild;
import org.studyatlas.build.RejectedLimit;
import org.studyatlas.facet.Facet;
import org.studyatlas.query.Expr;
import org.studyatlas.query.FacetRequest;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.sample.SampleOptions;
import org.studyatlas.sample.SampleProgress;
import org.studyatlas.sample.SampleRegistry;
import org.studyatlas.schema.IndexDirectory;
import org.studyatlas.search.GenerationService;
import org.studyatlas.search.Lease;
import org.studyatlas.search.SearchPage;
import org.studyatlas.search.StudyHit;
import org.studyatlas.search.StudySearcher;
import org.studyatlas.search.TestIndex;

/**
 * However many threads build and search, answers are alike: hits, their order, scores, totals,
 * facets.
 */
class ThreadsAnswerAlikeTest {

  private static final int STUDIES = 400;
  private static final int EXPRESSIONS = 300;
  private static final long SEED =
      Long.getLong("studyatlas.oracle.seed", System.nanoTime() & 0xffffff);

  @TempDir Path folder;

  /** The studies come with duplicates, whose older records have to leave no trace. */
  @Test
  void indexesBuiltByOneThreadAndByFourAnswerAlike() throws Exception {
    SampleRegistry registry =
        new SampleRegistry(SampleOptions.of(STUDIES, 7).withDuplicates(STUDIES / 4));
    Path zip = folder.resolve("sample.zip");
    registry.writeZip(zip, SampleProgress.SILENT);
    try (GenerationService one = open(build(zip, 1));
        GenerationService four = open(build(zip, 4));
        Lease left = one.acquire();
        Lease right = four.acquire()) {
      compare(left.generation().searcher(), right.generation().searcher(), registry);
    }
  }

  /** Segments are searched beside each other; what is the best hit so far is known to all. */
  @Test
  void oneSegmentAndSeveralAnswerAlike() throws Exception {
    SampleRegistry registry = new SampleRegistry(SampleOptions.of(STUDIES, 7));
    List<byte[]> records = IntStream.range(0, STUDIES).mapToObj(registry::study).toList();
    try (TestIndex one = TestIndex.of(records, STUDIES);
        TestIndex several = TestIndex.of(records, STUDIES / 6)) {
      assertThat(one.segments()).isEqualTo(1);
      assertThat(several.segments()).isGreaterThan(3);
      compare(one.searcher(), several.searcher(), registry);
    }
  }

  private static void compare(StudySearcher left, StudySearcher right, SampleRegistry registry)
      throws Exception {
    List<JsonNode> trees = new ArrayList<>();
    for (int i = 0; i < STUDIES; i += 3) {
      trees.add(RealStudies.tree(registry.study(i)));
    }
    RandomExpressions expressions = new RandomExpressions(trees, new Random(SEED));
    for (int i = 0; i < EXPRESSIONS; i++) {
      SearchRequest request = request(expressions.next());
      SearchPage expected = left.search(request);
      SearchPage actual = right.search(request);
      String what = "seed %d, request %d: %s".formatted(SEED, i, request.query());
      assertThat(shown(actual)).as(what).isEqualTo(shown(expected));
      assertThat(actual.total()).as(what).isEqualTo(expected.total());
      assertThat(actual.facets()).as(what).isEqualTo(expected.facets());
    }
  }

  private static SearchRequest request(Expr query) {
    return SearchRequest.ALL
        .withQuery(query)
        .withPage(new SearchRequest.Page(50, null, true))
        .withFacets(Facet.parameters().stream().map(name -> new FacetRequest(name, 100)).toList());
  }

  private static List<String> shown(SearchPage page) {
    return page.hits().stream().map(ThreadsAnswerAlikeTest::shown).toList();
  }

  private static String shown(StudyHit hit) {
    return hit.id() + " " + hit.score() + " " + hit.sites();
  }

  private Path build(Path zip, int threads) throws IOException {
    Path index = folder.resolve("index" + threads);
    BuildOptions options =
        new BuildOptions(
            List.of(zip.toString()),
            index,
            threads,
            false,
            RejectedLimit.STANDARD,
            BuildOptions.STANDARD_KEEP,
            null,
            BuildOptions.MIN_RAM_BUFFER_MB);
    IndexBuild.run(options, InputStream.nullInputStream(), new BuildListener() {});
    return index;
  }

  private static GenerationService open(Path index) throws Exception {
    return GenerationService.open(
        new IndexDirectory(index),
        Duration.ofHours(1),
        Duration.ZERO,
        Duration.ofMinutes(1),
        List.of());
  }
}
